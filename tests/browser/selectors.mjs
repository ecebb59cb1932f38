// What the tests know of the pages: addresses and selectors, in one place. When a page changes its shape, only this
// file follows.

export const languages = ["vi", "en"];
export const homeOf = { vi: "/", en: "/en/" };

// The kinds of page that must be found by following links from the home page of a language. `path` is matched against
// the address as `placeOf` gives it.
export const kinds = [
  { kind: "home", path: /^$/ },
  { kind: "fields", path: /^\/linh-vuc$/ },
  { kind: "field", path: /^\/linh-vuc\/[^/]+$/ },
  { kind: "a-z", path: /^\/a-z$/ },
  { kind: "procedure", path: /^\/thu-tuc\/[^/]+$/ },
  { kind: "agencies", path: /^\/don-vi$/ },
  { kind: "agency", path: /^\/don-vi\/[^/]+$/ },
  { kind: "counter", path: /^\/don-vi\/[^/]+\/quay\/[^/]+$/ },
  { kind: "offering", path: /^\/don-vi\/[^/]+\/thu-tuc\/[^/]+$/ },
  { kind: "rating", path: /^\/q\/[0-9a-z]{7}$/i },
  { kind: "results", path: /^\/ket-qua$/ },
  { kind: "bulletin", path: /^\/ket-qua\/[0-9][^/]*$/ },
  { kind: "results-agency", path: /^\/ket-qua\/[0-9][^/]*\/[^/]+$/ },
  { kind: "results-counter", path: /^\/ket-qua\/[0-9][^/]*\/[^/]+\/[^/]+$/ },
  { kind: "official", path: /^\/ket-qua\/chinh-thuc$/ },
  { kind: "on-time", path: /^\/ket-qua\/dung-han$/ },
  { kind: "dialogues", path: /^\/ket-qua\/doi-thoai$/ },
  { kind: "apologies", path: /^\/xin-loi$/ },
  { kind: "page", path: /^\/trang\/[^/]+$/ },
];

// The part of an address that `kinds` speaks of, and its language: without the folder or the file of a language, without
// `.html`, `index` and a closing slash.
export function placeOf(pathname) {
  const printed = /^(\/q\/[^/]+)(?:\/(index|en)(?:\.html)?)?\/?$/i.exec(pathname);
  if (printed) return { language: printed[2] === "en" ? "en" : "vi", path: printed[1] };
  const english = pathname === "/en" || pathname.startsWith("/en/");
  const rest = english ? pathname.slice(3) : pathname;
  return {
    language: english ? "en" : "vi",
    path: rest.replace(/\.html$/, "").replace(/\/index$/, "").replace(/\/+$/, ""),
  };
}

// The rating page of a code in a language.
export const ratingOf = { vi: (code) => `/Q/${code}`, en: (code) => `/Q/${code}/en.html` };

// An address that no content can have, and a code whose check sign is wrong.
export const missing = { vi: "/khong-co-trang-nay", en: "/en/no-such-page" };
export const mistyped = "5XWFRM8";

// The rating page.
export const form = 'form[method="post"]';
// A part of a survey is sent by its button; the first question by any of its faces.
export const submit = `${form} button.button`;
export const key = `${form} input[name="key"]`;
export const words = `${form} textarea`;
export const faces = `${form} fieldset.faces button`;

// What is folded away on the page of the first tap, and on the page of thanks the way to choose again.
export const unfold = "main details:not([open]) > summary";
export const ticket = 'input[name="ticket"]';
// On the page of thanks: the way to the page that asks for a one-time code.
export const verify = 'a[href$="/ma"]';
export const openly = 'button[name="openly"]';
export const status = '[role="status"]';

// A field or a group of fields that was refused; `aria-describedby` names the message that belongs to it.
export const refused = `${form} :is(fieldset, input, textarea)[aria-describedby$="-loi"], ${form} textarea[aria-invalid]`;
// That the whole form was refused, said aloud.
export const alarm = '[role="alert"]';

// The page after a rating.
export const thanksPath = /^(\/en)?\/cam-on\/[0-9A-Z]{7}\/[0-9a-z-]+\/[0-9a-f]{86}\/[0-9]+$/;
export const receipt = ".receipt .big";
export const receiptCode = /^[2-9A-HJKMNP-Z]{4}[-‑ ]?[2-9A-HJKMNP-Z]{4}$/;

// On a site whose feedback endpoint lies elsewhere, without script: the page between form and thanks.
export const confirm = 'form[method="post"] button.button';

// The ratings in what `niemyet store export --format json` prints: one object a line.
export function ratingsIn(exported) {
  return exported.split("\n").filter(Boolean).map((line) => JSON.parse(line));
}

// The pages on which something is brought and looked up.
export const matter = {
  words: "#words",
  name: "#name",
  phone: "#phone",
  consent: "#consent input",
  send: "form .button",
  code: "#code",
  shown: ".receipt .big",
  pageError: '.foot a[href$="trang-sai"]',
  forget: 'button[value="forget"]',
};
