// What the tests stand on: the binary, a server for each test file, a browser, a crawl along the links.

import assert from "node:assert/strict";
import { execFile, spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { cp, mkdtemp, mkdir, readFile, rm, writeFile } from "node:fs/promises";
import http from "node:http";
import net from "node:net";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { chromium } from "playwright-core";
import * as at from "./selectors.mjs";

const run = promisify(execFile);
export const root = fileURLToPath(new URL("../../", import.meta.url));
export const site = join(root, "site-content");
export const screenshots = join(root, "target", "screenshots");

// A debug build on a busy machine renders the whole sample before it answers.
const startLimit = 60_000;

export function binary() {
  const path = process.env.NIEMYET_BIN ?? join(root, "target", "debug", "niemyet");
  if (!existsSync(path)) {
    throw new Error(`no binary at ${path}: build it (cargo build) or name it by NIEMYET_BIN`);
  }
  return path;
}

// Runs `niemyet …` to its end and gives what it printed; fails with its own words.
export async function niemyet(...args) {
  try {
    const { stdout } = await run(binary(), args, { cwd: root, maxBuffer: 256 * 1024 * 1024 });
    return stdout;
  } catch (error) {
    throw new Error(`niemyet ${args.join(" ")} ended with ${error.code}:\n${error.stderr ?? error.message}`);
  }
}

export async function freePort() {
  const server = net.createServer();
  await new Promise((resolve, reject) => server.once("error", reject).listen(0, "127.0.0.1", resolve));
  const { port } = server.address();
  await new Promise((resolve) => server.close(resolve));
  return port;
}

export async function folder() {
  return mkdtemp(join(tmpdir(), "niemyet-browser-"));
}

export async function remove(...paths) {
  for (const path of paths) if (path) await rm(path, { recursive: true, force: true });
}

// Starts `niemyet serve` on a free port and waits until it has said that it is ready. `home` is a folder that outlives
// the server; without it the server's files go with it. `data` lies elsewhere if it is named; `within` are words before
// the command, which become it.
export async function serve({ content = site, port, home, data, within = [], more = [] } = {}) {
  const own = home ?? (await folder());
  data ??= join(own, "var");
  const output = join(own, "output");
  port ??= await freePort();
  const origin = `http://127.0.0.1:${port}`;
  const args = ["serve", "--site", content, "--output", output, "--data", data, "--port", String(port), ...more];
  const [program, ...words] = [...within, binary(), ...args];
  const child = spawn(program, words, { cwd: root, stdio: ["ignore", "pipe", "pipe"] });
  let said = "";
  for (const stream of [child.stdout, child.stderr]) stream.setEncoding("utf8").on("data", (piece) => (said += piece));
  const ended = new Promise((resolve) => child.once("close", (code, signal) => resolve({ code, signal })));
  const end = async (signal) => {
    child.kill(signal);
    const late = setTimeout(() => child.kill("SIGKILL"), 10_000);
    const how = await ended;
    clearTimeout(late);
    return how;
  };
  const stop = async () => {
    await end("SIGTERM");
    if (!home) await remove(own);
  };
  try {
    await ready(origin, child, () => said.includes("Ctrl+C"));
  } catch (error) {
    await stop();
    throw new Error(`niemyet ${args.join(" ")}: ${error.message}\n${said}`);
  }
  return { origin, port, data, output, said: () => said, end, ended, stop };
}

async function ready(origin, child, welcomed) {
  const end = Date.now() + startLimit;
  while (Date.now() < end) {
    if (child.exitCode !== null) throw new Error(`ended with ${child.exitCode}`);
    if (welcomed()) {
      const answer = await get(`${origin}/healthz`);
      assert.equal(answer.status, 200, "/healthz");
      return;
    }
    await sleep(20);
  }
  throw new Error(`not ready in ${startLimit / 1000} s`);
}

// A copy of the sample content, in a folder of its own that is to be removed.
export async function copyOfContent() {
  const home = await folder();
  const content = join(home, "site-content");
  await cp(site, content, { recursive: true });
  return { home, content };
}

// Changes a file of a copy; fails where there is nothing to change.
export async function edit(content, file, from, to) {
  const path = join(content, file);
  const text = await readFile(path, "utf8");
  const changed = text.replace(from, to);
  assert.notEqual(changed, text, `${file} holds nothing like ${from}`);
  await writeFile(path, changed);
  return changed;
}

// The ratings that the store holds now; `more` names another database than that of the folder.
export async function ratings(data, more = []) {
  return at.ratingsIn(await niemyet("store", "export", "--data", data, "--format", "json", ...more));
}

// One request without following, with the body as sent: what a phone pays for.
export function get(url, headers = {}) {
  return request("GET", url, headers);
}

export function postForm(url, fields, headers = {}) {
  const type = { "content-type": "application/x-www-form-urlencoded" };
  return request("POST", url, { ...type, ...headers }, new URLSearchParams(fields).toString());
}

function request(method, url, headers, body) {
  return new Promise((resolve, reject) => {
    const sent = http.request(url, { method, headers, agent: false }, (response) => {
      const pieces = [];
      response.on("data", (piece) => pieces.push(piece));
      response.on("error", reject);
      response.on("end", () => {
        resolve({ status: response.statusCode, headers: response.headers, body: Buffer.concat(pieces) });
      });
    });
    sent.on("error", reject);
    sent.end(body);
  });
}

// The fields of a rating page as a browser would send them, with one face chosen.
export async function ratingFields(url, face = 5) {
  const { status, body } = await get(url);
  assert.equal(status, 200, url);
  const hidden = body.toString("utf8").matchAll(/<input type="hidden" name="([^"]*)" value="([^"]*)"/g);
  const question = /<button type="submit" name="([^"]*)"/.exec(body.toString("utf8"))[1];
  return { ...Object.fromEntries(Array.from(hidden, ([, name, value]) => [name, value])), [question]: String(face) };
}

