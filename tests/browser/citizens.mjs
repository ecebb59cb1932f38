// Citizens who rate at once and write down what they were promised. Whoever gets no answer, because a host died, sends the
// same form again: to the host that is there then.

import assert from "node:assert/strict";
import * as stand from "./support.mjs";

// What a crash does to a connection, and nothing else does.
const cut = new Set(["ECONNRESET", "ECONNREFUSED", "EPIPE"]);

// `hosts` gives the origins that may be asked now; `code` is the counter's. `patience`: statuses other than 303 that a
// citizen takes for "once more in a moment".
export function citizens({ code, hosts, patience = [] }) {
  const begun = new Set();
  const thanked = new Set();
  const added = new Set();
  const unanswered = [];
  let [sent, going] = [0, true];

  const somewhere = () => {
    const all = hosts();
    return all[Math.floor(Math.random() * all.length)];
  };
  // Sends one form until it is answered as it should be; false if there is nobody to ask any more.
  const send = async (fields) => {
    while (going) {
      const origin = somewhere();
      if (!origin) {
        await stand.sleep(5);
        continue;
      }
      try {
        const answer = await stand.postForm(`${origin}/Q/${code}`, fields);
        if (answer.status === 303) return { origin, to: answer.headers.location };
        assert.ok(patience.includes(answer.status), `${answer.status}: ${answer.body}`);
        assert.ok(Number(answer.headers["retry-after"]) > 0);
        const again = answer.body.toString("utf8");
        const typed = fields["q-gop-y"] ? `>${fields["q-gop-y"]}</textarea>` : 'value="cho-lau" checked';
        assert.ok(again.includes(typed), `what was typed is lost: ${again}`);
        await stand.sleep(20);
      } catch (error) {
        if (!cut.has(error.code)) throw error;
        await stand.sleep(5);
      }
    }
    return undefined;
  };
  const form = async () => {
    for (;;) {
      const origin = somewhere();
      try {
        if (origin) return await stand.ratingFields(`${origin}/Q/${code}`);
      } catch (error) {
        if (!cut.has(error.code)) throw error;
      }
      if (!going) return undefined;
      await stand.sleep(5);
    }
  };
  // One rating by a tap with words of its own, which tell it from all others (short ones: a long number would be
  // masked as somebody's); then a page that is added to it.
  const rate = async () => {
    const left = unanswered.shift();
    const page = left ?? (await form());
    if (!page) return;
    const fields = left ?? { ...page, "q-gop-y": `lượt ${(sent += 1)}` };
    const words = fields["q-gop-y"];
    begun.add(words);
    const kept = await send(fields);
    if (!kept) {
      unanswered.push(fields);
      return;
    }
    thanked.add(words);
    const more = await claimOf(kept).catch((error) => {
      if (!cut.has(error.code)) throw error;
    });
    if (more && (await send({ ...more, "q-ly-do": "cho-lau" }))) added.add(words);
  };
  const one = async () => {
    while (going) await rate();
  };
  // Starts so many, until `end`, which gives whoever failed.
  const start = (count) => {
    going = true;
    const all = Promise.allSettled(Array.from({ length: count }, one));
    return async () => {
      going = false;
      for (const { reason } of await all) if (reason) throw reason;
    };
  };
  // Every promise is kept exactly once, and nothing is there that nobody sent.
  const prove = (ratings) => {
    const times = new Map();
    for (const { answers } of ratings) times.set(answers["gop-y"].text, (times.get(answers["gop-y"].text) ?? 0) + 1);
    const wrong = [...thanked].filter((words) => times.get(words) !== 1);
    const figures = `${thanked.size} promised, ${ratings.length} there`;
    assert.deepEqual(wrong.slice(0, 20), [], `${wrong.length} promised, and not there exactly once; ${figures}`);
    assert.deepEqual([...times].filter(([, count]) => count !== 1), [], "there more than once");
    assert.deepEqual([...times.keys()].filter((words) => !begun.has(words)), [], "sent by nobody");
    const bare = ratings.filter(({ answers }) => added.has(answers["gop-y"].text) && !answers["ly-do"]);
    assert.deepEqual(bare, [], "what was added is lost");
  };
  return { start, prove, thanked, added };
}

// The hidden fields of the form that adds to a rating.
async function claimOf({ origin, to }) {
  const { status, body } = await stand.get(new URL(to, origin).href);
  assert.equal(status, 200, to);
  const form = body.toString("utf8").split("<form ").at(-1);
  const hidden = form.matchAll(/<input type="hidden" name="([^"]*)" value="([^"]*)"/g);
  return Object.fromEntries(Array.from(hidden, ([, name, value]) => [name, value]));
}
