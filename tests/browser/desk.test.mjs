// The officers' side: an account set up by its link, one-time numbers, the inbox, an answer that the citizen then reads;
// with and without script, on a phone and on a desk, by keyboard, and looked through by axe.

import assert from "node:assert/strict";
import { createHmac } from "node:crypto";
import { readFile } from "node:fs/promises";
import { after, before, test } from "node:test";
import * as stand from "./support.mjs";

const done = stand.stopwatch("desk");
const axe = await readFile(new URL("node_modules/axe-core/axe.min.js", import.meta.url), "utf8");
const tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];
const password = "con mèo ngủ trưa";
const report = "Cán bộ đòi thêm bản sao, gọi tôi 0912 345 678";

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

// Adds an account beside the running host; gives the path of its link.
async function add(account, ...more) {
  const said = await stand.niemyet("officer", "add", account, "--name", `Người ${account}`, ...more, "--data", server.data);
  return /\/desk\/mat-khau\/[0-9a-f]{64}/.exec(said)[0];
}

// The six digits that a phone shows now, or some steps later.
function number(typed, later = 0) {
  const signs = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
  const bits = Array.from(typed.replaceAll(" ", ""), (sign) => signs.indexOf(sign).toString(2).padStart(5, "0")).join("");
  const key = Buffer.from(bits.match(/.{8}/g).map((eight) => parseInt(eight, 2)));
  const step = Buffer.alloc(8);
  step.writeBigInt64BE(BigInt(Math.floor(Date.now() / 30_000) + later));
  const digest = createHmac("sha1", key).update(step).digest();
  const at = digest[19] & 15;
  return String((digest.readUInt32BE(at) & 0x7fffffff) % 1_000_000).padStart(6, "0");
}

async function setUp(page, path) {
  await page.goto(server.origin + path);
  await page.fill("#password", password);
  await page.fill("#again", password);
  await page.click("main button");
  await page.waitForURL("**/desk/dang-nhap*");
}

