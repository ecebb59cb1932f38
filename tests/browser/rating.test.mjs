// A citizen rates a counter: with and without script, on a phone and on a desk. What counts is what the store holds.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import * as at from "./selectors.mjs";
import * as stand from "./support.mjs";

const done = stand.stopwatch("rating");
const day = "2026-11-22";

// A survey with every kind of question, as a web admin writes it.
const everyKind = `name: "Mọi loại câu hỏi"
version: 1
status: local
questions:
  - {id: muc, kind: scale, scale: levels5, ask: "Năm mức", dont_know: true}
  - {id: ba, kind: scale, scale: levels3, ask: "Ba mức"}
  - id: diem
    kind: points
    ask: "Chấm điểm"
    options: [{id: som, label: "Sớm", points: 2}, {id: dung, label: "Đúng", points: 1}, {id: muon, label: "Muộn", points: 0}]
  - {id: mot, kind: choice, ask: "Chọn một", dont_know: true, options: [{id: a, label: "A"}, {id: b, label: "B"}]}
  - {id: nhieu, kind: choices, ask: "Chọn nhiều", options: [{id: a, label: "A"}, {id: b, label: "B"}]}
  - {id: so, kind: number, ask: "Số", min: 0, max: 20, dont_know: true}
  - {id: chu, kind: text, ask: "Chữ", max: 200, dont_know: true}
`;

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
  await stand.addSurvey(copy.content, "moi-loai", everyKind);
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

async function tap(page, face) {
  await page.goto(address);
  await page.locator(at.faces).nth(face).click();
}

async function thanked(page) {
  await stand.arrival(page, (url) => at.thanksPath.test(url.pathname));
  const text = (await page.locator(at.receipt).innerText()).trim();
  assert.match(text, at.receiptCode, "no receipt code on the page of thanks");
  return text;
}

// What the store holds of the last rating.
async function last() {
  return (await stand.ratings(server.data)).at(-1);
}

