// The citizen's side of a petition: brought, looked up by its code, taken back; with and without script, on a phone and on
// a desk. What officers do with it between is tested where they work.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import * as at from "./selectors.mjs";
import * as stand from "./support.mjs";

const done = stand.stopwatch("petition");
const words = "Phiếu hẹn ghi sai ngày trả kết quả.";
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

for (const script of [false, true]) {
  for (const size of stand.sizes) {
    const way = `${script ? "with" : "without"} script at ${size.width}`;

    test(`a petition is brought, looked up and taken back ${way}`, async () => {
      const { page, close } = await stand.open(shared, { size, script });
      // From the page of the agency, as people find it.
      await page.goto(`${server.origin}/don-vi/phuong-vi-du`);
      await page.locator('main a[href$="phan-anh/phuong-vi-du"]').click();
      await page.waitForURL("**/phan-anh/phuong-vi-du");
      await page.fill(at.matter.words, words);
      await page.locator(at.matter.send).click();
      // Nothing that was typed is lost, and every fault has a link to its field.
      assert.equal(await page.inputValue(at.matter.words), words);
      const faults = await page.locator('.fault[role="alert"] a').evaluateAll((links) => links.map((link) => link.hash));
      assert.deepEqual(faults, ["#name", "#phone"]);
      await page.fill(at.matter.name, "Trần Thị Mẫu");
      await page.fill(at.matter.phone, "0900 000 000");
      assert.equal(await page.isChecked(at.matter.consent), false, "consent is nobody's default");
      await page.check(at.matter.consent);
      await page.locator(at.matter.send).click();
      await page.waitForURL("**/da-gui/*");
      const code = await page.locator(at.matter.shown).textContent();
      assert.match(code, /^(?:[2-9A-HJKMNP-Z]{3}-){5}[2-9A-HJKMNP-Z]{3}$/);
      assert.ok(!page.url().includes(code.replaceAll("-", "")), "the code stands in an address");
      await stand.picture(page, `petition-thanks-${size.width}-${script}`);

      await page.locator('main a[href$="tra-cuu"]').click();
      await page.waitForURL("**/tra-cuu");
      await page.fill(at.matter.code, code.toLowerCase().replaceAll("-", " "));
      await page.locator(at.matter.send).click();
      await page.locator("main dl").waitFor();
      assert.match(await page.locator("main").textContent(), /Đã nhận, chờ xử lý/);
      assert.equal(new URL(page.url()).search, "", "nothing of it stands in the query");
      await stand.picture(page, `petition-tracked-${size.width}-${script}`);

      await page.locator("details:has(button[value=forget]) summary").click();
      await page.locator(at.matter.forget).click();
      await page.locator('[role="status"]').waitFor();
      assert.match(await page.locator('[role="status"]').textContent(), /được rút lại/);
      assert.match(await page.locator("main").textContent(), /Đã rút/);
      assert.equal(await page.locator(at.matter.forget).count(), 0);
      await close();
    });
  }
}

test("a report is sent from a procedure, without a name", async () => {
  const { page, close } = await stand.open(shared, { script: false });
  await page.goto(`${server.origin}/thu-tuc/1.000894`);
  await page.locator('main a[href*="bao-tin/"]').click();
  await page.locator('main a[href$="bao-tin/phuong-vi-du/thu-tuc/1.000894"]').click();
  assert.match(await page.locator("main").textContent(), /không phải là đơn tố cáo/);
  await page.locator('#demand input[value="fee"]').check();
  await page.locator(at.matter.send).click();
  await page.waitForURL("**/da-gui/*");
  assert.match(await page.locator("main").textContent(), /không có trả lời riêng/);
  await close();
});

for (const script of [true, false]) {
  test(`a code behind the sign # never leaves the browser but in the form, script ${script ? "on" : "off"}`, async () => {
    const { page, close } = await stand.open(shared, { script });
    const asked = [];
    page.on("request", (request) => asked.push(`${request.url()} ${request.headers().referer ?? ""}`));
    await page.goto(`${server.origin}/tra-cuu#2AB-3CD-4EF-5GH-6JK-7MN`);
    // Without script the field is as empty as ever, and nothing breaks.
    assert.equal(await page.inputValue(at.matter.code), script ? "2AB-3CD-4EF-5GH-6JK-7MN" : "");
    if (script) assert.equal(new URL(page.url()).hash, "", "it does not stay in the address");
    await page.fill(at.matter.code, "2AB-3CD-4EF-5GH-6JK-7MN");
    await page.locator(at.matter.send).click();
    await page.locator("main [role=alert]").waitFor();
    assert.ok(asked.length >= 2 && asked.every((one) => !one.includes("2AB")), asked.join("\n"));
    await close();
  });
}

test("no code and no contact is in what the server says", async () => {
  assert.doesNotMatch(server.said(), /[2-9A-HJKMNP-Z]{3}-[2-9A-HJKMNP-Z]{3}-|Mẫu|0900 000 000/);
});
