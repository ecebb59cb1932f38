// Results at the officers' desk: figures with n and interval, charts with a table beside, nothing that needs a script;
// on a phone and on a desk, in both languages, looked through by axe. The tallies of three months that are over are
// written into the store by hand, since nobody can rate in the past.

import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { promisify } from "node:util";
import * as stand from "./support.mjs";

const done = stand.stopwatch("desk-results");
const axe = await readFile(new URL("node_modules/axe-core/axe.min.js", import.meta.url), "utf8");
const tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];
const password = "con mèo ngủ trưa";
const base = "/desk/ket-qua/phuong-vi-du";

// Ratings of the survey of five factors: of each counter, the shares of its levels, weaker from month to month in one.
const seed = `
import sqlite3, sys
database, months = sys.argv[1], [int(month) for month in sys.argv[2:]]
store = sqlite3.connect(database, timeout=30)
questions = ["chung", "co-so-vat-chat", "thai-do", "chuyen-nghiep", "thoi-gian", "phi-le-phi"]
def add(table, columns, values):
    places = ", ".join("?" * len(values))
    store.execute(f"INSERT INTO {table} VALUES ({places})", values)
for at, month in enumerate(months):
    for counter, ratings in (("quay-1", 60), ("quay-2", 40), ("quay-3", 3)):
        content = [max(1, ratings - ratings * (number + 2 * at) // 12) for number in range(len(questions))]
        levels = [[5] * n + [2] * (ratings - n) for n in content]
        way = ("nam-yeu-to", 1, "qr", 0)
        def count(question, answer, n):
            day = month * 100 + 7
            add("tally_answer", 12, ("phuong-vi-du", 0, day, counter, "1.000894", *way, question, answer, n))
            periods = [("phuong-vi-du", month, counter), ("", month, "phuong-vi-du"), ("", month // 100, "phuong-vi-du")]
            for scope, period, unit in periods:
                key = (scope, period, "qr", 0, unit, "nam-yeu-to", 1, question, answer)
                store.execute("INSERT INTO tally_period VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO UPDATE "
                              "SET n = n + excluded.n", (*key, n))
        count("*", "*", ratings)
        count("di-lai", "khong", ratings - 1)
        count("di-lai", "hai", 1)
        for question, given in zip(questions, levels):
            for level in sorted(set(given)):
                count(question, str(level), given.count(level))
        pairs = sorted(zip(questions, levels))
        for first, (one, given) in enumerate(pairs):
            for other, more in pairs[first:]:
                product = sum(a * b for a, b in zip(given, more))
                add("tally_score", 14, ("phuong-vi-du", 0, month, counter, *way, one, other, ratings, sum(given),
                                        sum(more), product))
store.commit()
`;

let server, shared;

// The three months before this one, the latest last: those of one year, so that they stand on one page.
function months() {
  const now = new Date(Date.now() + 7 * 3_600_000);
  // Until the second week of January the year before is the latest that is over.
  const [year, month] = [now.getUTCFullYear(), now.getUTCMonth()];
  const last = month < 3 ? [year - 1, 12] : [year, month - (now.getUTCDate() < 12 ? 1 : 0)];
  return [2, 1, 0].map((back) => last[0] * 100 + last[1] - back);
}

before(async () => {
  server = await stand.serve();
  shared = await stand.browser();
  const database = join(server.data, "niemyet.db");
  await promisify(execFile)("python3", ["-c", seed, database, ...months().map(String)]);
});

after(async () => {
  await shared?.close();
  await server?.stop();
  done();
});

async function signIn(page, account, ...role) {
  const said = await stand.niemyet("officer", "add", account, "--name", `Người ${account}`, ...role, "--data", server.data);
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
    await stand.picture(page, `desk-results-${name}-${size.width}`);
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

const period = () => `${String(months()[2]).slice(0, 4)}-${String(months()[2]).slice(4)}`;
const chosen = () => `?ky=${period()}&phieu=nam-yeu-to`;

test("a leader sees criteria, counters and months, with n and interval, without script", async () => {
  const { page, close } = await stand.open(shared, { script: false });
  await signIn(page, "minh", "--role", "leader", "--agency", "phuong-vi-du");
  await page.click("nav >> text=Kết quả đánh giá");
  await page.waitForURL(`**${base}`);
  await page.selectOption("#period", period());
  await page.selectOption("#survey", "nam-yeu-to");
  await page.click("main button");
  await page.waitForURL("**ky=*");
  const text = await page.innerText("main");
  assert.match(text, /103 đánh giá/);
  assert.match(text, /Nhiều nhất một lần|nhiều nhất một lần/);
  // The weakest criterion is the last one asked.
  const charts = await page.locator("svg[role=img]").count();
  assert.equal(charts, 3, "criteria, counters, months");
  const first = await page.locator("table").nth(1).locator("tbody tr").first().innerText();
  assert.match(first, /phí/i);
  assert.match(first, /\d+,\d %/);
  assert.match(first, /\d+,\d–\d+,\d/);
  for (const svg of await page.locator("svg[role=img]").all()) {
    assert.ok((await svg.locator("title").textContent()).length > 3);
    assert.ok((await svg.locator("desc").textContent()).length > 20);
  }
  await page.click("table a >> text=Quầy 2");
  await page.waitForURL("**/quay/quay-2*");
  assert.match(await page.innerText("main"), /40 đánh giá/);
  await page.goto(`${server.origin}${base}/thu-tuc${chosen()}`);
  assert.match(await page.innerText("main"), /1\.000894/);
  await close();
});

test("pages of results are sound on a phone and on a desk, in both languages", async () => {
  const { page, close } = await stand.open(shared, { bypassCSP: true });
  await signIn(page, "hoa", "--role", "leader", "--agency", "phuong-vi-du");
  await page.goto(`${server.origin}${base}${chosen()}`);
  await sound(page, "agency");
  await page.goto(`${server.origin}/en${base}${chosen()}&cach=gop&tinh=mean5-pooled`);
  assert.match(await page.innerText("main"), /All ways combined/);
  await sound(page, "agency-en");
  await page.goto(`${server.origin}${base}?ky=${period()}&cach=kiosk-verified`);
  assert.match(await page.innerText("main"), /Không có đánh giá nào/);
  await sound(page, "nothing");
  await close();
});

test("an officer of a counter is not shown what fewer than five said, the province sees all agencies", async () => {
  const officer = await stand.open(shared, { bypassCSP: true });
  await signIn(officer.page, "lan", "--role", "officer", "--agency", "phuong-vi-du");
  await officer.page.goto(`${server.origin}${base}${chosen()}`);
  assert.match(await officer.page.innerText("main"), /Không hiện: quá ít|quá ít đánh giá/);
  await sound(officer.page, "officer");
  await officer.page.goto(`${server.origin}${base}/quay/quay-3${chosen()}`);
  assert.match(await officer.page.innerText("main"), /quá ít đánh giá/);
  await officer.page.goto(`${server.origin}/desk/ket-qua/so-tu-phap${chosen()}`);
  assert.match(await officer.page.innerText("main"), /không được làm việc này/);
  await officer.close();
  const province = await stand.open(shared, { bypassCSP: true });
  await signIn(province.page, "tinh", "--role", "province");
  await province.page.goto(`${server.origin}/desk/ket-qua${chosen()}`);
  await sound(province.page, "province");
  await province.page.click("table a >> text=Ví Dụ");
  await province.page.waitForURL(`**${base}?*`);
  await province.close();
});
