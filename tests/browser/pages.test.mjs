// Every kind of page, in both languages, on a phone and on a desk, by day and by night: accessible, light, and all in
// one request to one origin.

import assert from "node:assert/strict";
import { readFile, readdir } from "node:fs/promises";
import { join } from "node:path";
import { after, before, test } from "node:test";
import * as at from "./selectors.mjs";
import * as stand from "./support.mjs";

const tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];
const schemes = ["light", "dark"];
const narrowest = 320; // WCAG 1.4.10: no sideways scrolling down to here
const heaviest = 14 * 1024; // what fits into the first round trip of a new connection
const axe = await readFile(new URL("node_modules/axe-core/axe.min.js", import.meta.url), "utf8");
const done = stand.stopwatch("pages");

let server, wire, shared, page, close, pages, retired, copy;
const spoken = [];
const asked = [];

before(async () => {
  // One code of the sample is withdrawn, so that its page can be looked at.
  copy = await stand.copyOfContent();
  retired = (await stand.codes(copy.content)).at(-1);
  await stand.edit(copy.content, "printed-codes.yaml", new RegExp(`(code: ${retired}.*)\\}`), "$1, retired: 2026-11-22}");
  await stand.niemyet("codes", "assign", "--trial", "--site", copy.content);
  server = await stand.serve({ content: copy.content });
  wire = await stand.relay(server.origin);
  pages = await stand.findPages(wire.origin);
  shared = await stand.browser();
  ({ page, close } = await stand.open(shared));
  page.on("request", (request) => asked.push(request.url()));
  page.on("console", (message) => {
    if (message.type() === "error") spoken.push(`${message.location().url}: ${message.text()}`);
  });
  page.on("pageerror", (error) => spoken.push(error.message));
});

after(async () => {
  await close?.();
  await shared?.close();
  await wire?.close();
  await server?.stop();
  await stand.remove(copy?.home);
  done();
});

// Leads the page to its address and gives the answer.
const linked = (kind) => async (language) => {
  const address = pages.get(`${kind}-${language}`);
  assert.ok(address, `no link leads to such a page; found: ${[...pages.keys()].join(", ")}`);
  return page.goto(address);
};
const code = async () => (await stand.codes(copy.content))[0];
const straight = (path) => async (language) => page.goto(wire.origin + (await path(language)));

// Does something that sends a form, and gives the page that follows.
async function sends(act) {
  const answered = page.waitForResponse((answer) => answer.status() !== 303 && answer.request().isNavigationRequest());
  await act();
  const answer = await answered;
  await page.waitForLoadState();
  return answer;
}
// Opens the rating page, changes it, and taps the best face.
const sent = (change) => async (language) => {
  await page.goto(wire.origin + at.ratingOf[language](await code()));
  await change();
  return sends(() => page.locator(at.faces).nth(4).click());
};
const nothing = async () => {};
const unfolded = () => page.locator(at.unfold).first().click();
// The page of thanks, and what is done there.
const more = (act) => async (language) => {
  await sent(nothing)(language);
  return sends(act);
};
const below = { vi: (rest) => `/${rest}`, en: (rest) => `/en/${rest}` };

const tongue = { vi: (path) => path, en: (path) => `/en${path}` };

// Writes a petition that can be taken.
async function petition(language) {
  const words = { vi: "Phiếu hẹn ghi sai ngày trả kết quả.", en: "The slip names a wrong day." };
  await page.fill(at.matter.words, words[language]);
  await page.fill(at.matter.name, "Trần Thị Mẫu");
  await page.fill(at.matter.phone, "0900 000 000");
  await page.check(at.matter.consent);
}
// Opens a page on which something is brought, writes, and sends it.
const brings = (path, write) => async (language) => {
  await page.goto(wire.origin + tongue[language](path));
  await write(language);
  return sends(() => page.locator(at.matter.send).click());
};

