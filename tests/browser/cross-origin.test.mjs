// The site on a plain static host, the feedback endpoint on another origin. The static page cannot hold a key of its
// own: the script fetches one, and without script the endpoint asks once more on a page of one button.

import assert from "node:assert/strict";
import { createReadStream } from "node:fs";
import { rm, stat } from "node:fs/promises";
import http from "node:http";
import { dirname, extname, join, normalize } from "node:path";
import { after, before, test } from "node:test";
import * as at from "./selectors.mjs";
import { browser, contentAt, findPages, folder, freePort, niemyet, open, ratings, serve, sizes } from "./support.mjs";

const types = { ".html": "text/html; charset=utf-8", ".css": "text/css", ".js": "text/javascript", ".svg": "image/svg+xml" };

let statics, server, shared, address, content, output;

before(async () => {
  const [sitePort, feedbackPort] = [await freePort(), await freePort()];
  const origin = `http://127.0.0.1:${sitePort}`;
  content = await contentAt(origin);
  output = await folder();
  await niemyet("build", "--site", content, "--output", output, "--feedback", `http://127.0.0.1:${feedbackPort}`);
  statics = await host(output, sitePort);
  server = await serve({ content, port: feedbackPort });
  address = (await findPages(origin)).get("rating-vi");
  assert.ok(address, "no printed code is linked from the site");
  shared = await browser();
});

after(async () => {
  await shared?.close();
  await server?.stop();
  statics?.close();
  for (const made of [output, content && dirname(content)]) {
    if (made) await rm(made, { recursive: true, force: true });
  }
});

// A static host of the plainest kind: files, `index.html` in a folder, a slash where a folder lacks one.
async function host(files, port) {
  const answer = async (request, response) => {
    const path = normalize(decodeURIComponent(new URL(request.url, "http://static").pathname));
    const file = join(files, path);
    const kind = await stat(file).catch(() => undefined);
    if (kind?.isDirectory() && !path.endsWith("/")) {
      return response.writeHead(301, { location: `${path}/` }).end();
    }
    const found = kind?.isDirectory() ? join(file, "index.html") : file;
    if (request.method !== "GET") return response.writeHead(405).end();
    if (!(await stat(found).catch(() => undefined))) return response.writeHead(404).end("not here");
    response.writeHead(200, { "content-type": types[extname(found)] ?? "application/octet-stream" });
    createReadStream(found).pipe(response);
  };
  const made = http.createServer((request, response) => {
    answer(request, response).catch((error) => response.writeHead(500).end(error.message));
  });
  await new Promise((resolve, reject) => made.once("error", reject).listen(port, "127.0.0.1", resolve));
  return made;
}

async function added(act) {
  const before = (await ratings(server.data)).length;
  await act();
  return (await ratings(server.data)).length - before;
}

async function thanked(page) {
  await page.waitForURL((url) => at.thanksPath.test(url.pathname + url.search));
  assert.match(await page.locator(at.receipt).first().innerText(), at.receiptCode);
}

for (const size of sizes) {
  test(`with script the page fetches a key of its own, at ${size.width}`, async (t) => {
    const keys = [];
    for (let visit = 0; visit < 2; visit += 1) {
      const { page, close } = await open(shared, { size });
      t.after(close);
      const count = await added(async () => {
        await page.goto(address, { waitUntil: "networkidle" });
        keys.push(await page.locator(at.key).first().inputValue());
        await page.locator(at.faces).nth(4).click();
        await page.locator(at.submit).first().click();
        await thanked(page);
      });
      assert.equal(count, 1);
    }
    assert.notEqual(keys[0].trim(), "", "the key slot is empty");
    assert.notEqual(keys[0], keys[1], "two visits must not share a key");
  });

  test(`without script the endpoint asks once more, at ${size.width}`, async (t) => {
    const { page, close } = await open(shared, { size, script: false });
    t.after(close);
    const count = await added(async () => {
      await page.goto(address);
      await page.locator(at.faces).nth(4).click();
      const first = page.waitForResponse((answer) => answer.request().method() === "POST");
      await page.locator(at.submit).first().click();
      assert.equal((await first).status(), 200, "the first POST must be answered by a page, not yet by thanks");
      assert.equal(new URL(page.url()).origin, server.origin);
      assert.equal(await page.locator(at.confirm).count(), 1, "one button, no more");
      assert.notEqual(await page.locator(at.key).first().inputValue(), "");
      await page.locator(at.confirm).click();
      await thanked(page);
    });
    assert.equal(count, 1);
  });
}

test("the endpoint takes no form from a third origin", async () => {
  const count = await added(async () => {
    const answer = await fetch(`${server.origin}${new URL(address).pathname}`, {
      method: "POST",
      redirect: "manual",
      body: new URLSearchParams({ key: "" }),
      headers: { origin: "http://elsewhere.example" },
    });
    assert.equal(answer.status, 403);
  });
  assert.equal(count, 0);
});