for (const script of [true, false]) {
  for (const size of stand.sizes) {
    const how = `${script ? "with" : "without"} script at ${size.width}`;

    test(`one tap is a rating, and more is added to it, ${how}`, async (t) => {
      const { page, close } = await stand.open(shared, { script, size });
      t.after(close);
      const posts = [];
      page.on("response", (answer) => answer.request().method() === "POST" && posts.push(answer.status()));
      let receipt;
      const count = await added(async () => {
        await tap(page, 4);
        receipt = await thanked(page);
        assert.deepEqual((await last()).answers, { "hai-long": { level: 5 } }, "the tap is kept at once");
        await page.locator(at.words).fill("Nhanh gọn, dễ hiểu.");
        await page.locator(at.submit).click();
        await page.locator(at.status).waitFor();
        assert.equal(await thanked(page), receipt, "the same rating has the same receipt");
      });
      assert.equal(count, 1);
      const kept = await last();
      assert.equal(kept.receipt, receipt.replace(/[^0-9A-Z]/g, ""), "the receipt on the page is that of the store");
      assert.deepEqual(kept.answers, { "hai-long": { level: 5 }, "gop-y": { text: "Nhanh gọn, dễ hiểu." } });
      assert.deepEqual(posts, [303, 303], "forms must be answered by a redirect to a page that can be loaded again");
      assert.equal(await added(() => page.reload()), 0, "loading the page of thanks again must add nothing");
      assert.ok(!page.url().includes(kept.receipt), "what may be read aloud is not in the address");
    });

    test(`a double tap is one rating, ${how}`, async (t) => {
      const { page, close } = await stand.open(shared, { script, size });
      t.after(close);
      const count = await added(async () => {
        await page.goto(address);
        await page.locator(at.faces).nth(3).dblclick({ noWaitAfter: true });
        await thanked(page);
      });
      assert.equal(count, 1);
    });

    test(`a slip is corrected on the page of thanks, ${how}`, async (t) => {
      const { page, close } = await stand.open(shared, { script, size });
      t.after(close);
      const count = await added(async () => {
        await tap(page, 0);
        const receipt = await thanked(page);
        await page.locator(at.unfold).first().click();
        await page.locator(at.faces).nth(4).click();
        await page.locator(at.status).waitFor();
        assert.equal(await thanked(page), receipt);
      });
      assert.equal(count, 1);
      assert.deepEqual((await last()).answers, { "hai-long": { level: 5 } });
    });

    test(`back and another face corrects the rating, ${how}`, async (t) => {
      const { page, close } = await stand.open(shared, { script, size });
      t.after(close);
      const count = await added(async () => {
        await tap(page, 1);
        await thanked(page);
        await page.goBack();
        await page.locator(at.faces).nth(3).click();
        await thanked(page);
      });
      // Without script a browser that asks the server for the page again gets a visit of its own with it.
      assert.ok(count === 1 || (count === 2 && !script), String(count));
      assert.deepEqual((await last()).answers, { "hai-long": { level: 4 } });
    });

    test(`the form as a browser still holds it, sent again, is one rating, ${how}`, async (t) => {
      const { page, close } = await stand.open(shared, { script, size });
      t.after(close);
      const count = await added(async () => {
        await page.goto(address);
        const { target, fields } = await page.locator(at.form).evaluate((form) => ({
          target: form.action,
          fields: `${new URLSearchParams(new FormData(form))}&q-hai-long=3`,
        }));
        const send = async () => assert.equal((await stand.postForm(target, fields, { origin: server.origin })).status, 303);
        await Promise.all([send(), send()]);
        await send();
        await page.locator(at.faces).nth(2).click();
        await thanked(page);
      });
      assert.equal(count, 1);
    });

    test(`two visits with equal answers are two ratings, ${how}`, async (t) => {
      const count = await added(async () => {
        for (let visit = 0; visit < 2; visit += 1) {
          const { page, close } = await stand.open(shared, { script, size });
          t.after(close);
          await tap(page, 4);
          await thanked(page);
        }
      });
      assert.equal(count, 2);
    });

    test(`Enter chooses nothing: the form comes back and says what is missing, ${how}`, async (t) => {
      const { page, close } = await stand.open(shared, { script, size });
      t.after(close);
      const count = await added(async () => {
        await page.goto(address);
        await page.locator(at.unfold).click();
        const answered = page.waitForResponse((answer) => answer.request().method() === "POST");
        await page.locator(at.ticket).press("Enter");
        assert.equal((await answered).status(), 422);
        await page.waitForLoadState();
      });
      assert.equal(count, 0);
      await assertMessageBesideField(page, at.faces);
      const mended = await added(async () => {
        await page.locator(at.faces).nth(1).click();
        await thanked(page);
      });
      assert.equal(mended, 1, "the mended form must be taken");
    });

    test(`what was typed too long comes back whole and can be put right, ${how}`, async (t) => {
      const { page, close } = await stand.open(shared, { script, size });
      t.after(close);
      const typed = `Chờ hơi lâu <b>nhưng</b> được hướng dẫn rõ & tử tế. ${"a".repeat(500)}`;
      await tap(page, 3);
      await thanked(page);
      // The browser would stop it by itself; here the server's own answer is wanted.
      await page.locator(at.words).evaluate((words) => words.removeAttribute("maxlength"));
      await page.locator(at.words).fill(typed);
      await page.locator(`${at.form} input[type="checkbox"]`).first().check();
      const answered = page.waitForResponse((answer) => answer.request().method() === "POST");
      await page.locator(at.submit).click();
      assert.equal((await answered).status(), 422);
      await page.waitForLoadState();
      assert.equal(await page.locator(at.words).inputValue(), typed);
      assert.ok(await page.locator(`${at.form} input[type="checkbox"]`).first().isChecked());
      await assertMessageBesideField(page, at.words);
      await page.locator(at.words).fill("Chờ hơi lâu");
      await page.locator(at.submit).click();
      await page.locator(at.status).waitFor();
      assert.equal((await last()).answers["gop-y"].text, "Chờ hơi lâu");
    });

    test(`a survey of many pages is one rating, ${how}`, async (t) => {
      const { page, close } = await stand.open(shared, { script, size });
      t.after(close);
      const count = await added(async () => {
        await page.goto(`${address}/khao-sat/sipas-qd2640`);
        for (let part = 1; part <= 5; part += 1) {
          const second = page.locator(`${at.form} fieldset`).nth(1);
          await second.locator('input[type="radio"]').nth(3).check({ force: true });
          await page.locator(at.submit).click();
          await page.waitForURL((url) => url.pathname.endsWith(`/${part + 1}`));
        }
        assert.equal(await page.locator(at.submit).count(), 0, "nothing is left to ask");
      });
      assert.equal(count, 1);
      const kept = await last();
      assert.equal(kept.survey, "sipas-qd2640");
      assert.deepEqual(Object.values(kept.answers), Array(5).fill({ level: 4 }));
    });

    test(`a one-time code is good once, and what was chosen is not lost, ${how}`, async (t) => {
      const printed = new URL(address).pathname.split("/").at(-1);
      const counter = new RegExp(`code: ${printed}, counter: ([^,]+),`).exec(await stand.ledger(home))[1];
      const issued = await stand.niemyet(
        ...["codes", "issue", "--counter", counter, "--n", "3", "--format", "text", "--trial"],
        ...["--site", stand.join(home, "site-content"), "--data", server.data, "--output", stand.join(home, "output")],
      );
      const [typed, scanned, later] = issued.trim().split("\n");
      const { page, close } = await stand.open(shared, { script, size });
      t.after(close);
      const count = await added(async () => {
        await page.goto(address);
        await page.locator(at.unfold).click();
        await page.locator(at.ticket).fill(typed.toLowerCase());
        await page.locator(at.faces).nth(4).click();
        await thanked(page);
        assert.equal((await last()).verified, true);
        await page.goto(`${address}/${scanned}`);
        assert.equal(await page.locator(at.ticket).inputValue(), scanned);
        await page.locator(at.ticket).fill(typed);
        await page.locator(at.faces).nth(1).click();
        await page.locator(at.openly).click();
        await thanked(page);
        const kept = await last();
        assert.deepEqual([kept.verified, kept.answers["hai-long"].level], [false, 2]);
        // Typed after the tap, it verifies the rating that is kept.
        await page.locator(at.verify).click();
        await page.locator(at.ticket).fill(typed);
        await page.locator(at.submit).first().click();
        await page.locator(at.ticket).fill(later);
        await page.locator(at.submit).first().click();
        await thanked(page);
        assert.equal(await page.locator(at.verify).count(), 0, "it is not asked for again");
        const verified = await last();
        assert.deepEqual([verified.id, verified.verified, verified.point !== undefined], [kept.id, true, true]);
      });
      assert.equal(count, 2);
    });
  }
}

