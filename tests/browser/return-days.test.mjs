// The day on which a result may be expected: the page's script over the same table as the program, and on a page.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { after, test } from "node:test";
import vm from "node:vm";
import * as stand from "./support.mjs";

const done = stand.stopwatch("return-days");
const source = await readFile(new URL("../../themes/default/when.js", import.meta.url), "utf8");
const lines = (await readFile(new URL("../return-days/cases.tsv", import.meta.url), "utf8")).split("\n").filter(Boolean);
const number = (day) => Date.parse(`${day}T00:00Z`) / 864e5;
const minutes = (hour) => Number(hour.slice(0, 2)) * 60 + Number(hour.slice(3));
const letters = { working_days: "w", days: "d", months: "m" };

after(done);

// The days that stand behind a word at the head of the table.
function days(word) {
  const line = lines.find((one) => one.startsWith(`# ${word} `));
  return line.slice(word.length + 3).split(" ").map(number);
}

// What the script makes of a case; "-" where it stays hidden.
function reckoned([day, hour, cutoff, limit]) {
  const [count, unit] = limit === "same_day" ? ["", "s"] : [parseInt(limit, 10), letters[limit.split(" ")[1]]];
  if (!unit) return "-"; // hours: the page gives the script no rule
  const now = number(day) * 864e5 + (minutes(hour) - 7 * 60) * 6e4;
  class Clock extends Date {
    static now() {
      return now;
    }
  }
  const guessed = days("estimated");
  const dataset = {
    off: [...days("off"), ...guessed].join(" "),
    guessed: guessed.join(" "),
    worked: days("worked").join(" "),
    weekend: "67",
    until: String(number("2027-12-31")),
    expect: "#",
    guess: "~",
  };
  const place = { dataset: { limit: count + unit }, hidden: true, firstChild: {} };
  if (cutoff !== "-") place.dataset.cutoff = String(minutes(cutoff));
  const document = {
    documentElement: { lang: "vi" },
    querySelector: (selector) => (selector === "[data-off]" ? { dataset } : {}),
    querySelectorAll: () => [place],
  };
  vm.runInNewContext(source, { document, Date: Clock });
  if (place.hidden) return "-";
  const due = new Date(place.dataset.due * 864e5).toISOString().slice(0, 10);
  return due + (place.firstChild.textContent.endsWith(" ~") ? "~" : "");
}

test("the script gives the days of the table", () => {
  const cases = lines.filter((line) => !line.startsWith("#")).map((line) => line.split("\t"));
  assert.ok(cases.length >= 120, `${cases.length}`);
  for (const [...cells] of cases) assert.equal(reckoned(cells), cells[4], cells.join(" "));
});

test("a page says the day to somebody who has a script, and the rule to everybody", async () => {
  const server = await stand.serve();
  const shared = await stand.browser();
  try {
    const { page, close } = await stand.open(shared);
    // Friday 20 November 2026, ten o'clock in Vietnam.
    await page.clock.setFixedTime(new Date("2026-11-20T03:00:00Z"));
    await page.goto(`${server.origin}/thu-tuc/1.004194.html`);
    const shown = page.locator("[data-limit]:visible");
    assert.ok((await shown.count()) > 0, "some way to file names its day");
    assert.match(await shown.first().textContent(), /Nộp bây giờ: dự kiến trả .*2026/);
    assert.ok(await page.locator("[data-note]").isVisible());
    await stand.picture(page, "expected-day-360-light");
    await close();
    const without = await stand.open(shared, { script: false });
    await without.page.goto(`${server.origin}/thu-tuc/1.004194.html`);
    assert.equal(await without.page.locator("[data-limit]:visible").count(), 0);
    assert.match(await without.page.locator("#cach-nop").textContent(), /ngày làm việc/);
    await without.close();
  } finally {
    await shared.close();
    await server.stop();
  }
});
