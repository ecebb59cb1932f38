// A citizen rates a counter: with and without script, on a phone and on a desk. What counts is what the store holds.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import * as at from "./selectors.mjs";
import { browser, findPages, open, picture, ratings, serve, sizes } from "./support.mjs";

let server, shared, address;

before(async () => {
  server = await serve();
  address = (await findPages(server.origin)).get("rating-vi");
  assert.ok(address, "no printed code is linked from the site");
  shared = await browser();
});

after(async () => {
  await shared?.close();
  await server?.stop();
});

// How many ratings `act` adds.
async function added(act) {
  const before = (await ratings(server.data)).length;
  await act();
  return (await ratings(server.data)).length - before;
}

async function choose(page, face) {
  await page.goto(address);
  await page.locator(at.faces).nth(face).click();
}

async function thanked(page) {
  await page.waitForURL((url) => at.thanksPath.test(url.pathname + url.search));
  const text = await page.locator(at.receipt).first().innerText();
  assert.match(text, at.receiptCode, "no receipt code on the page of thanks");
  return text.trim();
}

for (const script of [true, false]) {
  for (const size of sizes) {
    const how = `${script ? "with" : "without"} script at ${size.width}`;

    test(`a rating, ${how}`, async (t) => {
      const { page, close } = await open(shared, { script, size });
      t.after(close);
      const posts = [];
      page.on("response", (answer) => answer.request().method() === "POST" && posts.push(answer.status()));
      const count = await added(async () => {
        await choose(page, 4);
        await page.locator(at.submit).first().click();
        await thanked(page);
      });
      assert.equal(count, 1);
      assert.deepEqual(posts, [303], "the form must be answered by a redirect to a page that can be loaded again");
      await picture(page, `thanks-vi-${size.width}${script ? "" : "-no-script"}`);
      assert.equal(await added(() => page.reload()), 0, "loading the page of thanks again must add nothing");
    });

    test(`a double tap is one rating, ${how}`, async (t) => {
      const { page, close } = await open(shared, { script, size });
      t.after(close);
      const count = await added(async () => {
        await choose(page, 3);
        await page.locator(at.submit).first().dblclick({ noWaitAfter: true });
        await thanked(page);
      });
      assert.equal(count, 1);
    });

    test(`back and once more is one rating, with the same receipt, ${how}`, async (t) => {
      const { page, close } = await open(shared, { script, size });
      t.after(close);
      const receipts = [];
      const count = await added(async () => {
        await choose(page, 2);
        const fields = await page.locator(at.form).first().evaluate((form) => {
          return new URLSearchParams(new FormData(form)).toString();
        });
        const target = await page.locator(at.form).first().evaluate((form) => form.action);
        const send = async () => {
          const answer = await fetch(target, {
            method: "POST",
            body: fields,
            redirect: "manual",
            headers: { "content-type": "application/x-www-form-urlencoded", origin: server.origin },
          });
          assert.equal(answer.status, 303);
          receipts.push(answer.headers.get("location"));
        };
        await Promise.all([send(), send()]);
        await send();
      });
      assert.equal(count, 1);
      assert.equal(new Set(receipts).size, 1, `receipts differ: ${receipts.join(", ")}`);
    });

    test(`two visits with equal answers are two ratings, ${how}`, async (t) => {
      const count = await added(async () => {
        for (let visit = 0; visit < 2; visit += 1) {
          const { page, close } = await open(shared, { script, size });
          t.after(close);
          await choose(page, 4);
          await page.locator(at.submit).first().click();
          await thanked(page);
        }
      });
      assert.equal(count, 2);
    });

    test(`wrong input keeps what was typed and says what is missing, ${how}`, async (t) => {
      const { page, close } = await open(shared, { script, size });
      t.after(close);
      const typed = "Chờ hơi lâu <b>nhưng</b> được hướng dẫn rõ & tử tế.";
      const count = await added(async () => {
        await page.goto(address);
        // The browser would stop an empty form by itself; here the server's own answer is wanted.
        await page.locator(at.form).first().evaluate((form) => (form.noValidate = true));
        await openWords(page);
        await page.locator(at.words).first().fill(typed);
        const answered = page.waitForResponse((answer) => answer.request().method() === "POST");
        await page.locator(at.submit).first().click();
        assert.equal((await answered).status(), 422);
        await page.waitForLoadState();
      });
      assert.equal(count, 0);
      assert.equal(await page.locator(at.words).first().inputValue(), typed);
      await assertMessageBesideField(page);
      await picture(page, `refused-vi-${size.width}${script ? "" : "-no-script"}`);

      const mended = await added(async () => {
        await page.locator(at.faces).nth(1).click();
        await page.locator(at.submit).first().click();
        await thanked(page);
      });
      assert.equal(mended, 1, "the mended form must be taken");
    });
  }
}

// The words may lie in a part of the page that opens on demand.
async function openWords(page) {
  if (await page.locator(at.words).first().isVisible()) return;
  await page.locator(`details:has(textarea) > summary`).first().click();
}

async function assertMessageBesideField(page) {
  const field = page.locator(at.refused).first();
  const ids = (await field.getAttribute("aria-describedby")) ?? "";
  assert.notEqual(ids, "", "the refused field names no message");
  const texts = await Promise.all(ids.split(/\s+/).map((id) => page.locator(`[id="${id}"]`).innerText()));
  assert.ok(texts.some((text) => text.trim().length > 0), "the message is empty");
}
