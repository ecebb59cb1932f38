// A citizen rates a counter: with and without script, on a phone and on a desk. What counts is what the store holds.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import * as at from "./selectors.mjs";
import * as stand from "./support.mjs";

const done = stand.stopwatch("rating");
const day = "2026-11-22";

let server, shared, address, home, retired, successor, unknown;

before(async () => {
  // One code of the sample is withdrawn and another stands in its place; a third is minted elsewhere.
  const [copy, elsewhere] = [await stand.copyOfContent(), await stand.copyOfContent()];
  home = copy.home;
  retired = (await stand.codes(copy.content)).at(-1);
  const entry = new RegExp(`(code: ${retired}.*)\\}`);
  for (const { content } of [copy, elsewhere]) {
    await stand.edit(content, "printed-codes.yaml", entry, `$1, retired: ${day}}`);
    await stand.niemyet("codes", "assign", "--trial", "--site", content);
  }
  successor = (await stand.codes(copy.content)).at(-1);
  unknown = (await stand.codes(elsewhere.content)).at(-1);
  await stand.remove(elsewhere.home);
  await stand.edit(copy.content, "printed-codes.yaml", `retired: ${day}}`, `retired: ${day}, successor: ${successor}}`);
  server = await stand.serve({ content: copy.content });
  address = `${server.origin}/Q/${(await stand.codes(copy.content))[0]}`;
  shared = await stand.browser();
});

after(async () => {
  await shared?.close();
  await server?.stop();
  await stand.remove(home);
  done();
});

// How many ratings `act` adds.
async function added(act) {
  const before = (await stand.ratings(server.data)).length;
  await act();
  return (await stand.ratings(server.data)).length - before;
}

async function choose(page, face) {
  await page.goto(address);
  await page.locator(at.faces).nth(face).click();
}

async function thanked(page) {
  await page.waitForURL((url) => at.thanksPath.test(url.pathname));
  const text = (await page.locator(at.receipt).innerText()).trim();
  assert.match(text, at.receiptCode, "no receipt code on the page of thanks");
  return text;
}

for (const script of [true, false]) {
  for (const size of stand.sizes) {
    const how = `${script ? "with" : "without"} script at ${size.width}`;

    test(`a rating, ${how}`, async (t) => {
      const { page, close } = await stand.open(shared, { script, size });
      t.after(close);
      const posts = [];
      page.on("response", (answer) => answer.request().method() === "POST" && posts.push(answer.status()));
      let receipt;
      const count = await added(async () => {
        await choose(page, 4);
        await at.write(page, "Nhanh gọn, dễ hiểu.");
        await page.locator(at.submit).click();
        receipt = await thanked(page);
      });
      assert.equal(count, 1);
      const kept = (await stand.ratings(server.data)).at(-1);
      assert.equal(kept.receipt, receipt.replace(/[^0-9A-Z]/g, ""), "the receipt on the page is that of the store");
      assert.ok(JSON.stringify(kept.answers).includes('"level":5'), JSON.stringify(kept.answers));
      assert.ok(JSON.stringify(kept.answers).includes("Nhanh gọn, dễ hiểu."), JSON.stringify(kept.answers));
      assert.deepEqual(posts, [303], "the form must be answered by a redirect to a page that can be loaded again");
      assert.equal(await added(() => page.reload()), 0, "loading the page of thanks again must add nothing");
    });

    test(`a double tap is one rating, ${how}`, async (t) => {
      const { page, close } = await stand.open(shared, { script, size });
      t.after(close);
      const count = await added(async () => {
        await choose(page, 3);
        await page.locator(at.submit).dblclick({ noWaitAfter: true });
        await thanked(page);
      });
      assert.equal(count, 1);
    });

    test(`back and once more is one rating, with the same receipt, ${how}`, async (t) => {
      const { page, close } = await stand.open(shared, { script, size });
      t.after(close);
      const receipts = [];
      const count = await added(async () => {
        await choose(page, 2);
        const fields = await page.locator(at.form).evaluate((form) => {
          return new URLSearchParams(new FormData(form)).toString();
        });
        const target = await page.locator(at.form).evaluate((form) => form.action);
        const send = async () => {
          const answer = await stand.postForm(target, fields, { origin: server.origin });
          assert.equal(answer.status, 303);
          receipts.push(answer.headers.location);
        };
        await Promise.all([send(), send()]);
        await send();
        // The same by hand: the form as the browser still holds it, sent, gone back to, and sent again.
        await page.locator(at.submit).click();
        await thanked(page);
        receipts.push(new URL(page.url()).pathname);
      });
      assert.equal(count, 1);
      assert.equal(new Set(receipts).size, 1, `receipts differ: ${receipts.join(", ")}`);
    });

    test(`two visits with equal answers are two ratings, ${how}`, async (t) => {
      const count = await added(async () => {
        for (let visit = 0; visit < 2; visit += 1) {
          const { page, close } = await stand.open(shared, { script, size });
          t.after(close);
          await choose(page, 4);
          await page.locator(at.submit).click();
          await thanked(page);
        }
      });
      assert.equal(count, 2);
    });

    test(`wrong input keeps what was typed and says what is missing, ${how}`, async (t) => {
      const { page, close } = await stand.open(shared, { script, size });
      t.after(close);
      const typed = "Chờ hơi lâu <b>nhưng</b> được hướng dẫn rõ & tử tế.";
      const count = await added(async () => {
        await page.goto(address);
        // The browser would stop an empty form by itself; here the server's own answer is wanted.
        await page.locator(at.form).evaluate((form) => (form.noValidate = true));
        await at.write(page, typed);
        const answered = page.waitForResponse((answer) => answer.request().method() === "POST");
        await page.locator(at.submit).click();
        assert.equal((await answered).status(), 422);
        await page.waitForLoadState();
      });
      assert.equal(count, 0);
      assert.equal(await page.locator(at.words).inputValue(), typed);
      await assertMessageBesideField(page);

      const mended = await added(async () => {
        await page.locator(at.faces).nth(1).click();
        await page.locator(at.submit).click();
        await thanked(page);
      });
      assert.equal(mended, 1, "the mended form must be taken");
    });
  }
}