// Sends ratings of other visits without pause from the moment on that the host asks to wait, until it is ended.
export async function flood(target) {
  const fields = await ratingFields(target);
  let [going, sent] = [true, 0];
  const key = () => (Date.now() * 100_000 + (sent += 1)).toString(16).padStart(32, "a");
  const send = async () => (await postForm(target, { ...fields, key: key(), stamp: "0".repeat(64) })).status;
  while ((await send()) !== 429) assert.ok(sent < 1000, "the host takes any number at once");
  const streams = Array.from({ length: 2 }, async () => {
    while (going) await send();
  });
  return { end: () => ((going = false), Promise.all(streams)) };
}

export function attributes(html, name) {
  const text = html.replace(/<(style|script)\b[^>]*>[^]*?<\/\1>/g, "");
  return Array.from(text.matchAll(new RegExp(`<[a-z][^>]*?\\s${name}="([^"]*)"`, "g")), ([, value]) => plain(value));
}

function plain(text) {
  return text.replaceAll("&#39;", "'").replaceAll("&quot;", '"').replaceAll("&lt;", "<").replaceAll("&amp;", "&");
}

// Follows all links within the site, breadth first, from the home page of each language. Gives a map from each
// address to what was answered and the pages that link to it; `fragments` are the links with a fragment.
export async function crawl(origin) {
  const found = new Map();
  const fragments = [];
  const queue = Object.values(at.homeOf).map((path) => new URL(path, origin).href);
  for (const start of queue) found.set(start, { from: new Set(["the start"]) });
  for (let next = 0; next < queue.length; next += 1) {
    const address = queue[next];
    const answer = await get(address);
    const entry = Object.assign(found.get(address), answer);
    const html = answer.status === 200 && /^text\/html/.test(answer.headers["content-type"] ?? "");
    if (!html) continue;
    entry.html = answer.body.toString("utf8");
    for (const name of ["href", "src", "action"]) {
      for (const value of attributes(entry.html, name)) {
        const url = new URL(value, address);
        // The canonical address and its alternates name the public host of the sample; they are not followed here.
        if (url.origin !== origin) continue;
        const fragment = decodeURIComponent(url.hash.slice(1));
        url.hash = "";
        if (fragment) fragments.push({ from: address, to: url.href, fragment });
        if (found.has(url.href)) {
          found.get(url.href).from.add(address);
        } else {
          found.set(url.href, { from: new Set([address]) });
          queue.push(url.href);
        }
      }
    }
  }
  return { found, fragments };
}

