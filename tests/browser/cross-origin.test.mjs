// The site on a plain static host, the feedback endpoint on another origin. The static page cannot hold a key of its
// own: the script makes one, and without script the endpoint asks once more on a page of one button.

import assert from "node:assert/strict";
import { createReadStream } from "node:fs";
import { stat } from "node:fs/promises";
import http from "node:http";
import { extname, join, normalize } from "node:path";
import { after, before, test } from "node:test";
import * as at from "./selectors.mjs";
import * as stand from "./support.mjs";

const done = stand.stopwatch("cross-origin");
const types = {
  ".html": "text/html; charset=utf-8",
  ".txt": "text/plain; charset=utf-8",
  ".xml": "application/xml",
};

let statics, server, shared, address, copy, output, siteOrigin;

before(async () => {
  const [sitePort, feedbackPort] = [await stand.freePort(), await stand.freePort()];
  siteOrigin = `http://127.0.0.1:${sitePort}`;
  const feedback = `http://127.0.0.1:${feedbackPort}`;
  copy = await stand.copyOfContent();
  await stand.edit(copy.content, "site.yaml", /^base_url: .*$/m, `base_url: "${siteOrigin}"`);
  output = await stand.folder();
  await stand.niemyet("build", "--site", copy.content, "--output", output, "--feedback", feedback);
  statics = await host(join(output, "site"), sitePort);
  server = await stand.serve({ content: copy.content, port: feedbackPort, more: ["--feedback", feedback] });
  address = (await stand.findPages(siteOrigin)).get("rating-vi");
  assert.ok(address, "no printed code is linked from the site");
  shared = await stand.browser();
});

