// What was acknowledged is kept, however the server ends; what is under way is answered before it stops.

import assert from "node:assert/strict";
import net from "node:net";
import { join } from "node:path";
import { after, test } from "node:test";
import { citizens } from "./citizens.mjs";
import * as postgres from "./postgres.mjs";
import * as stand from "./support.mjs";

const done = stand.stopwatch("durability");
const home = await stand.folder();
const code = (await stand.codes())[0];

after(async () => {
  await stand.remove(home);
  done();
});

// The long form: NIEMYET_KILLS=200 tests/browser/run durability.test.mjs; one store alone by
// tests/browser/run --test-name-pattern=SQLite durability.test.mjs
const kills = Number(process.env.NIEMYET_KILLS ?? 12);

for (const store of ["SQLite", "PostgreSQL"]) {
  test(`an acknowledged rating outlives kill -9 on ${store}, ${kills} times`, async (t) => {
    const began = performance.now();
    const database = store === "SQLite" ? undefined : await postgres.database("durability");
    if (database) t.after(database.remove);
    const more = database ? ["--database", database.address] : [];
    const own = join(home, store);
    let host;
    t.after(() => host?.end("SIGKILL"));
    const people = citizens({ code, hosts: () => (host ? [host.origin] : []) });
    const end = people.start(4);
    try {
      for (let round = 0; round < kills; round += 1) {
        // They are more than a hall has in the time.
        const server = await stand.serve({ home: own, more: ["--crowd", "100000", ...more] });
        host = server;
        const enough = people.thanked.size + 1 + Math.floor(Math.random() * 60);
        while (people.thanked.size < enough) await stand.sleep(1);
        // Now and then right after an answer, else at any moment of the next.
        if (round % 3) await stand.sleep(Math.random() * 30);
        host = undefined;
        assert.equal((await server.end("SIGKILL")).signal, "SIGKILL");
        // Those who are under way send to nobody, so what is there now is there for good.
        if (round % 10 === 9) people.prove(await stand.ratings(server.data, more));
      }
    } finally {
      await end();
    }
    const data = join(own, "var");
    people.prove(await stand.ratings(data, more));
    await stand.niemyet("store", "compare", "--data", data, ...more);
    await stand.niemyet("store", "check", "--data", data, ...more);
    const minutes = ((performance.now() - began) / 60_000).toFixed(1);
    const figures = `${people.thanked.size} ratings and ${people.added.size} additions acknowledged`;
    console.log(`${store}: ${figures}, none lost or doubled in ${kills} kills, ${minutes} min`);
  });
}

test("SIGTERM: a rating under way is taken and answered, then the server ends well", async () => {
  const server = await stand.serve({ home });
  const address = `${server.origin}/Q/${code}`;
  const before = (await stand.ratings(server.data)).length;
  const body = new URLSearchParams(await stand.ratingFields(address)).toString();
  const head =
    `POST /Q/${code} HTTP/1.1\r\nHost: 127.0.0.1:${server.port}\r\n` +
    `Content-Type: application/x-www-form-urlencoded\r\nContent-Length: ${body.length}\r\n\r\n`;
  const socket = net.connect(server.port, "127.0.0.1");
  let answer = "";
  const closed = new Promise((resolve, reject) => {
    socket.setEncoding("utf8").on("data", (piece) => (answer += piece));
    socket.on("close", resolve).on("error", reject);
  });
  socket.write(head + body.slice(0, 20));
  await stand.sleep(200); // the head has been read
  const ended = server.end("SIGTERM");
  await stand.sleep(300);
  await assert.rejects(stand.get(`${server.origin}/healthz`), { code: "ECONNREFUSED" }, "no one else is let in");
  socket.write(body.slice(20));
  await closed;
  assert.match(answer, /^HTTP\/1\.1 303 /);
  assert.deepEqual(await ended, { code: 0, signal: null });
  assert.equal((await stand.ratings(server.data)).length, before + 1);
});
