// Alerts against a real mail server and a receiver of webhooks that come and go, while the host is killed: nothing is
// lost, and what comes twice says so. No browser is needed, only servers on this machine.

import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { createHmac, timingSafeEqual } from "node:crypto";
import http from "node:http";
import { join } from "node:path";
import { after, test } from "node:test";
import { promisify } from "node:util";
import { SMTPServer } from "smtp-server";
import * as stand from "./support.mjs";

const done = stand.stopwatch("alerts");
const run = promisify(execFile);
const home = await stand.folder();
const data = join(home, "var");
const said = "Phiếu hẹn ghi sai, gọi 0912 345 678";
let server;

after(async () => {
  await server?.end("SIGKILL");
  // Listening would keep this process for ever.
  await mails.stop();
  await stand.remove(home);
  done();
});

const alerts = (...words) =>
  stand.niemyet("alerts", ...words, "--lang", "en", "--data", data, "--output", join(home, "output"));

async function until(holds, what) {
  const end = Date.now() + 60_000;
  for (let found = await holds(); ; found = await holds()) {
    if (found) return found;
    assert.ok(Date.now() < end, `in vain: ${what}`);
    await stand.sleep(100);
  }
}

// What a mail says, with its encoding undone.
function mail(raw) {
  const [head, ...rest] = raw.split("\r\n\r\n");
  const header = (name) => new RegExp(`^${name}: (.*)$`, "mi").exec(head)?.[1];
  const bytes = rest.join("\r\n\r\n").replace(/=\r\n/g, "").replace(/=([0-9A-F]{2})/g, (_, two) => String.fromCharCode(parseInt(two, 16)));
  const text = Buffer.from(bytes, "latin1").toString("utf8");
  return { id: header("Message-ID"), to: header("To"), attempt: Number(header("X-Niemyet-Attempt")), raw, text };
}

// A mail server; `answer` may keep back what it says of a mail that it has taken in whole.
function mailServer() {
  const [taken, state] = [[], { answer: async () => {} }];
  const start = (port) =>
    new Promise((resolve, reject) => {
      state.server = new SMTPServer({
        authOptional: true,
        hideSTARTTLS: true,
        disabledCommands: ["AUTH"],
        onData(stream, session, callback) {
          let raw = "";
          stream.setEncoding("utf8").on("data", (piece) => (raw += piece));
          stream.on("end", async () => {
            taken.push(mail(raw));
            await state.answer();
            callback();
          });
        },
      });
      // A client that is killed in the middle is what is tested here.
      state.server.on("error", (error) => (error.syscall === "listen" ? reject(error) : undefined));
      state.server.listen(port, "127.0.0.1", resolve);
    });
  const stop = () => new Promise((resolve) => state.server.close(resolve));
  return { taken, state, start, stop };
}

// A receiver of webhooks that proves what it gets, as the published scheme says.
function receiver() {
  const [taken, state] = [[], { status: 200, secret: "" }];
  const start = (port) =>
    new Promise((resolve) => {
      state.server = http.createServer((request, response) => {
        const pieces = [];
        request.on("data", (piece) => pieces.push(piece));
        request.on("end", () => {
          const body = Buffer.concat(pieces).toString("utf8");
          const { "webhook-id": id, "webhook-timestamp": at, "webhook-signature": signature } = request.headers;
          const key = Buffer.from(state.secret.replace(/^whsec_/, ""), "base64");
          const own = createHmac("sha256", key).update(`${id}.${at}.${body}`).digest();
          const sent = Buffer.from(signature.replace(/^v1,/, ""), "base64");
          assert.ok(own.length === sent.length && timingSafeEqual(own, sent), "the signature does not hold");
          assert.ok(Math.abs(Date.now() / 1000 - Number(at)) < 60, "an old timestamp");
          taken.push({ ...JSON.parse(body), status: state.status, header: id, body });
          response.writeHead(state.status).end();
        });
      });
      state.server.listen(port, "127.0.0.1", resolve);
    });
  const stop = () => new Promise((resolve) => (state.server.closeAllConnections(), state.server.close(resolve)));
  return { taken, state, start, stop };
}

// Brings a report to an agency, as a citizen does who takes a moment.
async function bring(agency) {
  const address = `${server.origin}/bao-tin/${agency}`;
  const { status, body } = await stand.get(address);
  assert.equal(status, 200, address);
  const hidden = body.toString("utf8").matchAll(/<input type="hidden" name="([^"]*)" value="([^"]*)"/g);
  const fields = Object.fromEntries(Array.from(hidden, ([, name, value]) => [name, value]));
  await stand.sleep(3200); // Whoever is quicker is set aside.
  const answer = await stand.postForm(address, { ...fields, demand: "fee", words: said });
  assert.equal(answer.status, 303, answer.body.toString("utf8").slice(0, 2000));
}

const start = async () => (server = await stand.serve({ home }));

// As if the time were over for which somebody who died had a message for himself.
const endLeases = () =>
  run("python3", ["-c", `import sqlite3,sys
store = sqlite3.connect(sys.argv[1], timeout=20)
store.execute("UPDATE alert SET lease_until = 1 WHERE lease_until > 0")
store.commit()`, join(data, "niemyet.db")]);

const mails = mailServer();
const hooks = receiver();
const [mailPort, hookPort] = [await stand.freePort(), await stand.freePort()];

