// Ratings at the officers' desk: twenty paper slips by keyboard alone, the list, what was set aside and words to be
// reviewed; with and without script, on a phone and on a desk, and looked through by axe.

import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { readFile } from "node:fs/promises";
import { after, before, test } from "node:test";
import { promisify } from "node:util";
import * as stand from "./support.mjs";

const done = stand.stopwatch("desk-ratings");
const axe = await readFile(new URL("node_modules/axe-core/axe.min.js", import.meta.url), "utf8");
const tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];
const password = "con mèo ngủ trưa";

// What a person takes besides the machine, in seconds: a keystroke of an average typist (0.28, the keystroke-level
// model), and for each slip turning it over and reading it (5) and looking at what is read back (1.35).
const keystroke = 0.28;
const slipInHand = 5 + 1.35;

let server, shared;

before(async () => {
  server = await stand.serve();
  shared = await stand.browser();
});

after(async () => {
  await shared?.close();
  await server?.stop();
  done();
});

async function signIn(page, account, role) {
  const said = await stand.niemyet(
    "officer", "add", account, "--name", `Người ${account}`, "--role", role, "--agency", "phuong-vi-du", "--data", server.data,
  );
  await page.goto(server.origin + /\/desk\/mat-khau\/[0-9a-f]{64}/.exec(said)[0]);
  await page.fill("#password", password);
  await page.fill("#again", password);
  await page.click("main button");
  await page.waitForURL("**/desk/dang-nhap*");
  await page.fill("#account", account);
  await page.fill("#password", password);
  await page.click("main button");
  await page.waitForURL("**/desk/");
}

