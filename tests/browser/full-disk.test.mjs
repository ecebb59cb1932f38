// A disk that is full: a backup is whole or not there, ratings wait until there is room again, and the operator is told
// what to do. The disks are small ones in memory, mounted where only what runs through `nsenter` sees them.

import assert from "node:assert/strict";
import { execFile, spawn } from "node:child_process";
import { mkdir } from "node:fs/promises";
import { after, test } from "node:test";
import { promisify } from "node:util";
import * as stand from "./support.mjs";

const run = promisify(execFile);
const done = stand.stopwatch("full-disk");
const home = await stand.folder();
const code = (await stand.codes())[0];
const place = stand.join(home, "disk");
await mkdir(place);

// A disk of so many KB. `within`: the words before a command that is to see it; `sh` runs a line of shell there.
async function disk(kilobytes) {
  const spaces = [["--user", "--map-root-user", "--mount"], ["--mount"]];
  const line = `mount -t tmpfs -o size=${kilobytes}k none "$0" && echo mounted && exec sleep 3600`;
  for (const space of spaces) {
    const child = spawn("unshare", [...space, "sh", "-c", line, place], { stdio: ["ignore", "pipe", "inherit"] });
    const mounted = await new Promise((resolve) => {
      child.stdout.once("data", () => resolve(true));
      child.once("close", () => resolve(false));
    });
    if (!mounted) continue;
    const user = space.includes("--user") ? ["--user", "--preserve-credentials"] : [];
    const within = ["nsenter", `--target=${child.pid}`, ...user, "--mount", `--wd=${stand.root}`, "--"];
    const sh = async (text) => (await run(within[0], [...within.slice(1), "sh", "-c", text, place])).stdout.trim();
    return { within, sh, remove: () => child.kill("SIGKILL") };
  }
  throw new Error("no disk can be mounted: neither as root nor in a user namespace");
}

async function niemyet(within, ...args) {
  const [program, ...words] = [...within, stand.binary(), ...args, "--lang", "en"];
  return run(program, words, { cwd: stand.root }).then(
    ({ stdout }) => ({ code: 0, said: stdout }),
    ({ code: ended, stdout, stderr }) => ({ code: ended, said: stdout + stderr }),
  );
}

const advice = /The disk is full\. .*Make room on that disk, or choose a place on another/;
const fill = 'dd if=/dev/zero of="$0/ballast" bs=1k 2>/dev/null; df --output=avail "$0" | tail -n 1';

// Rates with a telephone number in the words, which is kept for three months only.
async function rate(address, key, words = `gọi tôi 0912 345 ${key}`) {
  const fields = await stand.ratingFields(address);
  return stand.postForm(address, { ...fields, key: String(key).padStart(32, "0"), "q-gop-y": words });
}

after(async () => {
  await stand.remove(home);
  done();
});

test("a backup to a disk that fills up is whole or not there", async (t) => {
  const own = stand.join(home, "own");
  const server = await stand.serve({ home: own });
  for (let key = 100; key < 130; key += 1) assert.equal((await rate(`${server.origin}/Q/${code}`, key)).status, 303);
  await server.end("SIGTERM");
  const { within, sh, remove } = await disk(1024);
  t.after(remove);
  const ends = { whole: 0, none: 0 };
  for (let room = 0; room <= 800; room += 32) {
    await sh(`dd if=/dev/zero of="$0/ballast" bs=1k count=${1024 - room} 2>/dev/null || true`);
    const file = stand.join(place, "a.backup");
    const made = await niemyet(within, "store", "backup", "--data", server.data, "--without-keys", file);
    const left = await sh('ls -A "$0"');
    if (made.code === 0) {
      ends.whole += 1;
      assert.equal(left, "a.backup\nballast");
      const checked = await niemyet(within, "store", "check", file);
      assert.equal(checked.code, 0, `${room} KB: ${checked.said}`);
    } else {
      ends.none += 1;
      assert.equal(made.code, 2, made.said);
      assert.match(made.said, advice, `${room} KB`);
      assert.ok(made.said.includes(place) && !made.said.includes("cannot read the database"), made.said);
      assert.equal(left, "ballast", `${room} KB: nothing half-written is left`);
    }
    await sh('rm -f "$0"/*');
  }
  assert.ok(ends.whole > 2 && ends.none > 5, JSON.stringify(ends));
});

