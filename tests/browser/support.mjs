// What the tests stand on: the binary, a server for each test file, a browser, a crawl along the links.

import { execFile, spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { cp, mkdtemp, mkdir, readFile, rm, writeFile } from "node:fs/promises";
import http from "node:http";
import net from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { chromium } from "playwright-core";
import { homeOf, kinds, placeOf, ratingsIn } from "./selectors.mjs";

const run = promisify(execFile);
export const root = fileURLToPath(new URL("../../", import.meta.url));
export const site = join(root, "site-content");
export const screenshots = join(root, "target", "screenshots");

// A debug build renders the whole sample before it answers.
const startLimit = 120_000;

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

// Starts `niemyet serve` on a free port and waits until it answers.
export async function serve({ content = site, port } = {}) {
  const home = await folder();
  const data = join(home, "var");
  port ??= await freePort();
  const origin = `http://127.0.0.1:${port}`;
  const args = ["serve", "--site", content, "--output", join(home, "output"), "--data", data, "--port", String(port)];
  const child = spawn(binary(), args, { cwd: root, stdio: ["ignore", "pipe", "pipe"] });
  let said = "";
  for (const stream of [child.stdout, child.stderr]) stream.on("data", (piece) => (said += piece));
  const ended = new Promise((resolve) => child.once("close", resolve));
  const stop = async () => {
    child.kill("SIGTERM");
    await Promise.race([ended, sleep(10_000).then(() => child.kill("SIGKILL"))]);
    await ended;
    await rm(home, { recursive: true, force: true });
  };
  try {
    await answering(origin, child);
  } catch (error) {
    await stop();
    throw new Error(`niemyet ${args.join(" ")}: ${error.message}\n${said}`);
  }
  return { origin, data, stop };
}

async function answering(origin, child) {
  const end = Date.now() + startLimit;
  while (Date.now() < end) {
    if (child.exitCode !== null) throw new Error(`ended with ${child.exitCode}`);
    const answer = await get(`${origin}/healthz`).catch(() => undefined);
    if (answer?.status === 200) return;
    await sleep(50);
  }
  throw new Error(`no answer from /healthz in ${startLimit / 1000} s`);
}

// A copy of the sample content with another address in `base_url`.
export async function contentAt(origin) {
  const copy = join(await folder(), "site-content");
  await cp(site, copy, { recursive: true });
  const file = join(copy, "site.yaml");
  const text = await readFile(file, "utf8");
  const changed = text.replace(/^base_url: .*$/m, `base_url: "${origin}"`);
  if (changed === text) throw new Error("site.yaml names no base_url");
  await writeFile(file, changed);
  return copy;
}

// The ratings that the store holds now.
export async function ratings(data) {
  return ratingsIn(JSON.parse(await niemyet("store", "export", "--data", data, "--format", "json")));
}

// One GET without following, with the body as sent: what a phone pays for.
export function get(url, headers = {}) {
  return new Promise((resolve, reject) => {
    const request = http.get(url, { headers, agent: false }, (response) => {
      const pieces = [];
      response.on("data", (piece) => pieces.push(piece));
      response.on("error", reject);
      response.on("end", () => {
        resolve({ status: response.statusCode, headers: response.headers, body: Buffer.concat(pieces) });
      });
    });
    request.on("error", reject);
  });
}

// Follows links from the home pages until each kind of page is found in each language, breadth first.
// Gives a map from "<kind>-<language>" to an address.
export async function findPages(origin, limit = 600) {
  const found = new Map();
  const queue = Object.values(homeOf).map((path) => new URL(path, origin).href);
  const seen = new Set(queue);
  const wanted = kinds.length * Object.keys(homeOf).length;
  for (let at = 0; at < queue.length && at < limit && found.size < wanted; at += 1) {
    const { status, headers, body } = await get(queue[at]);
    const next = [];
    if (status >= 300 && status < 400) next.push(headers.location);
    if (status !== 200 && next.length === 0) throw new Error(`a link leads to ${status}: ${queue[at]}`);
    if (/^text\/html/.test(headers["content-type"] ?? "") && status === 200) {
      note(found, queue[at]);
      for (const [, href] of body.toString("utf8").matchAll(/<a\s[^>]*?href="([^"]*)"/g)) next.push(href);
    }
    for (const href of next) {
      const url = new URL(href.replaceAll("&amp;", "&"), queue[at]);
      url.hash = "";
      if (url.origin === origin && !seen.has(url.href)) {
        seen.add(url.href);
        queue.push(url.href);
      }
    }
  }
  return found;
}

function note(found, address) {
  const { language, path } = placeOf(new URL(address).pathname);
  const match = kinds.find((entry) => entry.path.test(path));
  const name = match && `${match.kind}-${language}`;
  if (match && !found.has(name)) found.set(name, address);
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
    ],
  });
}

export const sizes = [
  { width: 360, height: 740 },
  { width: 1280, height: 800 },
];

// A page in a context of its own; `close` it when done.
export async function open(shared, { size = sizes[0], script = true, locale = "vi-VN" } = {}) {
  const context = await shared.newContext({ viewport: size, javaScriptEnabled: script, locale });
  const page = await context.newPage();
  page.setDefaultTimeout(15_000);
  page.setDefaultNavigationTimeout(15_000);
  return { page, close: () => context.close() };
}

export async function picture(page, name) {
  await mkdir(screenshots, { recursive: true });
  await page.screenshot({ path: join(screenshots, `${name}.png`), fullPage: true });
}