const scenes = [
  ...at.kinds.map(({ kind }) => ({ kind, status: 200, requests: 1, go: linked(kind) })),
  { kind: "not-found", status: 404, requests: 1, go: straight((language) => at.missing[language]) },
  { kind: "code-mistyped", status: 404, requests: 1, go: straight((language) => at.ratingOf[language](at.mistyped)) },
  { kind: "code-retired", status: 410, requests: 1, go: straight((language) => at.ratingOf[language](retired)) },
  {
    kind: "rating-refused",
    status: 422,
    requests: 2,
    go: async (language) => {
      await page.goto(wire.origin + at.ratingOf[language](await code()));
      await unfolded();
      return sends(() => page.locator(at.ticket).press("Enter"));
    },
  },
  { kind: "thanks", status: 200, requests: 3, go: sent(nothing) },
  {
    kind: "thanks-again",
    status: 200,
    requests: 5,
    go: more(async () => {
      await unfolded();
      await page.locator(at.faces).first().click();
    }),
  },
  {
    kind: "thanks-refused",
    status: 422,
    requests: 4,
    go: more(async () => {
      await page.locator(at.words).evaluate((words) => words.removeAttribute("maxlength"));
      await page.locator(at.words).fill("a".repeat(501));
      await page.locator(at.submit).click();
    }),
  },
  {
    kind: "thanks-done",
    status: 200,
    requests: 5,
    go: more(async () => {
      await page.locator(at.words).fill("Chờ lâu.");
      await page.locator(at.submit).click();
    }),
  },
  {
    kind: "ticket-refused",
    status: 422,
    requests: 2,
    go: sent(async () => {
      await unfolded();
      await page.locator(at.ticket).fill("K7F3A");
    }),
  },
  { kind: "ticket-later", status: 200, requests: 4, go: more(() => page.locator(at.verify).click()) },
  { kind: "survey", status: 200, requests: 1, go: straight(async (language) => `/Q/${await code()}${below[language]("khao-sat/sipas-qd2640")}`) },
  { kind: "procedures", status: 200, requests: 1, go: straight(async (language) => `/Q/${await code()}${below[language]("thu-tuc")}`) },
  {
    kind: "rating-confirm",
    status: 200,
    requests: 2,
    go: sent(() => page.locator(at.key).evaluate((key) => (key.value = "0".repeat(key.value.length)))),
  },
  {
    kind: "failure",
    status: 415,
    requests: 2,
    go: sent(() => page.locator(at.form).evaluate((form) => (form.enctype = "text/plain"))),
  },
  { kind: "search", status: 200, requests: 1, go: straight((language) => tongue[language]("/tim/?q=sang+ten+xe")) },
  { kind: "search-none", status: 200, requests: 1, go: straight((language) => tongue[language]("/tim/?q=zzzz")) },
  { kind: "guide", status: 200, requests: 1, go: straight((language) => tongue[language]("/phan-anh")) },
  { kind: "elsewhere", status: 200, requests: 1, go: straight((language) => tongue[language]("/phan-anh/cong-an-phuong-vi-du")) },
  { kind: "petition", status: 200, requests: 1, go: straight((language) => tongue[language]("/phan-anh/phuong-vi-du")) },
  {
    kind: "petition-refused",
    status: 422,
    requests: 2,
    go: brings("/phan-anh/phuong-vi-du", () => page.fill(at.matter.phone, "001088001234")),
  },
  { kind: "report-choose", status: 200, requests: 1, go: straight((language) => tongue[language]("/bao-tin/thu-tuc/1.000894")) },
  { kind: "report", status: 200, requests: 1, go: straight((language) => tongue[language]("/bao-tin/phuong-vi-du/thu-tuc/1.000894")) },
  {
    kind: "page-error",
    status: 200,
    requests: 2,
    go: async (language) => {
      await linked("procedure")(language);
      return sends(() => page.locator(at.matter.pageError).click());
    },
  },
  { kind: "petition-thanks", status: 200, requests: 3, go: brings("/phan-anh/phuong-vi-du", petition) },
  { kind: "tracking", status: 200, requests: 1, go: straight((language) => tongue[language]("/tra-cuu")) },
  {
    kind: "tracking-refused",
    status: 422,
    requests: 2,
    go: async (language) => {
      await page.goto(wire.origin + tongue[language]("/tra-cuu"));
      await page.fill(at.matter.code, "K7F-O");
      return sends(() => page.locator(at.matter.code).press("Enter"));
    },
  },
  {
    kind: "tracked",
    status: 200,
    requests: 5,
    go: async (language) => {
      await brings("/phan-anh/phuong-vi-du", petition)(language);
      const tracking = await page.locator(at.matter.shown).textContent();
      await page.goto(wire.origin + tongue[language]("/tra-cuu"));
      await page.fill(at.matter.code, tracking);
      return sends(() => page.locator(at.matter.code).press("Enter"));
    },
  },
  // Last, since it takes up all that one address may send at once.
  {
    kind: "rating-wait",
    status: 429,
    requests: 2,
    go: async (language) => {
      const flood = await stand.flood(`${server.origin}/Q/${await code()}`);
      try {
        return await sent(nothing)(language);
      } finally {
        await flood.end();
      }
    },
  },
];