test("a server on a full disk: nothing typed is lost, nothing half-written is left, and room is all it needs", async (t) => {
  const { within, sh, remove } = await disk(8 * 1024);
  t.after(remove);
  const data = stand.join(place, "var");
  const start = () => stand.serve({ home: stand.join(home, "server"), data, within, more: ["--lang", "en"] });
  let server = await start();
  t.after(() => server.end("SIGKILL"));
  const address = () => `${server.origin}/Q/${code}`;
  const long = "chờ lâu ".repeat(55);
  for (let key = 200; key < 280; key += 1) {
    assert.equal((await rate(address(), key, `${long}, gọi tôi 0912 345 ${key}`)).status, 303);
  }
  assert.equal(await sh(fill), "0");
  const words = "Chờ lâu, gọi tôi";
  const refused = await rate(address(), 300, words);
  assert.deepEqual([refused.status, refused.headers["retry-after"]], [503, "5"]);
  assert.ok(refused.body.toString("utf8").includes(words));
  assert.match((await stand.get(`${server.origin}/healthz`)).body.toString("utf8"), /disk is full/);
  assert.equal((await stand.get(`${server.origin}/`)).status, 200);
  const file = stand.join(place, "b.backup");
  const beside = await niemyet(within, "store", "backup", "--data", data, "--without-keys", file);
  assert.equal(beside.code, 2);
  assert.match(beside.said, advice);
  assert.equal(await sh('ls -A "$0"'), "ballast\nvar");
  await sh('rm "$0/ballast"');
  assert.equal((await rate(address(), 300, words)).status, 303, "without a new start");
  assert.ok(!/trouble/.test((await stand.get(`${server.origin}/healthz`)).body.toString("utf8")));
  assert.equal((await server.end("SIGTERM")).code, 0);

  // What was said is four months old now. Purging on a full disk takes out nothing or all that is due.
  const age = 'import sqlite3, sys; base = sqlite3.connect(sys.argv[1]); base.execute("update rating set received_at = received_at - 120 * 86400000"); base.commit()';
  await run(within[0], [...within.slice(1), "python3", "-c", age, stand.join(data, "niemyet.db")]);
  assert.equal((await niemyet(within, "store", "rebuild-tallies", "--data", data)).code, 0);
  const purge = () => niemyet(within, "store", "purge", "--yes", "--data", data);
  assert.equal(await sh(fill), "0");
  const full = await purge();
  assert.equal(full.code, 2);
  assert.match(full.said, advice);
  const closed = await niemyet(within, "serve", "--data", data, "--output", server.output, "--port", String(server.port));
  assert.equal(closed.code, 2);
  assert.match(closed.said, advice);
  // Room to open the database and little more: the server runs, and says why it could not purge.
  await sh('truncate --size=-64K "$0/ballast"');
  server = await start();
  for (let end = Date.now() + 30_000; !/purge/.test(server.said()) && Date.now() < end; ) await stand.sleep(50);
  assert.match(server.said(), /cannot purge: .*full/);
  assert.match(server.said(), advice);
  assert.equal((await stand.get(`${server.origin}/`)).status, 200);
  await sh('rm "$0/ballast"');
  const purged = await purge();
  assert.equal(purged.code, 0, purged.said);
  assert.match(purged.said, /taken out: 80 texts/);
  const compared = await niemyet(within, "store", "compare", "--data", data);
  assert.equal(compared.code, 0, compared.said);
  assert.equal((await rate(address(), 400)).status, 303);
});
