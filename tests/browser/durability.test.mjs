// What was acknowledged is kept, however the server ends; what is under way is answered before it stops.

import assert from "node:assert/strict";
import net from "node:net";
import { after, test } from "node:test";
import * as stand from "./support.mjs";

const done = stand.stopwatch("durability");
const home = await stand.folder();
const code = (await stand.codes())[0];

after(async () => {
  await stand.remove(home);
  done();
});

// The long form: NIEMYET_KILLS=200 tests/browser/run durability.test.mjs
const kills = Number(process.env.NIEMYET_KILLS ?? 20);
const citizens = 4;

test(`an acknowledged rating outlives kill -9, ${kills} times`, async () => {
  const acknowledged = new Set();
  let sent = 0;
  for (let round = 0; round < kills; round += 1) {
    const server = await stand.serve({ home });
    const address = `${server.origin}/Q/${code}`;
    const enough = acknowledged.size + 1 + round * 2;
    let killed = false;
    // Several citizens rate at once; the server dies in the middle, right after an answer was sent.
    const rate = async () => {
      while (!killed) {
        // Words of its own tell each rating from the others; the answer shows no receipt to a machine.
        const words = `lượt ${round}-${(sent += 1)}`;
        const fields = { ...(await stand.ratingFields(address)), "q-gop-y": words };
        assert.equal((await stand.postForm(address, fields)).status, 303);
        acknowledged.add(words);
        if (acknowledged.size >= enough && !killed) {
          killed = true;
          await server.end("SIGKILL");
        }
      }
    };
    const ends = await Promise.allSettled(Array.from({ length: citizens }, rate));
    // Those who were cut off got no answer; nobody may have got a wrong one.
    for (const { reason } of ends) if (reason) assert.ok(reason.code === "ECONNRESET" || reason.code === "ECONNREFUSED", reason);
    assert.equal((await server.ended).signal, "SIGKILL");
    const kept = new Set((await stand.ratings(server.data)).map((rating) => rating.answers["gop-y"].text));
    const lost = [...acknowledged].filter((words) => !kept.has(words));
    assert.deepEqual(lost, [], `lost in round ${round + 1}`);
  }
  console.log(`${acknowledged.size} acknowledged ratings, none lost in ${kills} kills`);
});

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