async function signIn(page, account, digits = "") {
  await page.goto(`${server.origin}/desk/dang-nhap`);
  await page.fill("#account", account);
  await page.fill("#password", password);
  await page.fill("#number", digits);
  await page.click("main button");
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

// Tells what was asked for beyond the list, as a citizen does; gives the tracking code.
async function tell(page) {
  await page.goto(`${server.origin}/bao-tin/phuong-vi-du/thu-tuc/1.000894`);
  await page.check("input[name=demand][value=paper]");
  await page.fill("textarea", report);
  await page.click("main form button:not([tabindex])");
  return (await page.innerText("main .big")).trim();
}

test("the first administrator sets up a password and one-time numbers, and finds accounts and log", async () => {
  // The policy of the desk forbids scripts; axe is let in for the test alone.
  const { page, close } = await stand.open(shared, { bypassCSP: true });
  const link = await add("quantri", "--role", "administrator");
  await page.goto(server.origin + link);
  await sound(page, "set-up");
  await setUp(page, link);
  await page.goto(server.origin + link);
  assert.match(await page.innerText("main"), /không còn dùng được/);
  await signIn(page, "quantri");
  await page.waitForURL("**/desk/ma-xac-thuc");
  const typed = await page.innerText(".key");
  assert.equal(await page.locator(".symbol svg").count(), 1, "no symbol for the phone");
  await sound(page, "second-factor");
  await page.fill("#number", "000000");
  await page.click("main button");
  assert.match(await page.innerText("[role=alert]"), /Mã không đúng/);
  await page.fill("#number", number(typed));
  await page.click("main button");
  await page.waitForURL("**/desk/ma-xac-thuc?xong=1");
  await page.goto(`${server.origin}/desk/`);
  await page.waitForURL("**/desk/tai-khoan");
  await sound(page, "officers");
  await page.click("nav >> text=Nhật ký");
  assert.match(await page.innerText("main"), /Bật mã xác thực/);
  await sound(page, "log");
  await page.click("text=Đăng xuất");
  await page.waitForURL("**/desk/dang-nhap*");
  await signIn(page, "quantri");
  assert.match(await page.innerText("[role=alert]"), /không đúng/, "a password is not enough");
  await signIn(page, "quantri", number(typed, 1));
  await page.waitForURL("**/desk/tai-khoan");
  await close();
});

test("a wrong password is told beside the form, and what was typed stays", async () => {
  const { page, close } = await stand.open(shared, { bypassCSP: true });
  await page.goto(`${server.origin}/desk/`);
  await page.waitForURL("**/desk/dang-nhap");
  await sound(page, "sign-in");
  await signIn(page, "khong-co");
  assert.match(await page.innerText("[role=alert]"), /không đúng/);
  assert.equal(await page.inputValue("#account"), "khong-co");
  await sound(page, "sign-in-wrong");
  await page.goto(`${server.origin}/en/desk/dang-nhap`);
  assert.equal(await page.getAttribute("html", "lang"), "en");
  assert.match(await page.innerText("h1"), /Sign in/);
  await close();
});

for (const script of [false, true]) {
  test(`from a citizen's report to the answer, script ${script ? "on" : "off"}`, async () => {
    const [leader, officer] = [`minh${script ? 1 : 2}`, `lan${script ? 1 : 2}`];
    const { page: outside, close: leave } = await stand.open(shared, { script });
    const code = await tell(outside);
    assert.ok(code, "no tracking code on the page of thanks");
    const inside = await stand.open(shared, { script, size: stand.sizes[script ? 1 : 0] });
    const { page } = inside;
    for (const [account, role] of [[leader, "leader"], [officer, "officer"]]) {
      await setUp(page, await add(account, "--role", role, "--agency", "phuong-vi-du"));
    }
    // First the leader, and the counter only when it is given there.
    await signIn(page, officer);
    await page.waitForURL("**/desk/");
    assert.doesNotMatch(await page.innerText("main"), /đòi thêm bản sao/);
    await page.click("text=Đăng xuất");
    await signIn(page, leader);
    await page.click("main >> text=đòi thêm bản sao");
    assert.match(await page.innerText("main"), /gọi tôi •••/);
    // What the citizen read stands beside it: papers, time and fees, without leaving the page.
    const posted = await page.innerText("section[aria-labelledby=posted]");
    assert.match(posted, /Thời hạn/);
    assert.ok((await page.locator("section[aria-labelledby=posted] li").count()) > 2, posted);
    await page.click("text=Mở thông tin cá nhân");
    assert.match(await page.innerText("main"), /0912 345 678/);
    await page.click("summary >> text=Giao xử lý");
    await page.selectOption("#assign", officer);
    await page.click("button >> text=Giao");
    await page.waitForURL("**?xong=1");
    await page.click("text=Đăng xuất");
    // The officer goes by keyboard alone.
    await signIn(page, officer);
    await page.waitForURL("**/desk/");
    await page.locator("main >> text=đòi thêm bản sao").focus();
    await page.keyboard.press("Enter");
    await page.locator("button >> text=Tiếp nhận").focus();
    await page.keyboard.press("Enter");
    await page.waitForURL("**?xong=1");
    await page.locator("summary >> text=Trả lời").focus();
    await page.keyboard.press("Enter");
    await page.keyboard.press("Tab");
    await page.keyboard.press("Space");
    // Past the templates to the field.
    const inField = () => page.locator("#answer").evaluate((field) => field === document.activeElement);
    for (let steps = 0; steps < 10 && !(await inField()); steps += 1) await page.keyboard.press("Tab");
    await page.keyboard.type("Bản sao không có trong danh mục. Xin lỗi ông/bà.");
    await page.keyboard.press("Tab");
    await page.keyboard.press("Enter");
    await page.locator("text=Đã lưu").waitFor();
    assert.match(await page.innerText("main"), /Đã trả lời/);
    await inside.close();
    await outside.goto(`${server.origin}/tra-cuu`);
    await outside.fill("#code", code);
    await outside.keyboard.press("Enter");
    await outside.locator("text=Bản sao không có trong danh mục").waitFor();
    await leave();
  });
}

test("inbox and matter are sound on a phone and on a desk", async () => {
  const { page, close } = await stand.open(shared, { bypassCSP: true });
  await tell(page);
  await setUp(page, await add("hoa", "--role", "leader", "--agency", "phuong-vi-du"));
  await signIn(page, "hoa");
  await page.waitForURL("**/desk/");
  await sound(page, "inbox");
  await page.click("main >> text=đòi thêm bản sao");
  for (const part of await page.locator("summary").all()) await part.click();
  await sound(page, "matter");
  await page.goto(`${server.origin}/desk/phien`);
  await sound(page, "sessions");
  await page.goto(`${server.origin}/desk/tai-khoan`);
  assert.match(await page.innerText("main"), /không được làm việc này/);
  await sound(page, "forbidden");
  await close();
});
