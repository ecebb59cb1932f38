// Looking for a procedure: the page's script and a host answer each question of the table alike, the list comes only
// when somebody asks, and no form leads where nobody answers.

import assert from "node:assert/strict";
import { readFile, readdir } from "node:fs/promises";
import http from "node:http";
import { after, before, test } from "node:test";
import { pathToFileURL } from "node:url";
import vm from "node:vm";
import * as stand from "./support.mjs";

const done = stand.stopwatch("search");
const [input, results, said] = ["#tim", "[data-list] li a", "[data-list] [role=status]"];
const shownAtOnce = 10; // by the script; a host shows twenty

let server, shared, home, source, list;

before(async () => {
  server = await stand.serve();
  shared = await stand.browser();
  home = (await stand.get(`${server.origin}/`)).body.toString("utf8");
  const scripts = Array.from(home.matchAll(/<script>([^]*?)<\/script>/g), ([, text]) => text);
  source = scripts.find((text) => text.includes("[data-list]"));
  list = (await stand.get(`${server.origin}/${data("list")}`)).body.toString("utf8");
});

after(async () => {
  await shared?.close();
  await server?.stop();
  done();
});

// What the field says to its script.
function data(name) {
  return stand.attributes(home, `data-${name}`)[0];
}

// The script of the page over a list, without a browser: what it says and shows of a question.
async function script(text) {
  const element = () => ({
    append(...all) {
      this.children.push(...all);
    },
    set textContent(words) {
      Object.assign(this, { words, children: [] });
    },
  });
  const [status, rows, field] = [element(), element(), {}];
  const names = ["before", "lang", "found", "near", "none"];
  const form = {
    elements: { q: field },
    dataset: Object.fromEntries(names.map((name) => [name, data(name)])),
    querySelector: (selector) => (selector === "ul" ? rows : status),
  };
  const document = { querySelector: () => form, createElement: element };
  const fetch = async () => ({ text: async () => text });
  vm.runInNewContext(source, { document, fetch, location: { protocol: "https:" } });
  return async (question) => {
    field.value = question;
    await field.oninput();
    const codes = rows.children.map((item) => /([^/]+)\.html$/.exec(item.children[0].href)[1]);
    return { said: status.words, codes };
  };
}

// What a host says and shows.
async function host(question) {
  const answer = await stand.get(`${server.origin}/tim/?${new URLSearchParams({ q: question })}`);
  assert.equal(answer.status, 200, question);
  const html = answer.body.toString("utf8");
  const codes = Array.from(html.matchAll(/<li><a href="[^"]*thu-tuc\/([^"]+)\.html"/g), ([, code]) => code);
  return { said: /<p role="status">([^<]*)</.exec(html)[1], codes: codes.slice(0, shownAtOnce) };
}

async function table() {
  const text = await readFile(new URL("../search/queries.tsv", import.meta.url), "utf8");
  const lines = text.split("\n").filter((line) => line && !line.startsWith("#"));
  return lines.map((line) => line.split("\t"));
}

test("each question of the table is answered as it says, by script and host alike", async () => {
  const find = await script(list);
  const questions = await table();
  assert.ok(questions.length >= 200, `${questions.length}`);
  for (const [question, first] of questions) {
    const found = await find(question);
    assert.equal(found.codes[0] ?? "-", first, question);
    assert.deepEqual(await host(question), found, question);
  }
});

test("while one types, and with slips, both say the same", async () => {
  const typing = await script(list);
  for (const [question] of (await table()).filter((_, at) => at % 9 === 0)) {
    const signs = Array.from(question);
    const slips = [signs.slice(0, -1).join(""), question.replace(/(.)(.)( |$)/, "$2$1$3"), `${question}zz`, `${question} xe`];
    for (const text of [...signs.map((_, at) => signs.slice(0, at + 1).join("").trim()), ...slips]) {
      const found = await typing(text);
      assert.deepEqual(await host(text), found, text);
    }
  }
});

test("on a phone: nothing is fetched before somebody asks, then it works without a network", async () => {
  const { page, close } = await stand.open(shared);
  const asked = [];
  page.on("request", (request) => asked.push(new URL(request.url()).pathname));
  await page.goto(`${server.origin}/`);
  assert.deepEqual(asked, ["/"]);
  const answered = page.waitForResponse((answer) => answer.url().includes("/tim-vi-"));
  await page.focus(input);
  assert.match((await answered).headers()["cache-control"], /immutable/);
  await page.context().setOffline(true);
  await page.fill(input, "lam giay khai sinh cho con");
  await page.locator(results).first().waitFor();
  assert.equal(await page.locator(results).first().textContent(), "Đăng ký khai sinh");
  assert.match(await page.locator(said).textContent(), /Tìm thấy \d+ thủ tục/);
  await stand.picture(page, "search-typed-360-light");
  const wide = await page.evaluate("document.documentElement.scrollWidth");
  assert.ok(wide <= 360, `${wide}`);
  await page.fill(input, "");
  assert.equal(await page.locator(results).count(), 0);
  assert.equal(asked.length, 2);
  await close();
});

test("without a script the form leads to a page with the same answer", async () => {
  for (const [start, question, first] of [["/", "sang ten xe", "Đăng ký sang tên xe"], ["/en/", "get married", "Register a marriage"]]) {
    const { page, close } = await stand.open(shared, { script: false });
    await page.goto(server.origin + start);
    await page.fill(input, question);
    await page.press(input, "Enter");
    await page.waitForURL(/\/tim\/\?q=/);
    assert.equal(await page.locator(results).first().textContent(), first);
    await page.locator(results).first().click();
    await page.waitForURL(/thu-tuc/);
    await close();
  }
});

test("a site without a host shows no form without its script, and one that works with it", async () => {
  const folder = await stand.folder();
  await stand.niemyet("build", "--site", stand.site, "--output", folder, "--only", "site");
  const files = `${folder}/site`;
  assert.ok((await readdir(files)).every((name) => name !== "tim-vi"), "what is for a host alone is not there");
  const plain = http.createServer(async (request, answer) => {
    const path = new URL(request.url, "http://x").pathname.replace(/\/$/, "/index.html");
    const body = await readFile(files + path).catch(() => null);
    const type = path.endsWith(".txt") ? "text/plain; charset=utf-8" : "text/html; charset=utf-8";
    answer.writeHead(body ? 200 : 404, { "content-type": type });
    answer.end(body);
  });
  await new Promise((resolve) => plain.listen(0, "127.0.0.1", resolve));
  const origin = `http://127.0.0.1:${plain.address().port}`;
  const without = await stand.open(shared, { script: false });
  await without.page.goto(`${origin}/`);
  assert.ok(!(await without.page.isVisible(input)));
  await without.close();
  const { page, close } = await stand.open(shared);
  await page.goto(`${origin}/`);
  await page.fill(input, "ket hon");
  await page.locator(results).first().waitFor();
  await page.press(input, "Enter");
  await page.waitForURL(/thu-tuc\/1\.000894\.html$/);
  await page.goto(pathToFileURL(`${files}/index.html`).href);
  assert.ok(!(await page.isVisible(input)), "from a disk no list can be fetched");
  await close();
  await new Promise((resolve) => plain.close(resolve));
  await stand.remove(folder);
});
