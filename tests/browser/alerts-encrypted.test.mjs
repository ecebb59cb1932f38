// Mails through a real mail server that encrypts and wants a name and a password, with a certificate of an authority of
// one's own: what arrives, and that nothing is told to a server that cannot prove its name or where the password is wrong.

import assert from "node:assert/strict";
import { execFile, execFileSync } from "node:child_process";
import { chmodSync, readFileSync, writeFileSync } from "node:fs";
import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { after, test } from "node:test";
import { promisify } from "node:util";
import { SMTPServer } from "smtp-server";
import * as stand from "./support.mjs";

const run = promisify(execFile);
const done = stand.stopwatch("alerts-encrypted");
const home = await stand.folder();
const data = join(home, "var");
const secret = "Mật khẩu của hộp thư 7";
const listening = [];
let host;

after(async () => {
  for (const one of listening) await new Promise((resolve) => one.close(resolve));
  await host?.end("SIGKILL");
  await stand.remove(home);
  done();
});

// What the program says, whether it ends with 0 or not.
async function alerts(...words) {
  const all = ["alerts", ...words, "--lang", "en", "--data", data, "--output", join(home, "output")];
  const ran = await run(stand.binary(), all, { cwd: stand.root }).catch((error) => error);
  return `${ran.stdout}${ran.stderr}`;
}

// An authority, and a certificate of it for a name.
await mkdir(join(home, "tls"), { recursive: true });
const file = (name) => join(home, "tls", name);
const openssl = (...words) => execFileSync("openssl", words, { stdio: "pipe" });
function authority(name) {
  openssl("req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes", "-days", "2", "-subj", `/CN=${name}`,
    "-addext", "basicConstraints=critical,CA:TRUE", "-keyout", file(`${name}.key`), "-out", file(`${name}.pem`));
}
function certificate(name, of, host) {
  openssl("req", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes", "-subj", `/CN=${host}`,
    "-keyout", file(`${name}.key`), "-out", file(`${name}.csr`));
  writeFileSync(file(`${name}.ext`), `subjectAltName=DNS:${host}\n`);
  openssl("x509", "-req", "-days", "2", "-in", file(`${name}.csr`), "-CA", file(`${of}.pem`), "-CAkey", file(`${of}.key`),
    "-CAcreateserial", "-extfile", file(`${name}.ext`), "-out", file(`${name}.pem`));
}
authority("tinh");
authority("khac");
certificate("mail", "tinh", "localhost");
certificate("other", "tinh", "mail.khac.example");

const taken = [];
const signedIn = [];

// A mail server that speaks nothing before it is encrypted, and takes mail only from whoever has signed in.
async function mailServer(secure, name) {
  const server = new SMTPServer({
    secure,
    key: readFileSync(file(`${name}.key`)),
    cert: readFileSync(file(`${name}.pem`)),
    authMethods: ["PLAIN", "LOGIN"],
    onAuth({ username, password }, session, callback) {
      signedIn.push({ username, password, secure: session.secure });
      const right = username === "niemyet@vidu.vn" && password === secret;
      callback(right ? null : new Error("no such name or password"), right ? { user: username } : undefined);
    },
    onData(stream, session, callback) {
      let raw = "";
      stream.setEncoding("utf8").on("data", (piece) => (raw += piece));
      stream.on("end", () => {
        taken.push({ raw, secure: session.secure, user: session.user });
        callback();
      });
    },
  });
  server.on("error", () => {}); // Clients that break off are what is tested here.
  const port = await stand.freePort();
  await new Promise((resolve) => server.listen(port, "127.0.0.1", resolve));
  listening.push(server);
  return port;
}

const wrapped = await mailServer(true, "mail");
const upgraded = await mailServer(false, "mail");
const misnamed = await mailServer(true, "other");
host = await stand.serve({ home });

const mail = (server, ...words) => alerts("mail", "--server", server, "--from", "niemyet@vidu.vn", "--user", "niemyet@vidu.vn", ...words);

test("a password that others may read is not used", async () => {
  assert.match(await alerts("add", "--all", "--mail", "lan@vidu.vn"), /lan@vidu\.vn/);
  await mail(`smtps://localhost:${wrapped}`, "--authority", file("tinh.pem"));
  writeFileSync(join(data, "smtp-password"), `${secret}\n`, { mode: 0o644 });
  assert.match(await alerts("test"), /chmod 600/);
  chmodSync(join(data, "smtp-password"), 0o600);
  assert.equal(signedIn.length, 0);
});

for (const [what, scheme, port] of [["from the first byte", "smtps", wrapped], ["by STARTTLS", "smtp", upgraded]]) {
  test(`encrypted ${what}, with a certificate of an own authority and a login`, async () => {
    taken.length = signedIn.length = 0;
    const said = await mail(`${scheme}://localhost:${port}`, "--authority", file("tinh.pem"));
    assert.match(said, /Own authority: ✓/);
    assert.match(await alerts("test"), /taken by the other side/);
    assert.equal(taken.length, 1);
    assert.equal(taken[0].secure, true);
    assert.equal(taken[0].user, "niemyet@vidu.vn");
    assert.match(taken[0].raw, /^To: lan@vidu\.vn\r$/m);
    assert.deepEqual(signedIn, [{ username: "niemyet@vidu.vn", password: secret, secure: true }]);
  });

  test(`encrypted ${what}: neither password nor mail goes to a server that cannot prove its name`, async () => {
    taken.length = signedIn.length = 0;
    for (const trusted of ["", file("khac.pem")]) {
      await mail(`${scheme}://localhost:${port}`, "--authority", trusted);
      const said = await alerts("test");
      assert.doesNotMatch(said, /taken by/);
      assert.match(said, /certificate|encrypt/i, said);
    }
    assert.deepEqual([taken, signedIn], [[], []]);
  });
}

test("a certificate of the right authority for another name is not enough", async () => {
  await mail(`smtps://localhost:${misnamed}`, "--authority", file("tinh.pem"));
  assert.doesNotMatch(await alerts("test"), /taken by/);
  assert.deepEqual([taken, signedIn], [[], []]);
});

test("a wrong password is told as that, and nothing is sent", async () => {
  await mail(`smtp://localhost:${upgraded}`, "--authority", file("tinh.pem"));
  writeFileSync(join(data, "smtp-password"), "khong-dung-12\n", { mode: 0o600 });
  const said = await alerts("test");
  assert.match(said, /password/i);
  assert.ok(!said.includes("khong-dung-12"), "no password is shown");
  assert.equal(taken.length, 0);
});

test("what is no certificate is not kept", async () => {
  for (const name of ["tinh.key", "mail.ext"]) {
    assert.match(await mail(`smtps://localhost:${wrapped}`, "--authority", file(name)), /BEGIN CERTIFICATE/);
  }
  assert.match(await mail(`smtps://localhost:${wrapped}`, "--authority", join(home, "khong-co.pem")), /cannot read/);
});