async function sound(page, name) {
  for (const size of stand.sizes) {
    await page.setViewportSize(size);
    await stand.picture(page, `desk-${name}-${size.width}`);
    const wide = await page.evaluate("document.documentElement.scrollWidth");
    assert.ok(wide <= size.width, `${name} is ${wide} wide and scrolls sideways at ${size.width}`);
    await page.evaluate(axe);
    const { violations } = await page.evaluate(
      (only) => globalThis.axe.run({ runOnly: only, resultTypes: ["violations"] }),
      tags,
    );
    const said = violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.target.join(" ")}`));
    assert.deepEqual(said, [], `${name} at ${size.width}`);
  }
}

// Ratings of the third working day before this one, as citizens sent them: what is kept now is moved back, since a
// test cannot wait for the next working day.
async function rate(count, fields = () => ({})) {
  const [code] = await stand.codes();
  const target = `${server.origin}/Q/${code}`;
  const own = await stand.ratingFields(target);
  for (let number = 1; number <= count; number += 1) {
    const key = (Date.now() * 1000 + number).toString(16).padStart(32, "b");
    const sent = { ...own, key, stamp: "0".repeat(64), ...fields(number) };
    const { status } = await stand.postForm(target, sent);
    assert.ok([200, 303].includes(status), `rating ${number}: ${status}`);
  }
  const back = "import sqlite3, sys; base = sqlite3.connect(sys.argv[1], timeout=30); "
    + "base.execute(\"UPDATE rating SET received_at = received_at - 864000000 WHERE mode <> 'paper'\"); base.commit()";
  await promisify(execFile)("python3", ["-c", back, stand.join(server.data, "niemyet.db")]);
}

// The month of ten days ago, as the filter sends it.
const month = new Date(Date.now() + 7 * 3_600_000 - 10 * 86_400_000).toISOString().slice(0, 7);

for (const script of [false, true]) {
  test(`twenty paper slips are keyed in by keyboard alone, script ${script ? "on" : "off"}`, async () => {
    const { page, close } = await stand.open(shared, { script, bypassCSP: true, size: stand.sizes[1] });
    await signIn(page, `lan${script ? 1 : 0}`, "officer");
    await page.goto(`${server.origin}/desk/phieu-giay`);
    if (script) await sound(page, "slip-piles");
    // Counter, survey and days are said once. From here on there is no pointer.
    await page.focus("#survey");
    const chosen = () => page.evaluate("document.activeElement.selectedOptions[0].label");
    for (let steps = 0; steps < 8 && !(await chosen()).startsWith("Đánh giá theo năm"); steps += 1) {
      await page.keyboard.press("ArrowUp");
    }
    await page.focus("#from");
    for (let steps = 0; steps < 8 && (await page.evaluate("document.activeElement.tagName")) !== "BUTTON"; steps += 1) {
      await page.keyboard.press("Tab");
    }
    await page.keyboard.press("Enter");
    await page.waitForURL("**/desk/phieu-giay/phuong-vi-du/*");
    const focused = () => page.evaluate("document.activeElement.id");
    const begun = performance.now();
    let keystrokes = 0;
    const press = async (key) => {
      keystrokes += 1;
      await page.keyboard.press(key);
    };
    for (let slip = 1; slip <= 20; slip += 1) {
      assert.equal(await focused(), "line", "the form does not wait for the next slip");
      for (const sign of `54${(slip % 5) + 1}-?52`) await press(sign);
      await press("Enter");
      await page.waitForURL(`**?vua=${slip}`);
      assert.match(await page.innerText("#last"), new RegExp(`số ${slip}$`));
    }
    const machine = (performance.now() - begun) / 1000;
    const person = keystrokes * keystroke + 20 * slipInHand;
    console.log(
      `20 slips of 7 questions: ${keystrokes} keystrokes, ${machine.toFixed(1)} s by the machine, `
        + `${person.toFixed(0)} s estimated for a person`,
    );
    assert.ok(machine + person < 300, `${machine + person} s is more than five minutes`);
    assert.match(await page.innerText("main"), /20 phiếu/);
    // Reloading and going back add nothing.
    await page.reload();
    await page.goBack();
    await page.keyboard.press("Tab");
    await page.goForward();
    assert.match(await page.innerText("main"), /20 phiếu/);
    // The last one is corrected, by keyboard too.
    await page.focus("text=Sửa phiếu số 20");
    await page.keyboard.press("Enter");
    await page.waitForURL("**?so=20");
    assert.equal(await page.inputValue("#line"), "5 4 1 - ? 5 2");
    await page.fill("#line", "");
    await page.keyboard.type("1111112");
    await page.keyboard.press("Enter");
    await page.waitForURL("**?vua=20");
    assert.match(await page.innerText("dl"), /Rất không hài lòng/);
    // A sign that is no answer is told, with what was typed still there.
    await page.keyboard.type("9111111");
    await page.keyboard.press("Enter");
    await page.locator("[role=alert]").waitFor();
    assert.match(await page.innerText("[role=alert]"), /Câu 1/);
    assert.equal(await page.inputValue("#line"), "9111111");
    if (script) await sound(page, "slips");
    await page.locator("button >> text=Xong chồng phiếu này").focus();
    await page.keyboard.press("Enter");
    await page.waitForURL("**/desk/phieu-giay");
    assert.match(await page.innerText("main"), /20 phiếu Đã xong/);
    const papers = (await stand.ratings(server.data)).filter((one) => one.mode === "paper");
    assert.equal(papers.length, script ? 40 : 20);
    await close();
  });
}

test("answers and words are listed without time, and words reviewed, without script", async () => {
  // No two alike: whoever repeats long words is set aside.
  await rate(6, (number) => ({ "q-gop-y": [`Gọi tôi 0912 345 67${number}`, "Chờ lâu", "Tốt"][number % 3] }));
  const { page, close } = await stand.open(shared, { script: false });
  await signIn(page, "minh", "leader");
  await page.goto(`${server.origin}/desk/danh-gia?thang=${month}`);
  const list = await page.innerText("main");
  assert.match(list, /6 lượt/);
  assert.match(list, /Gọi tôi •••/);
  assert.doesNotMatch(list, /0912|\d\d:\d\d/, "neither a number nor an hour");
  await page.click("nav >> text=Duyệt lời góp ý");
  assert.match(await page.innerText("main"), /2 lời chờ duyệt/);
  await page.click("button >> text=Mở chỗ bị che");
  assert.match(await page.innerText("main"), /0912 345 67\d/);
  await page.click("button >> text=Được trích như đã che");
  await page.waitForURL("**xong=1");
  await page.locator("summary").focus();
  await page.keyboard.press("Enter");
  await page.fill("textarea", "Gọi em •••");
  await page.click("button >> text=Lưu lời đã che thêm");
  assert.match(await page.innerText("[role=alert]"), /Chỉ được thay chữ/);
  await page.fill("textarea", "••• tôi •••");
  await page.click("button >> text=Lưu lời đã che thêm");
  await page.waitForURL("**xong=1");
  assert.match(await page.innerText("main"), /Không có lời nào chờ duyệt/);
  await page.click("nav >> text=Đánh giá");
  await page.goto(`${server.origin}/desk/danh-gia?thang=${month}`);
  assert.match(await page.innerText("main"), /••• tôi •••/);
  await close();
});

test("what was set aside is let out by the leader, and every page is sound", async () => {
  await rate(5, (number) => ({ website: "x", "q-gop-y": `Gọi 0987 654 32${number}` }));
  const { page, close } = await stand.open(shared, { bypassCSP: true });
  await signIn(page, "hoa", "leader");
  await page.goto(`${server.origin}/desk/danh-gia/cach-ly`);
  assert.match(await page.innerText("main"), /Điền vào ô mà người không nhìn thấy/);
  for (const part of await page.locator("summary").all()) await part.click();
  await sound(page, "quarantine");
  await page.fill("#reason-1", "Trình duyệt tự điền");
  await page.click("button >> text=Đưa vào tính chung");
  await page.waitForURL("**xong=1");
  assert.match(await page.innerText("main"), /Đã lưu/);
  assert.doesNotMatch(await page.innerText("main"), /Điền vào ô/);
  await page.goto(`${server.origin}/desk/danh-gia?thang=${month}`);
  await sound(page, "ratings");
  await rate(5, (number) => ({ "q-gop-y": `Gọi 0986 654 32${number}` }));
  await page.goto(`${server.origin}/desk/danh-gia/loi-gop-y?thang=${month}`);
  for (const part of await page.locator("summary").all()) await part.click();
  await sound(page, "words");
  await page.goto(`${server.origin}/en/desk/danh-gia?thang=${month}`);
  assert.equal(await page.getAttribute("html", "lang"), "en");
  await close();
});