// One page of each kind in each language, found by following links: a map from "<kind>-<language>" to an address.
export async function findPages(origin) {
  const pages = new Map();
  for (const [address, { html }] of (await crawl(origin)).found) {
    if (!html) continue;
    const { language, path } = at.placeOf(new URL(address).pathname);
    const match = at.kinds.find((entry) => entry.path.test(path));
    const name = match && `${match.kind}-${language}`;
    if (match && !pages.has(name)) pages.set(name, address);
  }
  return pages;
}

// Adds a survey to a copy of the content and offers it beside the others.
export async function addSurvey(content, id, text) {
  await writeFile(join(content, "surveys", `${id}.yaml`), text);
  await edit(content, "site.yaml", /more: \[/, `more: [${id}, `);
}

// The ledger of printed codes of a copy that lies in `home`.
export async function ledger(home) {
  return readFile(join(home, "site-content", "printed-codes.yaml"), "utf8");
}

// The codes of the sample that are in use.
export async function codes(content = site) {
  const ledger = await readFile(join(content, "printed-codes.yaml"), "utf8");
  return Array.from(ledger.matchAll(/^ *- \{code: (\w+),(.*)\}$/gm))
    .filter(([, , rest]) => !rest.includes("retired:"))
    .map(([, code]) => code);
}

// Stands between browser and server and writes down each request: also those of which the browser does not speak, such
// as one for an icon.
export async function relay(origin) {
  const heard = [];
  const made = http.createServer((incoming, outgoing) => {
    const { method, url, headers } = incoming;
    heard.push({ method, url, dest: headers["sec-fetch-dest"] ?? "unknown" });
    const onward = http.request(origin + url, { method, headers }, (answer) => {
      outgoing.writeHead(answer.statusCode, answer.rawHeaders);
      answer.pipe(outgoing);
    });
    onward.on("error", () => outgoing.destroy());
    incoming.pipe(onward);
  });
  await new Promise((resolve, reject) => made.once("error", reject).listen(0, "127.0.0.1", resolve));
  const close = () => {
    made.closeAllConnections();
    return new Promise((resolve) => made.close(resolve));
  };
  return { origin: `http://127.0.0.1:${made.address().port}`, heard, close };
}

export async function browser() {
  return chromium.launch({
    executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
    args: [
      "--headless",
      "--no-sandbox",
      "--disable-gpu",
      "--disable-quic",
      "--no-first-run",
      "--no-proxy-server",
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-sync",
      // A name that is looked up would be a request to somebody else.
      "--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE 127.0.0.1 , EXCLUDE localhost",
    ],
  });
}

export const sizes = [
  { width: 360, height: 740 },
  { width: 1280, height: 800 },
];

// A page in a context of its own: nothing is left of it when it is closed.
export async function open(shared, { size = sizes[0], script = true, locale = "vi-VN", ...more } = {}) {
  // Smooth scrolling would keep the pointer waiting for things to stand still.
  const still = { reducedMotion: "reduce" };
  const context = await shared.newContext({ viewport: size, javaScriptEnabled: script, locale, ...still, ...more });
  const page = await context.newPage();
  page.setDefaultTimeout(15_000);
  page.setDefaultNavigationTimeout(15_000);
  return { page, close: () => context.close() };
}

// Waits for an address. A second press aborts the way that the first one had begun, and goes it again.
export async function arrival(page, address) {
  const arrived = () => page.waitForURL(address);
  await arrived().catch((error) => {
    if (!/ERR_ABORTED/.test(error.message)) throw error;
    return arrived();
  });
}

export async function picture(page, name) {
  await mkdir(screenshots, { recursive: true });
  await page.screenshot({ path: join(screenshots, `${name}.png`), fullPage: true });
}

// Says how long a test file took, since the stage as a whole has a limit.
export function stopwatch(name) {
  const start = performance.now();
  return () => console.log(`${name}: ${((performance.now() - start) / 1000).toFixed(1)} s`);
}

export { dirname, join, sleep };
