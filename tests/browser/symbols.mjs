// Symbols as a phone sees them: from the terminal's half blocks to dots, and read by a reader that is not ours.

import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { writeFile } from "node:fs/promises";
import { promisify } from "node:util";
import { deflateSync } from "node:zlib";

const run = promisify(execFile);

// Which half of its cell a sign fills, upper and lower.
const halves = { "█": [1, 1], "▀": [1, 0], "▄": [0, 1], " ": [0, 0] };

// The rows of dots of the only symbol in a terminal's text: 1 where the terminal puts ink of its foreground colour.
export function dotsOf(text) {
  const lines = text.split("\n").filter((line) => line.length > 20 && /^[█▀▄ ]+$/.test(line));
  assert.ok(lines.length > 10, "no symbol in this text");
  for (const line of lines) assert.equal(line.length, lines[0].length, "the symbol is ragged");
  return lines.flatMap((line) => [0, 1].map((half) => Array.from(line, (sign) => halves[sign][half])));
}

// A grey PNG of rows of dots, each `scale` pixels wide; `colours` are the greys of 0 and of 1.
export function png(dots, colours, scale = 6) {
  const width = dots[0].length * scale;
  const rows = dots.flatMap((row) => {
    const line = Buffer.from([0, ...row.flatMap((dot) => Array(scale).fill(colours[dot]))]);
    return Array(scale).fill(line);
  });
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(rows.length, 4);
  head.set([8, 0, 0, 0, 0], 8); // eight bits of grey
  const parts = [piece("IHDR", head), piece("IDAT", deflateSync(Buffer.concat(rows))), piece("IEND", Buffer.alloc(0))];
  return Buffer.concat([Buffer.from("\x89PNG\r\n\x1a\n", "latin1"), ...parts]);
}

function piece(name, body) {
  const whole = Buffer.alloc(body.length + 12);
  whole.writeUInt32BE(body.length, 0);
  whole.write(name, 4, "latin1");
  body.copy(whole, 8);
  whole.writeUInt32BE(crc(whole.subarray(4, body.length + 8)), body.length + 8);
  return whole;
}

function crc(bytes) {
  let sum = 0xffffffff;
  for (const byte of bytes) {
    sum ^= byte;
    for (let bit = 0; bit < 8; bit += 1) sum = sum & 1 ? (sum >>> 1) ^ 0xedb88320 : sum >>> 1;
  }
  return ~sum >>> 0;
}

// What each picture says, read by zbarimg in one go; every picture must hold exactly one symbol.
export async function read(...files) {
  const args = ["--quiet", "--xml", "-Sdisable", "-Sqrcode.enable", ...files];
  const { stdout } = await run("zbarimg", args).catch((error) => {
    throw new Error(`zbarimg read nothing in one of ${files.join(", ")}: ${error.stderr}`);
  });
  return files.map((file) => {
    const source = stdout.split("<source ").find((part) => part.includes(`href='${file}'`)) ?? "";
    const texts = Array.from(source.matchAll(/<data><!\[CDATA\[(.*?)\]\]><\/data>/g), ([, text]) => text);
    assert.equal(texts.length, 1, `${texts.length} symbols in ${file}`);
    return texts[0];
  });
}

export async function readTerminal(text, file, colours) {
  await writeFile(file, png(dotsOf(text), colours));
  return (await read(file))[0];
}
