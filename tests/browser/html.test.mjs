// Every page that a link leads to is valid HTML, and every link leads somewhere.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { HtmlValidate } from "html-validate";
import * as at from "./selectors.mjs";
import * as stand from "./support.mjs";

const done = stand.stopwatch("html");
const validator = new HtmlValidate({ extends: ["html-validate:standard"], elements: ["html5"] });
let server, found, fragments, code;

before(async () => {
  server = await stand.serve();
  [code] = await stand.codes();
  ({ found, fragments } = await stand.crawl(server.origin));
});

after(async () => {
  await server?.stop();
  done();
});

test("every link leads to an answer", () => {
  const broken = [];
  for (const [address, { status, from }] of found) {
    if (status !== 200) broken.push(`${status} ${address}, linked from ${[...from].slice(0, 3).join(", ")}`);
  }
  assert.deepEqual(broken, []);
  assert.ok(found.size > 150, `only ${found.size} addresses were found`);
  for (const language of at.languages) {
    for (const { kind, path } of at.kinds) {
      const place = (address) => at.placeOf(new URL(address).pathname);
      const some = [...found.keys()].map(place).some((it) => it.language === language && path.test(it.path));
      assert.ok(some, `no link leads to ${kind} in ${language}`);
    }
  }
  console.log(`${found.size} addresses and ${fragments.length} links to a place within a page`);
});

test("every link to a place within a page finds it", () => {
  const broken = new Set();
  for (const { from, to, fragment } of fragments) {
    const ids = (found.get(to).ids ??= new Set(stand.attributes(found.get(to).html ?? "", "id")));
    if (!ids.has(fragment)) broken.add(`${to}#${fragment}, linked from ${from}`);
  }
  assert.deepEqual([...broken], []);
});

test("every page of the sitemap is found by links, and the other way round", async () => {
  const sitemap = (await stand.get(`${server.origin}/sitemap.xml`)).body.toString("utf8");
  const listed = Array.from(sitemap.matchAll(/<loc>([^<]*)<\/loc>/g), ([, it]) => new URL(it).pathname).sort();
  const linked = [...found].filter(([, { html }]) => html && !html.includes('<meta name="robots" content="noindex">'));
  const canonical = linked.map(([, { html }]) => /<link rel="canonical" href="([^"]*)"/.exec(html)?.[1] ?? "none");
  assert.deepEqual([...new Set(canonical.map((it) => new URL(it).pathname))].sort(), listed);
});

test("every page is valid HTML", async () => {
  const post = async (fields) => stand.postForm(`${server.origin}/Q/${code}`, fields);
  const fields = await stand.ratingFields(`${server.origin}/Q/${code}`);
  const place = `${server.origin}/Q/${code}`;
  const thanks = (await post(fields)).headers.location;
  const claim = thanks.split("/").at(-2);
  const more = { lang: "vi", survey: fields.survey, version: fields.version, part: "1", claim };
  const dynamic = new Map([
    ["a form handed back", await post({ ...fields, "q-hai-long": "" })],
    ["a whole form handed back", await post({ ...fields, part: "", "q-hai-long": "", "q-gop-y": 'Chờ "lâu" <b>&' })],
    ["the page with one button", await post({ ...fields, key: fields.key.replace(/./g, "0") })],
    ["thanks", await stand.get(server.origin + thanks)],
    ["thanks with a fault", await post({ ...more, "q-gop-y": "a".repeat(501), "q-di-lai": "x" })],
    ["thanks at the end", await stand.get(server.origin + (await post({ ...more, "q-gop-y": "a" })).headers.location)],
    ["a one-time code refused", await post({ ...fields, ticket: '"><b>' })],
    ["a one-time code asked for after the tap", await stand.get(`${server.origin}${thanks}/ma`)],
    ["a one-time code refused after the tap", await post({ lang: "vi", survey: fields.survey, claim, ticket: '"><b>' })],
    ["a slip that proves nothing", await stand.get(`${place}/22222-22222-22223`)],
    ["a page of a survey", await stand.get(`${place}/khao-sat/sipas-qd2640/2`)],
    ["a failure", await stand.postForm(`${server.origin}/Q/${code}`, {}, { "content-type": "text/plain" })],
  ]);
  for (const language of at.languages) {
    dynamic.set(`not found ${language}`, await stand.get(server.origin + at.missing[language]));
    dynamic.set(`mistyped ${language}`, await stand.get(server.origin + at.ratingOf[language](at.mistyped)));
  }
  const pages = [...found].filter(([, { html }]) => html).map(([address, { html }]) => [address, html]);
  for (const [name, { body }] of dynamic) pages.push([name, body.toString("utf8")]);
  const faults = new Map();
  for (const [name, html] of pages) {
    for (const { messages } of (await validator.validateString(html)).results) {
      for (const { ruleId, message, selector, line } of messages) {
        const fault = `${ruleId}: ${message}`;
        if (!faults.has(fault)) faults.set(fault, []);
        faults.get(fault).push(`${name}:${line} ${selector}`);
      }
    }
  }
  const told = Array.from(faults, ([fault, places]) => `${fault} (${places.length} times, first ${places[0]})`);
  assert.deepEqual(told, []);
  console.log(`${pages.length} pages validated`);
});

test("the validator bites", async () => {
  const bad = '<!doctype html><html><head><title>x</title></head><body><p id="a"><div id="a"></p><img></body></html>';
  const rules = (await validator.validateString(bad)).results[0].messages.map(({ ruleId }) => ruleId);
  for (const rule of ["close-order", "no-dup-id", "element-required-attributes"]) assert.ok(rules.includes(rule), rule);
});
