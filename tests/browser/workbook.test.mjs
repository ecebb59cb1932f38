// The workbook in the hands of another program: LibreOffice opens it, saves it in its own way, and nothing of the content has changed
// by that.

import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { cp, mkdir, mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import * as stand from "./support.mjs";

const run = promisify(execFile);
const done = stand.stopwatch("workbook");
const root = fileURLToPath(new URL("../..", import.meta.url));
let folder;

before(async () => {
  folder = await mkdtemp(join(tmpdir(), "niemyet-workbook-"));
  await cp(join(root, "site-content"), join(folder, "site-content"), { recursive: true });
});

after(async () => {
  await rm(folder, { recursive: true, force: true });
  done();
});

const niemyet = (...words) => stand.niemyet("--site", join(folder, "site-content"), "--output", join(folder, "output"), ...words);

async function convert(from, kind, filter) {
  const to = join(folder, "saved");
  await mkdir(to, { recursive: true });
  const profile = `-env:UserInstallation=file://${join(folder, "profile")}`;
  await run("soffice", [profile, "--headless", "--convert-to", `${kind}:${filter}`, "--outdir", to, join(folder, from)]);
  return join(to, from.replace(/[^.]+$/, kind));
}

test("what LibreOffice saves again changes nothing", async () => {
  await niemyet("export", "--workbook", join(folder, "tthc.xlsx"));
  const saved = await convert("tthc.xlsx", "xlsx", "Calc MS Excel 2007 XML");
  const said = await niemyet("import", saved, "--yes");
  assert.match(said, /Không có gì thay đổi/, said);
  assert.doesNotMatch(said, /N90\d/, said);
});

test("LibreOffice shows the sheets as they are meant", async () => {
  const flat = await convert("tthc.xlsx", "fods", "OpenDocument Spreadsheet Flat XML");
  const xml = await readFile(flat, "utf8");
  for (const part of ['table:name="Hướng dẫn"', 'table:name="Phí, lệ phí"', "1.000894", "table:content-validation", "8000 VND"]) {
    assert.ok(xml.includes(part), part);
  }
  // A code that became a number would have lost its zeros.
  assert.doesNotMatch(xml, /office:value="1\.000894"/);
});