for (const size of stand.sizes) {
  test(`every kind of question, without script at ${size.width}`, async (t) => {
    const { page, close } = await stand.open(shared, { script: false, size });
    t.after(close);
    const count = await added(async () => {
      await page.goto(`${address}/khao-sat/moi-loai`);
      for (const [question, value] of [["muc", "4"], ["ba", "1"], ["diem", "dung"], ["mot", "dont-know"], ["nhieu", "a"], ["nhieu", "b"]]) {
        await page.locator(`input[name="q-${question}"][value="${value}"]`).check({ force: true });
      }
      await page.locator('input[type="number"]').fill("7");
      await page.locator('input[type="checkbox"][name="q-chu"]').check({ force: true });
      await page.locator(at.submit).click();
      await thanked(page);
    });
    assert.equal(count, 1);
    assert.deepEqual((await last()).answers, {
      muc: { level: 4 },
      ba: { level: 1 },
      diem: { points: { option: "dung", points: 1 } },
      mot: "dont_know",
      nhieu: { choices: ["a", "b"] },
      so: { number: 7 },
      chu: "dont_know",
    });
  });
}

// The message must be named by the field, stand close by, be seen, and the form as a whole must be said to be refused.
async function assertMessageBesideField(page, what) {
  const field = page.locator(at.refused).first();
  const ids = await field.getAttribute("aria-describedby");
  const message = page.locator(ids.split(/\s+/).map((id) => `[id="${id}"]`).join(", ")).first();
  assert.notEqual((await message.innerText()).trim(), "", "the message is empty");
  const [there, here] = [await message.boundingBox(), await page.locator(what).first().boundingBox()];
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
