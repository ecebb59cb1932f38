// Apologies and letters at the officers' desk: drafted and signed without script, on a phone and on a desk, looked through by
// axe; the letter printed to A4, and the .docx opened by a word processor where one is installed.

import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { readFile, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { promisify } from "node:util";
import * as stand from "./support.mjs";

const run = promisify(execFile);
const done = stand.stopwatch("letters");
const axe = await readFile(new URL("node_modules/axe-core/axe.min.js", import.meta.url), "utf8");
const tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];
const password = "con mèo ngủ trưa";
const whole = "H29.113-261122-0012";

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

async function settle(page, account, ...more) {
  const said = await stand.niemyet("officer", "add", account, "--name", `Người ${account}`, ...more, "--data", server.data);
  await page.goto(server.origin + /\/desk\/mat-khau\/[0-9a-f]{64}/.exec(said)[0]);
  await page.fill("#password", password);
  await page.fill("#again", password);
  await page.click("main button");
  await page.waitForURL("**/desk/dang-nhap*");
}

async function signIn(page, account) {
  await page.goto(`${server.origin}/desk/dang-nhap`);
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

test("an apology is drafted, signed, printed, and opens in a word processor", async () => {
  const { page, close } = await stand.open(shared, { bypassCSP: true });
  await settle(page, "lanxl", "--role", "leader", "--agency", "phuong-vi-du");
  await signIn(page, "lanxl");
  await page.click("nav >> text=Xin lỗi");
  await page.click("summary >> text=Nhập danh sách hồ sơ trễ hạn");
  await page.fill("#table", "so_ho_so;han\nH29.113-261122-0012;1/10/2026\nH29.113-261122-0013;2-10-2026\n");
  await page.click("text=Nhập danh sách >> nth=-1");
  await page.waitForURL("**?xong=1");
  await sound(page, "apologies");
  await page.click("main >> text=••12");
  await page.fill("#file", whole);
  await page.fill("#new", "2026-10-09");
  await page.fill("#reason", "Phải xác minh tại nơi cư trú cũ");
  await sound(page, "apology-draft");
  await page.click("text=Lưu bản nháp");
  await page.waitForURL("**/desk/xin-loi/phuong-vi-du/*");
  assert.ok(!(await page.content()).includes("261122"), "the whole number is on the page");
  await page.fill("#signer", "Trần Thị Minh, Chủ tịch");
  await page.click("text=Ký lời xin lỗi");
  await page.waitForSelector("[role=status]");
  await sound(page, "apology");
  await page.fill("#number", whole);
  await page.fill("#to", "Lê Văn Bình");
  const loaded = page.waitForEvent("download");
  await page.click("text=Tải tệp .docx");
  const file = join(tmpdir(), `niemyet-letter-${process.pid}.docx`);
  await (await loaded).saveAs(file);
  assert.equal((await readFile(file)).subarray(0, 2).toString(), "PK");
  const [sheet] = await Promise.all([page.context().waitForEvent("page"), page.click("text=Mở bản để in")]);
  await sheet.waitForLoadState();
  assert.match(await sheet.innerText("main"), /Lê Văn Bình[^]*H29\.113-261122-0012[^]*xin lỗi/);
  await sheet.evaluate(axe);
  const { violations } = await sheet.evaluate((only) => globalThis.axe.run({ runOnly: only }), tags);
  assert.deepEqual(violations.map(({ id }) => id), [], "the letter");
  const pdf = await sheet.pdf({ preferCSSPageSize: true });
  assert.equal(pdf.toString("latin1").match(/\/Type\s*\/Page\b/g).length, 1, "the letter takes more than a page");
  await writeFile(join(tmpdir(), `niemyet-letter-${process.pid}.pdf`), pdf);
  await stand.picture(sheet, "letter");
  // What an office will open the letter with.
  await run("soffice", ["--headless", "--convert-to", "txt:Text (encoded):UTF8", "--outdir", tmpdir(), file]);
  const text = await readFile(file.replace(/docx$/, "txt"), "utf8");
  for (const part of ["CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Kính gửi: Ông/Bà Lê Văn Bình", whole, "Nơi nhận:", "CHỦ TỊCH"]) {
    assert.ok(text.includes(part), `${part}: ${text}`);
  }
  await page.goto(`${server.origin}/en/desk/viec-da-lam/phuong-vi-du`);
  await sound(page, "measures");
  await close();
});
