// How long the page's script takes a key over 2,000 procedures on a phone six times slower than this machine. Not in the
// gate: the bounds (100 ms for the first key, 16 ms for later ones) are not met yet (benches/README.md).
//
//   tests/browser/run search-speed.mjs

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import * as stand from "./support.mjs";

const done = stand.stopwatch("search-speed");
const input = "#tim";
const many = 2000;
const keys = ["d", "da", "dan", "dang", "dang ", "dang k", "dang ky", "dang ky k"];

let server, shared, list;

before(async () => {
  server = await stand.serve();
  shared = await stand.browser();
  const home = (await stand.get(`${server.origin}/`)).body.toString("utf8");
  const [path] = stand.attributes(home, "data-list");
  list = (await stand.get(`${server.origin}/${path}`)).body.toString("utf8");
});

after(async () => {
  await shared?.close();
  await server?.stop();
  done();
});

test(`of ${many} procedures on a slow phone, the first key takes 100 ms and later ones 16`, async () => {
  const [head, fields, rows] = list.split("\n\n");
  const own = rows.split("\n");
  const long = Array.from({ length: many }, (_, at) => own[at % own.length].replace(/^\S+/, `1.${at}`));
  const body = [head, fields, long.join("\n")].join("\n\n");
  const best = keys.map(() => Infinity);
  for (let trial = 0; trial < 4; trial += 1) {
    const { page, close } = await stand.open(shared);
    await page.route("**/tim-vi-*", (route) => route.fulfill({ body, contentType: "text/plain; charset=utf-8" }));
    await page.goto(`${server.origin}/`);
    const devtools = await page.context().newCDPSession(page);
    await devtools.send("Emulation.setCPUThrottlingRate", { rate: 6 });
    const answered = page.waitForResponse(/tim-vi-/);
    await page.focus(input);
    await answered;
    await page.waitForTimeout(600);
    const took = await page.evaluate(
      async ([selector, texts]) => {
        const field = document.querySelector(selector);
        const times = [];
        for (const text of texts) {
          const start = performance.now();
          field.value = text;
          await field.oninput();
          times.push(performance.now() - start);
        }
        return times;
      },
      [input, keys],
    );
    took.forEach((time, at) => (best[at] = Math.min(best[at], time)));
    await close();
  }
  console.log(`milliseconds a key: ${best.map((time) => time.toFixed(1)).join(" ")}`);
  assert.ok(best[0] <= 100, `the first key took ${best[0]} ms`);
  assert.ok(Math.max(...best.slice(1)) <= 16, `a later key took ${Math.max(...best.slice(1))} ms`);
});