// The message must be named by the field, stand close by, be seen, and the form as a whole must be said to be refused.
async function assertMessageBesideField(page) {
  const field = page.locator(at.refused).first();
  const ids = await field.getAttribute("aria-describedby");
  const message = page.locator(ids.split(/\s+/).map((id) => `[id="${id}"]`).join(", ")).first();
  assert.notEqual((await message.innerText()).trim(), "", "the message is empty");
  assert.ok(await field.locator(at.faces.replace(/^.*fieldset\.faces /, "")).count(), "the faces were refused");
  const [there, here] = [await message.boundingBox(), await page.locator(at.faces).first().boundingBox()];
  const far = Math.abs(here.y - there.y - there.height);
  assert.ok(far < 60, `the message stands ${far} away from the field`);
  assert.notEqual((await page.locator(at.alarm).innerText()).trim(), "", "nothing is said aloud");
}

for (const [script, size] of [[true, stand.sizes[0]], [false, stand.sizes[1]]]) {
  const how = `${script ? "with" : "without"} script at ${size.width}`;

  test(`a code that nobody printed or that was mistyped opens no form, ${how}`, async (t) => {
    const { page, close } = await stand.open(shared, { script, size });
    t.after(close);
    const told = [];
    for (const code of [unknown, at.mistyped]) {
      const answer = await page.goto(`${server.origin}/Q/${code}`);
      assert.equal(answer.status(), 404);
      assert.equal(await page.locator("form").count(), 0);
      told.push(await page.locator("main .lead").innerText());
    }
    assert.notEqual(told[0], told[1], "who mistyped reads that, who did not reads something else");
  });

  test(`a retired code leads to its successor by a press, not unasked, ${how}`, async (t) => {
    const { page, close } = await stand.open(shared, { script, size });
    t.after(close);
    const answer = await page.goto(`${server.origin}/Q/${retired}`);
    assert.equal(answer.status(), 410);
    assert.equal(new URL(page.url()).pathname, `/Q/${retired}`);
    assert.equal(await page.locator("form").count(), 0);
    await page.locator(`main a[href*="${successor}"]`).click();
    await page.locator(at.form).waitFor();
    assert.ok(page.url().includes(`/Q/${successor}`), page.url());
  });
}

test("a form sent to an unknown or a retired code is not kept", async () => {
  const fields = await stand.ratingFields(address);
  const count = await added(async () => {
    for (const [code, status] of [[unknown, 404], [at.mistyped, 404], [retired, 410]]) {
      assert.equal((await stand.postForm(`${server.origin}/Q/${code}`, fields)).status, status, code);
    }
  });
  assert.equal(count, 0);
});

test("what no page of ours sends is refused, and nothing is kept", async () => {
  const fields = await stand.ratingFields(address);
  const form = new URLSearchParams(fields).toString();
  const question = Object.keys(fields).at(-1);
  const odd = [
    ["an unknown field", `${form}&colour=red`, 422],
    ["an answer that is not offered", form.replace(/=5$/, "=6"), 422],
    ["a question answered twice", `${form}&${question}=4`, 422],
    ["text that is not UTF-8", `${form}&q-gop-y=%ff%fe`, 400],
    ["5,000 signs and HTML", `${form}&q-gop-y=${encodeURIComponent("<p>&".repeat(1250))}`, 422],
    ["10 MB", `${form}&q-gop-y=${"x".repeat(10_000_000)}`, 413],
  ];
  const count = await added(async () => {
    for (const [what, body, status] of odd) {
      const answer = await fetch(address, {
        method: "POST",
        redirect: "manual",
        body,
        headers: { "content-type": "application/x-www-form-urlencoded" },
      }).catch((error) => ({ status: error.cause?.code ?? error.message }));
      assert.equal(answer.status, status, what);
    }
    const json = { "content-type": "application/json" };
    assert.equal((await fetch(address, { method: "POST", body: "{}", headers: json })).status, 415, "JSON");
  });
  assert.equal(count, 0);
});