after(async () => {
  await shared?.close();
  await server?.stop();
  statics?.closeAllConnections();
  statics?.close();
  await stand.remove(output, copy?.home);
  done();
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
  const before = (await stand.ratings(server.data)).length;
  await act();
  return (await stand.ratings(server.data)).length - before;
}

async function thanked(page) {
  await stand.arrival(page, (url) => at.thanksPath.test(url.pathname));
  assert.equal(new URL(page.url()).origin, server.origin);
  assert.match((await page.locator(at.receipt).innerText()).trim(), at.receiptCode);
  // From there the way leads back to the site, not to a copy of it on the endpoint. Only what the endpoint makes is its
  // own: the page that takes a one-time code for the rating just kept, and those that take petitions.
  const links = await page.locator(":is(main, header, footer) a:not([href^='tel:'])").evaluateAll((all) => all.map((a) => a.href));
  const staying = links.filter((href) => new URL(href).origin !== siteOrigin);
  const ownWay = new URL(page.url()).pathname.replace(/\/$/, "") + "/ma";
  const own = [ownWay, "/phan-anh", "/tra-cuu", "/trang-sai"].map((path) => server.origin + path);
  assert.deepEqual([...new Set(staying)].sort(), own.sort(), "links that stay on the endpoint");
}

// What the browser refused to do, in its own words.
function listen(page) {
  const spoken = [];
  page.on("console", (message) => message.type() === "error" && spoken.push(message.text()));
  page.on("pageerror", (error) => spoken.push(error.message));
  return spoken;
}

for (const size of stand.sizes) {
  test(`with script each visit has a key of its own, at ${size.width}`, async (t) => {
    const keys = [];
    for (let visit = 0; visit < 2; visit += 1) {
      const { page, close } = await stand.open(shared, { size });
      t.after(close);
      const spoken = listen(page);
      const count = await added(async () => {
        await page.goto(address, { waitUntil: "networkidle" });
        keys.push(await page.locator(at.key).inputValue());
        const first = page.waitForResponse((answer) => answer.request().method() === "POST");
        await page.locator(at.faces).nth(4).dblclick({ noWaitAfter: true });
        assert.equal((await first).status(), 303, "with a key the first form is kept at once");
        await thanked(page);
      });
      assert.equal(count, 1, "a double tap is one rating");
      assert.deepEqual(spoken, [], "errors on the console");
    }
    for (const key of keys) assert.match(key, /^(?!0+$)[0-9a-f]{32}$/, "the slot is not filled");
    assert.notEqual(keys[0], keys[1], "two visits must not share a key");
  });

  test(`without script the endpoint asks once more, at ${size.width}`, async (t) => {
    const { page, close } = await stand.open(shared, { size, script: false });
    t.after(close);
    const spoken = listen(page);
    const typed = 'Cảm ơn "quầy 1" <b>& mọi người</b>';
    const count = await added(async () => {
      await page.goto(address);
      const before = (await stand.ratings(server.data)).length;
      const first = page.waitForResponse((answer) => answer.request().method() === "POST");
      await page.locator(at.faces).nth(4).click();
      assert.equal((await first).status(), 200, "the first POST must be answered by a page, not yet by thanks");
      await page.waitForLoadState();
      assert.equal(new URL(page.url()).origin, server.origin);
      assert.equal((await stand.ratings(server.data)).length, before, "nothing is kept before the button is pressed");
      assert.equal(await page.locator(at.confirm).count(), 1, "one button, no more");
      assert.match(await page.locator(at.key).inputValue(), /^(?!0+$)[0-9a-f]{32}$/);
      await page.locator(at.confirm).dblclick({ noWaitAfter: true });
      await thanked(page);
      await page.locator(at.words).fill(typed);
      await page.locator(at.submit).click();
      await page.locator(at.status).waitFor();
    });
    assert.equal(count, 1);
    const kept = (await stand.ratings(server.data)).at(-1);
    assert.ok(Object.values(kept.answers).some((answer) => JSON.stringify(answer).includes(JSON.stringify(typed).slice(1, -1))), JSON.stringify(kept.answers));
    assert.deepEqual(spoken, [], "errors on the console");
  });
}

test("pages name exactly the endpoint, and no other origin", async () => {
  const html = (await stand.get(address.endsWith("/") ? `${address}index.html` : address)).body.toString("utf8");
  const policy = stand.attributes(html, "content").find((text) => text.startsWith("default-src"));
  for (const rule of ["form-action", "connect-src"]) {
    const named = new RegExp(`${rule} ([^;]*)`).exec(policy)[1].split(" ").filter((it) => it.startsWith("http"));
    assert.deepEqual(named, [server.origin], rule);
  }
});

test("only the site may read an answer, and without credentials", async () => {
  const target = `${server.origin}${new URL(address).pathname.replace(/\/(index\.html)?$/, "")}`;
  for (const [origin, allowed] of [[siteOrigin, siteOrigin], ["http://elsewhere.example", undefined], ["null", undefined]]) {
    const { headers } = await stand.postForm(target, {}, { origin });
    assert.equal(headers["access-control-allow-origin"], allowed, origin);
    assert.equal(headers["access-control-allow-credentials"], undefined);
  }
});

test("the endpoint takes no form from a third origin, but shows it to its reader", async () => {
  const target = `${server.origin}${new URL(address).pathname.replace(/\/(index\.html)?$/, "")}`;
  const fields = await stand.ratingFields(target);
  const count = await added(async () => {
    const answer = await stand.postForm(target, fields, { origin: "http://elsewhere.example" });
    assert.equal(answer.status, 403);
    const html = answer.body.toString("utf8");
    assert.match(html, /<button type="submit" name="q-hai-long" value="5"/, "nothing to answer with");
    assert.ok(!html.includes(fields.key), "the key of the other site is carried on");
  });
  assert.equal(count, 0);
  for (const headers of [{ "sec-fetch-site": "cross-site" }, { origin: "null", "sec-fetch-site": "cross-site" }]) {
    assert.equal((await stand.postForm(target, fields, headers)).status, 403, JSON.stringify(headers));
  }
  for (const headers of [{ origin: "null" }, { origin: siteOrigin, "sec-fetch-site": "cross-site" }, { origin: server.origin }, {}]) {
    assert.equal((await stand.postForm(target, fields, headers)).status, 303, JSON.stringify(headers));
  }
});

test("a form on another site is shown before it is sent, and counts once when its reader sends it", async (t) => {
  const { page, close } = await stand.open(shared);
  t.after(close);
  const target = `${server.origin}${new URL(address).pathname.replace(/\/(index\.html)?$/, "")}`;
  const fields = { ...(await stand.ratingFields(target)), "q-gop-y": "Từ trang khác" };
  const inputs = Object.entries(fields).map(([name, value]) => `<input type="hidden" name="${name}" value="${value}">`);
  const forged = `<form method="post" action="${target}">${inputs.join("")}<button>Trúng thưởng</button></form>`;
  await page.route("http://127.0.0.1:1/", (route) => route.fulfill({ contentType: "text/html; charset=utf-8", body: forged }));
  await page.goto("http://127.0.0.1:1/");
  const none = await added(async () => {
    await page.getByRole("button").click();
    await page.waitForURL((url) => url.origin === server.origin);
    await page.waitForLoadState();
  });
  assert.equal(none, 0, "a press on another site became a rating");
  // It is shown with all that it says, which is more than a face.
  assert.equal(await page.locator("textarea").inputValue(), "Từ trang khác");
  const one = await added(async () => {
    await page.locator('form[method="post"] button[type="submit"]').last().click();
    // Thanked at the end of the survey, where the other surveys of the counter are named: those live at the endpoint.
    await stand.arrival(page, (url) => at.thanksPath.test(url.pathname));
  });
  assert.equal(one, 1);
});
