// The field in which a procedure is looked for answers as one types: what src/search/ does on a host, step by step and
// on the same list, which is fetched when somebody first comes to the field. Where a host is, all works without this.
(() => {
  const form = document.querySelector("[data-list]");
  const field = form.elements.q, data = form.dataset, list = form.querySelector("ul");
  // How a word of the list fits what was typed: 1 begins with it, 2 is it, 4 has its marks.
  let loading, groups, words, rows, fillers, kept;

  const plain = text => text.replace(/\p{M}/gu, "").replace(/[đð]/g, "d");
  const small = text => text.normalize("NFD").toLowerCase();
  const split = text => text.match(/[\p{Alphabetic}\p{N}]+/gu) || [];
  const bare = text => split(plain(small(text))).join("");
  // A word taken apart: without marks, letters with the marks of vowels, tone.
  const syllable = text => {
    let tone = "", letters = small(text).replace(/[\u0300\u0301\u0303\u0309\u0323]/g, sign => (tone = sign, "")).replace(/^([^aeiouy]+)y$/, "$1i");
    const folded = plain(letters);
    letters = letters.normalize();
    return { folded, letters, tone, marked: tone || letters != folded };
  };

  const read = text => {
    const parts = text.split("\n\n").map(part => part.split("\n"));
    const row = text => [...text].map(sign => (sign = sign.codePointAt()) - (sign < 0xD800 ? 48 : 2096));
    words = [];
    fillers = parts[0][1].split(" ").map(syllable);
    groups = parts[0].slice(2).map(text => {
      const [folded, ...own] = text.split("\t"), start = words.length;
      words.push(...own);
      return [folded, start, words.length];
    });
    rows = parts[2].map((text, place) => {
      const [code, field, ...own] = text.split("\t"), texts = own.map(row);
      return { place, code, bare: bare(code), foreign: field[1], texts, all: row(parts[1][row(field).pop()]).concat(...texts) };
    });
  };

  // A word that was typed.
  const asked = text => {
    const word = syllable(text), fits = word.fits = new Uint8Array(words.length);
    const has = other => !word.marked || other.letters.startsWith(word.letters) && (!word.tone || word.tone == other.tone);
    for (const [folded, start, end] of groups) if (folded.startsWith(word.folded)) for (let at = start; at < end; at++) {
      fits[at] = 1 + (folded == word.folded) * 2 + has(word.marked && syllable(split(words[at])[0])) * 4;
    }
    word.digit = /\d/.test(text);
    word.needed = !fillers.some(other => other.folded == word.folded && has(other));
    return word;
  };
  // What may have been meant by it: a letter is missing, too many, another, or two are swapped.
  const forgiven = word => {
    const text = word.folded, fits = word.fits.slice();
    const slip = RegExp("^(" + [...text].map((sign, at) => {
      const before = text.slice(0, at), after = text.slice(at + 1);
      return [before + ".?" + after, before + "." + sign + after, before + after[0] + sign + after.slice(1)].join("|");
    }).join("|") + ")$");
    if (text[2] && !word.digit && word.needed) for (const [folded, start, end] of groups) {
      if (slip.test(folded) && !folded.startsWith(text)) fits.fill(word.marked ? 1 : 5, start, end);
    }
    return { ...word, fits };
  };

  const phrase = (all, text) => {
    let best = 10;
    for (let start = 0; start < text.length; start++) {
      let fit = 3;
      for (let at = 0; fit && at < all.length; at++) fit &= all[at].fits[text[start + at]];
      if (fit) best = Math.min(best, fit > 1 ? start ? 2 : all.length < text.length : start ? 4 : 3);
    }
    return best;
  };
  const ranked = (pool, all, code, lack) => {
    const needed = all.filter(word => word.needed), ranks = [];
    for (const row of pool) {
      let first = 2 - row.bare.startsWith(code) - (row.bare == code), lacking = 0, marks = 0, asking = 0, begun = 0, best = 10;
      for (const { fits, digit, folded, needed } of all) {
        let fit = digit && row.bare.includes(folded) ? 5 : 0;
        for (const at of row.all) fit |= fits[at];
        if (needed) lacking += !fit, marks += !(fit & 4), begun += !(fit & 2);
        else asking += !fit;
      }
      if (first > 1 && lacking > (needed[2] ? lack : 0)) continue;
      for (const text of row.texts) best = Math.min(best, phrase(all, text), phrase(needed, text) + 5);
      // One number whose order is that of its parts.
      ranks.push(((((first * 13 + marks) * 13 + best) * 13 + begun) * 13 + asking) * 1e8 + row.texts[0].length * 1e5 + row.place);
    }
    return ranks.sort((one, other) => one - other).map(rank => rows[rank % 1e5]);
  };

  const make = (kind, textContent) => Object.assign(document.createElement(kind), { textContent });
  const show = () => {
    const text = field.value, code = bare(text).replace(/^\D+$/, "-");
    let all = split(text.normalize().toLowerCase()).slice(0, 12).map(asked), hits = [], step = 0, full = all.every(word => word.needed);
    if (!all.some(word => word.needed)) all.map(word => word.needed = 1);
    // As it was typed; with one slip in each word; with one word left out.
    // Who types on narrows what was found, unless one word need not be there or may yet be another: "ly" is "li".
    const pool = full && kept && text.startsWith(kept.text) && kept.code == code ? kept.pool : rows;
    for (; all[0] && !hits[0] && step < 3; step++) {
      if (step == 1) all = all.map(forgiven);
      hits = ranked(step ? rows : pool, all, code, step > 1);
    }
    kept = full && step == 1 && !/y$/i.test(text) && { text, code, pool: hits };
    form.querySelector("[role]").textContent = text && data[hits[0] ? step > 1 ? "near" : "found" : "none"].replace("#", hits.length);
    list.textContent = "";
    for (const { code, foreign, texts } of hits.slice(0, 10)) {
      const item = make("li"), link = make("a", texts[0].map(at => words[at]).join(" ").replace(/\u2060 /g, "")), sign = make("small", code);
      link.href = data.before + code + ".html";
      if (foreign) link.lang = data.lang;
      item.append(link, " ", sign);
      list.append(item);
    }
  };
  const load = () => loading = loading || fetch(data.list).then(answer => answer.text()).then(read).catch(() => loading = 0);
  // From a disk nothing can be fetched.
  form.hidden = location.protocol == "file:";
  field.onfocus = load;
  field.oninput = () => load().then(() => rows && show());
  form.onsubmit = () => form.hasAttribute("action") || (list.querySelector("a")?.click(), false);
})();
