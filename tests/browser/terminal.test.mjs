// From the symbol to the rating page: in the terminal, as a picture and on the printed card, read by zbarimg and followed.

import assert from "node:assert/strict";
import { readdir } from "node:fs/promises";
import { networkInterfaces } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { pathToFileURL } from "node:url";
import * as at from "./selectors.mjs";
import * as stand from "./support.mjs";
import { read, readTerminal } from "./symbols.mjs";

const done = stand.stopwatch("terminal");
const unreachable = { vi: "Điện thoại không tới được địa chỉ này", en: "A phone cannot reach this address" };
const trial = { vi: "chỉ để thử", en: "for a trial" };
let server, home, all;

before(async () => {
  home = await stand.folder();
  all = await stand.codes();
  server = await stand.serve({ home });
});

after(async () => {
  await server?.stop();
  await stand.remove(home);
  done();
});

// Follows an address as a phone would and finds the form of its code.
async function follow(address) {
  const code = /\/Q\/([0-9A-Z]{7})$/.exec(address)?.[1];
  assert.ok(all.includes(code), `${address} carries no code of the ledger`);
  const { status, body } = await stand.get(address);
  assert.equal(status, 200, address);
  const html = body.toString("utf8");
  assert.match(html, /<form [^>]*method="post"/, address);
  assert.ok(html.includes(`action="/Q/${code}"`), `${address} leads to the form of another code`);
  return code;
}

// The greys of ground and letters of a terminal.
const terminals = { dark: [0, 255], light: [255, 0] };

// What stands in the lines of the symbol and around it.
async function assertTrialSymbol(said, language, origin) {
  const address = await readTerminal(said, join(home, "terminal.png"), terminals.dark);
  assert.equal(address.toLowerCase().startsWith(`${origin}/q/`), true, `${address} does not lie on ${origin}`);
  assert.ok(said.includes(address), "the address is printed in letters too");
  await follow(address);
  const before = said.split("\n").slice(0, said.split("\n").findIndex((line) => /^[█▀▄ ]{20,}$/.test(line)));
  const mark = before.slice(-3).join("\n");
  assert.match(mark, /\bTEST\b/, "the symbol is not marked TEST");
  assert.ok(mark.includes(trial[language]), `the symbol is not marked "${trial[language]}"`);
}

test("the symbol in the terminal is a TEST that leads to a rating page of this machine", async () => {
  await assertTrialSymbol(server.said(), "vi", `http://localhost:${server.port}`);
  assert.ok(server.said().includes(unreachable.vi), "nothing says that a phone cannot reach it");
  assert.ok(server.said().includes("--lan"));
});

test("the symbol is drawn for a light terminal when asked", async () => {
  const light = await stand.serve({ more: ["--light-terminal"] });
  try {
    await follow(await readTerminal(light.said(), join(home, "terminal-light.png"), terminals.light));
  } finally {
    await light.stop();
  }
});

test("both loopback addresses answer", async () => {
  for (const host of ["127.0.0.1", "[::1]", "localhost"]) {
    if (host === "[::1]" && !Object.values(networkInterfaces()).flat().some(({ address }) => address === "::1")) continue;
    assert.equal((await stand.get(`http://${host}:${server.port}/Q/${all[0]}`)).status, 200, host);
  }
});

test("every picture of a sheet leads to the rating page of its counter", async () => {
  const folder = join(server.output, "sheets");
  const names = (await readdir(folder, { recursive: true })).filter((name) => name.endsWith(".png"));
  assert.equal(names.length, all.length, "one picture for each code in use");
  const codes = [];
  for (const address of await read(...names.map((name) => join(folder, name)))) codes.push(await follow(address));
  assert.deepEqual(codes.sort(), [...all].sort());
});

