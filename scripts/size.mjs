// The weight of the first load: every file of dist that the page asks for, raw, gzip and brotli.
// Fails where the sum in brotli is over budget. What the page loads on demand has a budget of its own;
// what it only links to is listed apart.
import { readdir, readFile } from 'node:fs/promises';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import { fileURLToPath } from 'node:url';
import { join } from 'node:path';

const BUDGET = 180_000;
/** The editor of a process, which the page loads when it is asked for, and its own budget. */
const ON_DEMAND = ['panels-boot.js', 'panels.css', 'panels.js', 'panels_bg.wasm'];
const BUDGET_ON_DEMAND = 128_000;
/** All else that is not in the first load. */
const APART = ['method.css', 'method.html'];
const dist = fileURLToPath(new URL('../dist', import.meta.url));
const brotli = (body) => brotliCompressSync(body, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }).length;

const row = (name, size) =>
  console.log(name.padEnd(36), ...[size.raw, size.gzip, size.brotli].map((n) => String(n).padStart(9)));
async function measure(name) {
  const body = await readFile(join(dist, name));
  return { raw: body.length, gzip: gzipSync(body, { level: 9 }).length, brotli: brotli(body) };
}

/** Lists files with their sum, and says whether that is within a budget. */
async function held(title, names, budget) {
  const sum = { raw: 0, gzip: 0, brotli: 0 };
  console.log(title.padEnd(36), '      raw', '     gzip', '   brotli');
  for (const name of names) {
    const size = await measure(name);
    row(name, size);
    for (const key of Object.keys(sum)) sum[key] += size[key];
  }
  row('all', sum);
  console.log(`budget ${budget} bytes in brotli, used ${((100 * sum.brotli) / budget).toFixed(1)} %`);
  if (sum.brotli > budget) console.error(`Over its budget: ${title}.`);
  return sum.brotli <= budget;
}

const later = [...ON_DEMAND, ...APART];
const first = (await readdir(dist)).sort().filter((name) => !later.includes(name));
const within = [await held('first load', first, BUDGET), await held('on demand', ON_DEMAND, BUDGET_ON_DEMAND)];
console.log('only linked to');
for (const name of APART) row(name, await measure(name));
if (within.includes(false)) process.exit(1);
