// What the tests know of the pages: addresses and selectors, in one place. When a page changes its shape, only this
// file follows.

export const languages = ["vi", "en"];

// The kinds of page that must be found by following links from the home page of a language. `path` is matched against
// the address without the language's folder, without `.html` and without a closing slash.
export const kinds = [
  { kind: "home", path: /^(\/index)?$/ },
  { kind: "fields", path: /^\/linh-vuc$/ },
  { kind: "field", path: /^\/linh-vuc\/[^/]+$/ },
  { kind: "procedure", path: /^\/thu-tuc\/[^/]+$/ },
  { kind: "agency", path: /^\/don-vi\/[^/]+$/ },
  { kind: "counter", path: /^\/don-vi\/[^/]+\/quay\/[^/]+$/ },
  { kind: "rating", path: /^\/q\/[0-9a-z]{7}$/i },
  { kind: "a-z", path: /^\/(tim|tra-cuu|a-z)$/ },
  { kind: "page", path: /^\/(gioi-thieu|quyen-rieng-tu|about|privacy|guide|huong-dan)[^/]*$/ },
];

// The part of an address that `kinds` speaks of, and its language.
export function placeOf(pathname) {
  const english = pathname === "/en" || pathname.startsWith("/en/");
  const rest = english ? pathname.slice(3) : pathname;
  return {
    language: english ? "en" : "vi",
    path: rest.replace(/\.html$/, "").replace(/\/index$/, "").replace(/\/+$/, ""),
  };
}

export const homeOf = { vi: "/", en: "/en/" };

// An address that no content can have.
export const missing = { vi: "/khong-co-trang-nay", en: "/en/no-such-page" };

// The rating page.
export const form = 'form[method="post"]';
export const submit = `${form} button[type="submit"]`;
export const key = `${form} input[name="key"]`;
export const words = `${form} textarea`;
export const faces = `${form} fieldset:has(input[type="radio"]) >> nth=0 >> label:has(input[type="radio"])`;

// A field that was refused, and the message that belongs to it.
export const refused = '[aria-invalid="true"]';

// The page after a rating.
export const thanksPath = /\/(cam-on|thanks|receipt|bien-nhan)(\/|\.|\?|$)/;
export const receipt = "[data-receipt], .receipt, output";
export const receiptCode = /\b[0-9A-HJKMNP-TV-Z]{4,}(-?[0-9A-HJKMNP-TV-Z]{4,})*\b/;

// On a site whose feedback endpoint lies elsewhere, without script: the page between form and thanks.
export const confirm = 'form[method="post"] button[type="submit"]';

// The ratings in what `niemyet store export --format json` prints.
export function ratingsIn(exported) {
  const rows = Array.isArray(exported) ? exported : (exported.ratings ?? exported.submissions ?? []);
  return rows.filter((row) => (row.kind ?? "rating") === "rating");
}