test("every counter card is one page on which nothing is cut off, and its symbol is read from paper", async (t) => {
  const folder = join(server.output, "sheets");
  const names = (await readdir(folder, { recursive: true })).filter((name) => name.endsWith(".html")).sort();
  assert.equal(names.length, all.length * at.languages.length);
  const shared = await stand.browser();
  t.after(() => shared.close());
  // A4 in CSS pixels, at 150 dots to the inch.
  const paper = { size: { width: 794, height: 1123 }, deviceScaleFactor: 150 / 96, script: false };
  const { page, close } = await stand.open(shared, paper);
  t.after(close);
  await page.emulateMedia({ media: "print" });
  const asked = [];
  page.on("request", (request) => asked.push(request.url()));
  const pictures = [];
  const faults = [];
  for (const [index, name] of names.entries()) {
    await page.goto(pathToFileURL(join(folder, name)).href);
    const sheet = page.locator(".sheet");
    const [tall, wide] = await sheet.evaluate((it) => [it.scrollHeight - it.clientHeight, it.scrollWidth - it.clientWidth]);
    if (tall > 0 || wide > 0) faults.push(`${name}: ${tall} pixels are cut off below, ${wide} at the side`);
    for (const pair of await page.evaluate(overlapping)) faults.push(`${name}: text lies on text: ${pair}`);
    const pdf = (await page.pdf({ preferCSSPageSize: true, printBackground: true })).toString("latin1");
    const count = pdf.match(/\/Type\s*\/Page\b/g).length;
    if (count !== 1) faults.push(`${name}: ${count} pages`);
    pictures.push(join(home, `card-${index}.png`));
    await page.screenshot({ path: pictures.at(-1) });
    if (index < 2) await stand.picture(page, `card-${name.replaceAll("/", "-").replace(/\.html$/, "")}`);
  }
  const addresses = await read(...pictures);
  for (const [index, name] of names.entries()) {
    const code = await follow(addresses[index]);
    await page.goto(pathToFileURL(join(folder, name)).href);
    const text = (await page.locator("body").innerText()).replace(/[-‑ ]/g, "");
    assert.ok(text.includes(code), `${name}: the code under the symbol is not that in it`);
  }
  assert.deepEqual(faults, []);
  assert.deepEqual(asked.filter((url) => !url.startsWith("file:") && !url.startsWith("data:")), [], "a card must need no network");
});

// Runs in the page: pairs of blocks of text that share room. A block is what holds letters of its own.
function overlapping() {
  const blocks = Array.from(document.querySelectorAll(".sheet p, .sheet h1, .sheet li, .sheet .symbol, .sheet .last span"))
    .map((it) => ({ it, box: it.getBoundingClientRect() }))
    .filter(({ box }) => box.width > 0 && box.height > 0);
  const pairs = [];
  for (const [at, one] of blocks.entries()) {
    for (const other of blocks.slice(at + 1)) {
      if (one.it.contains(other.it) || other.it.contains(one.it)) continue;
      const wide = Math.min(one.box.right, other.box.right) - Math.max(one.box.left, other.box.left);
      const tall = Math.min(one.box.bottom, other.box.bottom) - Math.max(one.box.top, other.box.top);
      if (wide > 1 && tall > 1) pairs.push(`${one.it.textContent.trim().slice(0, 40)} / ${other.it.textContent.trim().slice(0, 40)}`);
    }
  }
  return pairs;
}

test("in English the terminal says the same", async () => {
  const english = await stand.serve({ home: join(home, "en"), more: ["--lang", "en"] });
  try {
    await assertTrialSymbol(english.said(), "en", `http://localhost:${english.port}`);
    assert.ok(english.said().includes(unreachable.en));
  } finally {
    await english.stop();
  }
});

test("with --lan the symbol leads to an address on the local network, marked as a trial", async () => {
  const near = Object.values(networkInterfaces()).flat().filter(({ internal }) => !internal).map(({ address }) => address);
  const lan = await stand.serve({ home: join(home, "lan"), more: ["--lan"] });
  try {
    const said = lan.said();
    assert.ok(!said.includes(unreachable.vi), "with --lan a phone can reach it");
    const address = /^(http:\/\/(\S+):\d+)\/Q\/[0-9A-Z]{7}$/m.exec(said);
    assert.ok(address, said);
    if (/localhost/i.test(address[2])) {
      // A machine without a network: that is said, and the symbol stays on this machine.
      assert.deepEqual(near, [], "this machine has a local network");
      assert.match(said, /Không thấy mạng nội bộ/);
      await assertTrialSymbol(said, "vi", `http://localhost:${lan.port}`);
      return;
    }
    assert.ok(near.includes(address[2].replace(/[[\]]/g, "")), `${address[2]} is no address that others reach: ${near}`);
    await assertTrialSymbol(said, "vi", address[1]);
    const folder = join(lan.output, "sheets");
    const [first] = (await readdir(folder, { recursive: true })).filter((name) => name.endsWith(".png"));
    const [printed] = await read(join(folder, first));
    assert.ok(printed.startsWith(`${address[1]}/Q/`), `${printed}: sheets of a trial carry the address that a phone reaches`);
    await follow(printed);
  } finally {
    await lan.stop();
  }
});
