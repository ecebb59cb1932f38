// Every kind of page, in both languages, on a phone and on a desk: accessible, light, and all from one origin.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { after, before, test } from "node:test";
import { homeOf, kinds, languages, missing } from "./selectors.mjs";
import { browser, findPages, get, open, picture, serve, sizes } from "./support.mjs";

const tags = ["wcag2a", "wcag2aa", "wcag21aa", "wcag22aa"];
const heaviest = 14 * 1024; // what fits into the first round trip of a new connection
const axe = await readFile(new URL("node_modules/axe-core/axe.min.js", import.meta.url), "utf8");

let server, shared, pages;

before(async () => {
  server = await serve();
  pages = await findPages(server.origin);
  for (const language of languages) {
    pages.set(`not-found-${language}`, new URL(missing[language], server.origin).href);
  }
  shared = await browser();
});

after(async () => {
  await shared?.close();
  await server?.stop();
});

for (const kind of [...kinds.map((entry) => entry.kind), "not-found"]) {
  for (const language of languages) {
    const name = `${kind}-${language}`;

    test(`${name} is found by following links from ${homeOf[language]}`, () => {
      assert.ok(pages.has(name), `found only: ${[...pages.keys()].join(", ")}`);
    });

    for (const size of sizes) {
      test(`${name} at ${size.width}×${size.height}`, async (t) => {
        const address = pages.get(name);
        if (!address) assert.fail("no such page was found");
        const { page, close } = await open(shared, { size });
        t.after(close);
        const asked = [];
        page.on("request", (request) => asked.push(request.url()));
        const spoken = [];
        page.on("console", (message) => {
          // The browser asks for /favicon.ico by itself where a page names no icon, and that is heard only here.
          if (message.type() === "error") spoken.push(`${message.location().url}: ${message.text()}`);
        });
        page.on("pageerror", (error) => spoken.push(error.message));

        const answer = await page.goto(address);
        assert.equal(answer.status(), kind === "not-found" ? 404 : 200);
        await picture(page, `${name}-${size.width}`);

        const wide = await page.evaluate("document.documentElement.scrollWidth");
        assert.ok(wide <= size.width, `the page is ${wide} wide and scrolls sideways`);

        await page.evaluate(axe);
        const { violations } = await page.evaluate((only) => globalThis.axe.run({ runOnly: only }), tags);
        const list = violations.flatMap(({ id, help, nodes }) =>
          nodes.map((node) => `${id} (${help}): ${node.target.join(" ")}`),
        );
        assert.deepEqual(list, [], "violations of WCAG 2.2 AA");

        // Asked last, when late requests have been made too.
        const network = asked.filter((url) => !url.startsWith("data:"));
        const abroad = network.filter((url) => new URL(url).origin !== server.origin);
        assert.deepEqual(abroad, [], "requests that leave the origin");
        // A redirect to the lasting address is a request too; the page itself must need no other.
        const documents = network.filter((url) => url !== address && url !== page.url());
        assert.deepEqual(documents, [], "requests beside the one for the document");
        if (kind !== "not-found") assert.deepEqual(spoken, [], "errors on the console");
      });
    }

    test(`${name} is light`, async () => {
      const address = pages.get(name);
      if (!address) assert.fail("no such page was found");
      let answer = await get(address, { "accept-encoding": "gzip" });
      if (answer.headers.location) {
        answer = await get(new URL(answer.headers.location, address), { "accept-encoding": "gzip" });
      }
      assert.equal(answer.headers["content-encoding"], "gzip");
      assert.ok(answer.body.length <= heaviest, `${answer.body.length} bytes, ${heaviest} at most`);
    });
  }
}
