// Hosts that share one database of PostgreSQL: any of them may die, and the database may go away for a while, and no
// promise is broken. A citizen needs no host in particular.

import assert from "node:assert/strict";
import { cp, mkdir } from "node:fs/promises";
import { join } from "node:path";
import { after, test } from "node:test";
import { citizens } from "./citizens.mjs";
import * as postgres from "./postgres.mjs";
import * as stand from "./support.mjs";

const done = stand.stopwatch("two-hosts");
const home = await stand.folder();
const code = (await stand.codes())[0];

// The long form: NIEMYET_KILLS=50 tests/browser/run two-hosts.test.mjs
const kills = Number(process.env.NIEMYET_KILLS ?? 6);

after(async () => {
  await stand.remove(home);
  done();
});

// Waits until something holds, with a limit that a busy machine keeps too.
async function until(holds, what) {
  const end = Date.now() + 60_000;
  while (!(await holds())) {
    assert.ok(Date.now() < end, `in vain: ${what}`);
    await stand.sleep(20);
  }
}

const host = (name, database) =>
  stand.serve({ home: join(home, name), more: ["--crowd", "100000", "--database", database] });

async function proved(people, data, database) {
  const more = ["--database", database];
  const ratings = await stand.ratings(data, more);
  people.prove(ratings);
  assert.ok(!ratings.some(({ marks }) => marks?.includes("forged_stamp")), "one host's stamps are good at the other");
  await stand.niemyet("store", "compare", "--data", data, ...more);
}

test(`one of two hosts on one database dies ${kills} times`, async (t) => {
  const { address, remove } = await postgres.database("two_hosts");
  t.after(remove);
  // Both sign with the same keys; else a page from one would be no page to the other.
  const hosts = [await host("a", address)];
  t.after(() => Promise.all(hosts.filter(Boolean).map((one) => one.end("SIGKILL"))));
  await mkdir(join(home, "b", "var"), { recursive: true, mode: 0o700 });
  await cp(join(home, "a", "var", "keys"), join(home, "b", "var", "keys"), { recursive: true });
  hosts.push(await host("b", address));
  const people = citizens({ code, hosts: () => hosts.filter(Boolean).map(({ origin }) => origin) });
  const end = people.start(6);
  try {
    for (let round = 0; round < kills; round += 1) {
      const more = (count) => until(() => people.thanked.size > count, "more ratings");
      await more(people.thanked.size + 5 + Math.floor(Math.random() * 40));
      const at = round % 2;
      const dying = hosts[at];
      hosts[at] = undefined;
      assert.equal((await dying.end("SIGKILL")).signal, "SIGKILL");
      // The other goes on alone.
      await more(people.thanked.size + 5);
      hosts[at] = await host("ab"[at], address);
    }
  } finally {
    await end();
  }
  for (const one of hosts) await one.stop();
  await proved(people, join(home, "a", "var"), address);
  console.log(`${people.thanked.size} ratings, ${people.added.size} additions over two hosts, none lost or doubled`);
});

test("a database that goes away under load: nothing typed is lost, and the host needs no new start", async (t) => {
  const own = await postgres.server();
  t.after(own.remove);
  const server = await host("c", own.address);
  t.after(() => server.end("SIGKILL"));
  const people = citizens({ code, hosts: () => [server.origin], patience: [503] });
  const end = people.start(6);
  const health = async () => (await stand.get(`${server.origin}/healthz`)).status;
  const more = () => {
    const before = people.thanked.size;
    return until(() => people.thanked.size > before + 10, "more ratings");
  };
  try {
    await more();
    for (const how of ["stop", "kill"]) {
      await own.ask(how);
      await until(async () => (await health()) === 503, "/healthz tells");
      // Pages are read as ever, and a rating comes back with all that was typed.
      assert.equal((await stand.get(`${server.origin}/`)).status, 200);
      const address = `${server.origin}/Q/${code}`;
      const words = "Chờ lâu quá";
      const fields = { ...(await stand.ratingFields(address)), "q-gop-y": words };
      const refused = await stand.postForm(address, fields);
      const text = refused.body.toString("utf8");
      assert.deepEqual([refused.status, refused.headers["retry-after"]], [503, "5"]);
      assert.ok(text.includes(words) && text.includes(fields.key), text);
      await own.ask("again");
      await until(async () => (await health()) === 200, "/healthz is well again");
      await more();
    }
    // Gone too shortly for anybody to be told.
    for (let time = 0; time < 3; time += 1) {
      await own.ask("kill");
      await own.ask("again");
      await more();
    }
  } finally {
    await end();
  }
  await proved(people, server.data, own.address);
  assert.equal((await server.end("SIGTERM")).code, 0, "the same process from beginning to end");
});
