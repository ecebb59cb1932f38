// Databases of PostgreSQL for tests. The gate starts one server for all of them and names it in NIEMYET_TEST_POSTGRES; a
// file that is run alone starts its own, which goes with it.

import { execFile } from "node:child_process";
import { join } from "node:path";
import { promisify } from "node:util";
import * as stand from "./support.mjs";

const run = promisify(execFile);
const script = join(stand.root, "tests", "store", "server");

// A server of one test's own, to be stopped and started: `ask` takes the verbs of tests/store/server.
export async function server() {
  const home = await stand.folder();
  const place = join(home, "postgres");
  const ask = async (verb) => (await run(script, [verb, place])).stdout.trim();
  const address = await ask("start");
  const remove = async () => {
    await ask("remove");
    await stand.remove(home);
  };
  return { address, ask, remove };
}

// A fresh database: its address, and how to end it.
export async function database(name) {
  const own = process.env.NIEMYET_TEST_POSTGRES ? undefined : await server();
  const address = own?.address ?? process.env.NIEMYET_TEST_POSTGRES;
  const fresh = `${name}_${process.pid}_${Date.now()}`;
  const psql = (statement) => run("psql", ["--no-psqlrc", "--quiet", `--command=${statement}`, address]);
  await psql(`CREATE DATABASE ${fresh}`);
  const remove = () => (own ? own.remove() : psql(`DROP DATABASE ${fresh} WITH (FORCE)`));
  return { address: address.replace(/\/[^/]*$/, `/${fresh}`), remove };
}