for (const { kind, status, requests, go } of scenes) {
  for (const language of at.languages) {
    const name = `${kind}-${language}`;

    test(name, async (t) => {
      for (const list of [wire.heard, asked, spoken]) list.length = 0;
      await page.setViewportSize(stand.sizes[0]);
      await page.emulateMedia({ colorScheme: "light" });
      const answer = await go(language);
      assert.equal(answer.status(), status);
      assert.equal(await page.getAttribute("html", "lang"), language);
      await page.evaluate(axe);

      for (const size of stand.sizes) {
        await page.setViewportSize(size);
        for (const scheme of schemes) {
          await page.emulateMedia({ colorScheme: scheme });
          await t.test(`${size.width} ${scheme}`, async () => {
            if (scheme === "light" || size.width === 360) {
              await stand.picture(page, `${name}-${size.width}-${scheme}`);
            }
            assert.deepEqual(await violations(), [], "violations of WCAG 2.2 AA");
          });
        }
      }
      if (language === "en") assert.deepEqual(await page.evaluate(unmarked), [], "Vietnamese text not marked as such");
      for (const width of [narrowest, ...stand.sizes.map((size) => size.width)]) {
        await page.setViewportSize({ width, height: 800 });
        const wide = await page.evaluate("document.documentElement.scrollWidth");
        assert.ok(wide <= width, `the page is ${wide} wide and scrolls sideways at ${width}`);
      }

      // Asked last, when late requests have been made too.
      const abroad = asked.filter((url) => !url.startsWith("data:") && new URL(url).origin !== wire.origin);
      assert.deepEqual(abroad, [], "requests that leave the origin");
      const beside = wire.heard.filter(({ dest }) => dest !== "document");
      assert.deepEqual(beside, [], "requests beside the one for the document");
      assert.equal(wire.heard.length, requests, JSON.stringify(wire.heard));
      // The browser speaks of every answer that is an error; only that may be heard of.
      const expected = /the server responded with a status of/;
      assert.deepEqual(spoken.filter((text) => !(status >= 400 && expected.test(text))), [], "errors on the console");
    });
  }
}

// Runs in the page: Vietnamese words that no `lang` says to be Vietnamese (WCAG 3.1.2). Numbers of acts and of forms
// are names, the same in every language.
function unmarked() {
  const accents = /[ăâđêôơưạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹ]/i;
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const found = [];
  while (walker.nextNode()) {
    const { textContent, parentElement } = walker.currentNode;
    const words = textContent.replace(/\S*[0-9/]\S*/g, "");
    const spoken = !parentElement.closest("style, script, textarea") && parentElement.closest("[lang]").lang;
    if (spoken && spoken !== "vi" && accents.test(words)) found.push(textContent.trim());
  }
  return found;
}

async function violations() {
  const { violations: found } = await page.evaluate(
    (only) => globalThis.axe.run({ runOnly: only, resultTypes: ["violations"] }),
    tags,
  );
  return found.flatMap(({ id, help, nodes }) => nodes.map((node) => `${id} (${help}): ${node.target.join(" ")}`));
}

test("every page of the built site is light", async () => {
  const sitemap = (await stand.get(`${server.origin}/sitemap.xml`)).body.toString("utf8");
  const listed = Array.from(sitemap.matchAll(/<loc>([^<]*)<\/loc>/g), ([, address]) => new URL(address).pathname);
  const procedures = listed.filter((path) => /^\/thu-tuc\//.test(path));
  assert.ok(procedures.length >= 45, `only ${procedures.length} procedures in the sitemap`);
  const printed = (await stand.codes(copy.content)).flatMap((one) => at.languages.map((tag) => at.ratingOf[tag](one)));
  // Pages that no sitemap names, such as past editions, lie in the folder that the same build wrote.
  const files = await readdir(join(server.output, "site"), { recursive: true });
  const built = files.filter((file) => file.endsWith(".html") && !/(^|\/)(404|index)\.html$|^Q\//.test(file));
  const paths = new Set([...listed, ...built.map((file) => `/${file}`), ...printed]);
  assert.ok(built.length >= procedures.length, `${built.length} files for ${procedures.length} procedures`);
  let most = { bytes: 0 };
  const heavy = [];
  for (const path of paths) {
    const answer = await stand.get(server.origin + path, { "accept-encoding": "gzip" });
    assert.equal(answer.status, 200, path);
    assert.equal(answer.headers["content-encoding"], "gzip", path);
    const bytes = answer.body.length;
    if (bytes > most.bytes) most = { path, bytes };
    if (bytes > heaviest) heavy.push(`${path}: ${bytes} bytes`);
  }
  assert.deepEqual(heavy, [], `at most ${heaviest} bytes of gzip`);
  console.log(`the heaviest of ${paths.size} pages: ${most.path}, ${most.bytes} bytes`);
});