test("settings are kept, and what cannot be is refused", async () => {
  await start();
  await assert.rejects(alerts("mail", "--server", "smtp+plain://mail.vidu.vn", "--from", "niemyet@vidu.vn"), /only for this machine/);
  await assert.rejects(alerts("add", "--all", "--mail", "lan@vidu.vn\r\nBcc: x@y.z"), /e-mail address/);
  await assert.rejects(alerts("add", "--all", "--hook", "http://vidu.vn/"), /https/);
  await assert.rejects(alerts("add", "--agency", "khong-co", "--mail", "lan@vidu.vn"), /no agency/);
  await alerts("mail", "--server", `smtp+plain://127.0.0.1:${mailPort}`, "--from", "niemyet@vidu.vn");
  await alerts("add", "--all", "--mail", "lan@vidu.vn", "--kinds", "new");
  const added = await alerts("add", "--all", "--hook", `http://127.0.0.1:${hookPort}/hook`, "--kinds", "new");
  hooks.state.secret = /^whsec_\S+$/m.exec(added)[0];
  assert.equal((await alerts("secret", `http://127.0.0.1:${hookPort}/hook`)).trim(), hooks.state.secret);
});

test("a test message says in plain words what is wrong", async () => {
  await assert.rejects(alerts("test"), (error) => {
    assert.match(error.message, /ended with 1/);
    return true;
  });
  await mails.start(mailPort);
  await hooks.start(hookPort);
  const tested = await alerts("test");
  assert.equal(tested.match(/taken by the other side/g).length, 2, tested);
  assert.equal(mails.taken.length, 1);
  assert.equal(hooks.taken[0].type, "test");
  await mails.stop();
  await hooks.stop();
  mails.taken.length = hooks.taken.length = 0;
});

test("with servers that come and go and a host that is killed, nothing is lost and nothing comes twice", async () => {
  await bring("phuong-vi-du");
  const waiting = await until(async () => {
    const list = await alerts("list");
    return /Waiting: 2/.test(list) && (list.match(/takes no connection/g) ?? []).length === 2 && list;
  }, "two messages that could not be sent");
  assert.match(waiting, /\tnew\tphuong-vi-du\tlan@vidu\.vn\t×\d/);
  await server.end("SIGKILL");
  await start();
  // Killed right after the citizen was thanked, before anything is queued.
  await bring("xa-dong-mau");
  await server.end("SIGKILL");
  await start();
  hooks.state.status = 503;
  await mails.start(mailPort);
  await hooks.start(hookPort);
  await alerts("retry");
  await until(() => mails.taken.length >= 2 && hooks.taken.length >= 2, "both mails");
  await until(async () => /answers 503/.test(await alerts("list")), "the reason of the receiver");
  hooks.state.status = 204;
  await until(async () => {
    await alerts("retry");
    return /Waiting: 0/.test(await alerts("list"));
  }, "an empty queue");
  const ids = mails.taken.map(({ id }) => id);
  assert.equal(new Set(ids).size, 2, "a mail came twice");
  const kept = hooks.taken.filter(({ status }) => status === 204);
  assert.equal(new Set(kept.map(({ id }) => id)).size, kept.length, "a webhook was taken twice");
  assert.deepEqual(kept.map(({ agency }) => agency).sort(), ["phuong-vi-du", "xa-dong-mau"]);
  for (const one of hooks.taken) {
    assert.equal(one.header, one.id);
    assert.equal(one.may_be_repeated, false, "refused is not unsure");
    assert.equal(one.data.brought.reports, 1);
  }
  for (const { text, to } of mails.taken) {
    assert.match(text, /vừa nhận:\r\n- 1 báo tin/);
    assert.match(text, /\/desk\//);
    assert.equal(to, "lan@vidu.vn");
    assert.doesNotMatch(text, /có thể ông\/bà đã nhận/);
  }
  // Nothing of what was written leaves the store.
  for (const { raw, text, body } of [...mails.taken, ...hooks.taken]) {
    assert.doesNotMatch(`${raw} ${text} ${body}`, /0912|Phiếu hẹn/);
  }
  mails.taken.length = hooks.taken.length = 0;
});

test("a host that is killed in the middle of a mail sends it again, with the same id, and says so", async () => {
  mails.state.answer = () => new Promise(() => {});
  await bring("tinh-minh-hoa");
  await until(() => mails.taken.length === 1, "a mail that is not answered");
  await server.end("SIGKILL");
  mails.state.answer = async () => {};
  await start();
  await stand.sleep(3000);
  assert.equal(mails.taken.length, 1, "somebody may still be at work with it");
  await endLeases();
  await until(() => mails.taken.length === 2, "the mail once more");
  const [first, again] = mails.taken;
  assert.equal(again.id, first.id);
  assert.deepEqual([first.attempt, again.attempt], [1, 2]);
  assert.doesNotMatch(first.text, /có thể ông\/bà đã nhận/);
  assert.match(again.text, /có thể ông\/bà đã nhận/);
  await until(async () => /Waiting: 0/.test(await alerts("list")), "an empty queue");
  assert.match(await alerts("list"), /Given up: 0/);
  await mails.stop();
  await hooks.stop();
});

test("a mail server that hangs slows no rating", async () => {
  mails.state.answer = () => new Promise(() => {});
  await mails.start(mailPort);
  mails.taken.length = 0;
  await bring("so-nong-nghiep-moi-truong");
  await until(() => mails.taken.length === 1, "a mail that is not answered");
  const code = (await stand.codes())[0];
  const begun = performance.now();
  for (let number = 0; number < 5; number += 1) {
    const address = `${server.origin}/Q/${code}`;
    const answer = await stand.postForm(address, await stand.ratingFields(address));
    assert.equal(answer.status, 303);
  }
  const took = performance.now() - begun;
  assert.ok(took < 5000, `five ratings took ${took} ms`);
});
