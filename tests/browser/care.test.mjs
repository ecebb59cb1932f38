// What was said is carried through a crash: backed up under load, restored elsewhere, equal there.

import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { cp, readdir, readFile, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { after, test } from "node:test";
import { promisify } from "node:util";
import * as stand from "./support.mjs";

const done = stand.stopwatch("care");
const home = await stand.folder();
const code = (await stand.codes())[0];
const phrase = "bốn con ngựa pin ghim";

after(async () => {
  await stand.remove(home);
  done();
});

// Runs `niemyet store …` with a pass phrase; gives code and output whatever came of it.
async function store(data, ...verb) {
  const env = { ...process.env, NIEMYET_BACKUP_PASSPHRASE: phrase, NIEMYET_LANG: "en" };
  const run = promisify(execFile)(stand.binary(), ["store", "--data", data, ...verb], { cwd: stand.root, env });
  return run.then(
    ({ stdout }) => ({ code: 0, stdout }),
    ({ code: ended, stdout, stderr }) => ({ code: ended, stdout: stdout + stderr }),
  );
}

const digest = (text) => /Digest: ([0-9a-f]{64})/.exec(text)[1];
const count = (text) => Number(/(\d+) ratings/.exec(text)[1]);

test("backed up under load, killed, restored elsewhere: equal, and what was acknowledged before is in it", async () => {
  const server = await stand.serve({ home });
  const address = `${server.origin}/Q/${code}`;
  const acknowledged = [];
  let sent = 0;
  let ended = false;
  const rate = async () => {
    while (!ended) {
      // Words of its own tell each rating from the others; the answer shows no receipt to a machine.
      const words = `lượt ${(sent += 1)}`;
      const fields = { ...(await stand.ratingFields(address)), "q-gop-y": words };
      const answer = await stand.postForm(address, fields);
      assert.equal(answer.status, 303);
      acknowledged.push(words);
    }
  };
  // Those who are cut off when the server dies are no failure.
  const load = Promise.allSettled(Array.from({ length: 4 }, rate));
  while (acknowledged.length < 20) await stand.sleep(20);
  const before = [...acknowledged];
  const file = join(home, "a.backup");
  const made = await store(server.data, "backup", file);
  assert.equal(made.code, 0, made.stdout);
  const refused = await store(server.data, "restore", file, "--replace");
  assert.equal(refused.code, 2, "not under a running server");
  assert.match(refused.stdout, /in use/);
  // The server dies in the middle of its work.
  ended = true;
  await server.end("SIGKILL");
  await load;

  const other = join(home, "other");
  const restored = await store(other, "restore", file);
  assert.equal(restored.code, 0, restored.stdout);
  assert.equal(digest(restored.stdout), digest(made.stdout));
  assert.equal(count(restored.stdout), count(made.stdout));
  const there = new Set((await stand.ratings(other)).map((rating) => rating.answers["gop-y"].text));
  assert.deepEqual(before.filter((words) => !there.has(words)), []);
  assert.equal(there.size, count(made.stdout));
  for (const name of await readdir(join(server.data, "keys"))) {
    assert.deepEqual(await readFile(join(other, "keys", name)), await readFile(join(server.data, "keys", name)));
  }

  // The crashed folder itself: sound, and its backup has every rating that was acknowledged.
  const checked = await store(server.data, "check");
  assert.equal(checked.code, 0, checked.stdout);
  const second = join(home, "b.backup");
  assert.equal((await store(server.data, "backup", second)).code, 0);
  const replaced = await store(other, "restore", second, "--replace");
  assert.equal(replaced.code, 0, replaced.stdout);
  const all = new Set((await stand.ratings(other)).map((rating) => rating.answers["gop-y"].text));
  assert.deepEqual(acknowledged.filter((words) => !all.has(words)), []);
  const aside = /kept in (\S+)/.exec(replaced.stdout)[1];
  const back = await store(other, "restore", aside, "--replace");
  assert.equal(digest(back.stdout), digest(made.stdout), "the way back");
  console.log(`${acknowledged.length} acknowledged, ${count(made.stdout)} in the backup under load`);
});

test("a file that is not a sound backup is told, with nothing left behind", async () => {
  const whole = await readFile(join(home, "a.backup"));
  const odd = join(home, "odd.backup");
  const trials = [
    [whole.subarray(0, whole.length / 2), /cut short/],
    [whole.map((byte, at) => (at === 90_000 ? byte ^ 0xff : byte)), /damaged/],
    [Buffer.from("PK\u0003\u0004"), /no backup/],
    [Buffer.from(whole.toString("latin1").replace('"version": 1', '"version": 9'), "latin1"), /newer niemyet/],
  ];
  for (const [bytes, words] of trials) {
    await writeFile(odd, bytes);
    const empty = join(home, "empty");
    const outcome = await store(empty, "restore", odd);
    assert.equal(outcome.code, 2);
    assert.match(outcome.stdout, words);
    assert.deepEqual(await readdir(empty), [".lock"]);
  }
  await writeFile(join(home, "phrase"), "một cụm mật khẩu khác\n");
  const wrong = await store(join(home, "empty"), "restore", join(home, "a.backup"), "--passphrase-file", join(home, "phrase"));
  assert.equal(wrong.code, 2);
  assert.match(wrong.stdout, /pass phrase is wrong/);
});

test("exports, dictionary, purge and check work beside a running server", async () => {
  const server = await stand.serve({ home: join(home, "again") });
  const address = `${server.origin}/Q/${code}`;
  await stand.postForm(address, await stand.ratingFields(address));
  const book = join(home, "ratings.xlsx");
  for (const verb of [["export", "--format", "xlsx", "--to", book], ["dictionary"], ["count"], ["purge"], ["purge", "--yes"], ["check"]]) {
    const outcome = await store(server.data, ...verb);
    assert.equal(outcome.code, 0, `${verb.join(" ")}: ${outcome.stdout}`);
  }
  assert.equal((await readFile(book)).subarray(0, 2).toString(), "PK");
  assert.equal((await stat(book)).mode & 0o777, 0o600);
  await server.end("SIGTERM");
  await cp(server.data, join(home, "loose"), { recursive: true });
  await promisify(execFile)("chmod", ["644", join(home, "loose", "niemyet.db")]);
  const loose = await store(join(home, "loose"), "check");
  assert.equal(loose.code, 1);
  assert.match(loose.stdout, /others may read/);
});
