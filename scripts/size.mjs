// The weight of the page in brotli: of the first load, which is every file that the page asks for
// to be painted and used; of what it fetches by itself once it stands still (the searches, the
// simulation and its worker, and what these share with other parts); and of what it fetches when
// it is asked for more. Fails over budget.
import { readdir, readFile } from 'node:fs/promises';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import { fileURLToPath } from 'node:url';
import { join } from 'node:path';

/** What belongs to the first load; a browser test sees that the page asks for nothing else. */
const FIRST = /^(index\.html|boot\.js|main-\w+\.css|app-\w+\.js|app-\w+_bg\.wasm)$/;
const LINKED = /^method\./;
const SETTLED = /^(settled|further|worker|chunk|panels\.css)/;
const BUDGETS = { first: 180_000, settled: 450_000, asked: 220_000 };
const dist = fileURLToPath(new URL('../dist', import.meta.url));
const brotli = (body) => brotliCompressSync(body, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }).length;

const row = (name, { raw, gzip, brotli }) =>
  console.log(name.padEnd(36), ...[raw, gzip, brotli].map((size) => String(size).padStart(9)));
async function measure(name) {
  const body = await readFile(join(dist, name));
  return { raw: body.length, gzip: gzipSync(body, { level: 9 }).length, brotli: brotli(body) };
}
/** Lists files under a title and returns the weight of all in brotli. */
async function list(title, names) {
  console.log(title.padEnd(36), '      raw', '     gzip', '   brotli');
  const sum = { raw: 0, gzip: 0, brotli: 0 };
  for (const name of names) {
    const size = await measure(name);
    row(name, size);
    for (const key of Object.keys(sum)) sum[key] += size[key];
  }
  row('all', sum);
  return sum.brotli;
}

const names = (await readdir(dist)).sort();
const first = names.filter((name) => FIRST.test(name));
const linked = names.filter((name) => LINKED.test(name));
const settled = names.filter((name) => SETTLED.test(name));
const asked = names.filter((name) => ![first, linked, settled].some((list) => list.includes(name)));
const used = {
  first: await list('first load', first),
  settled: await list('fetched once the page stands still', settled),
  asked: await list('fetched when asked for', asked),
};
await list('pages of their own', linked);
for (const [part, budget] of Object.entries(BUDGETS)) {
  console.log(`budget ${part}: ${budget} bytes in brotli, used ${used[part]}, ${((100 * used[part]) / budget).toFixed(1)} %`);
}
if (Object.keys(BUDGETS).some((part) => used[part] > BUDGETS[part])) {
  console.error('The page is over its budget.');
  process.exit(1);
}
