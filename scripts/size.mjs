// The weight of the first load: every file of dist that the page asks for, raw, gzip and brotli.
// Fails where the sum in brotli is over budget. What the page only links to is listed apart.
import { readdir, readFile } from 'node:fs/promises';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import { fileURLToPath } from 'node:url';
import { join } from 'node:path';

const BUDGET = 180_000;
/** All that is not in the first load. */
const APART = ['method.css', 'method.html'];
const dist = fileURLToPath(new URL('../dist', import.meta.url));
const brotli = (body) => brotliCompressSync(body, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }).length;

const sum = { raw: 0, gzip: 0, brotli: 0 };
const row = (name, size) =>
  console.log(name.padEnd(36), ...[size.raw, size.gzip, size.brotli].map((n) => String(n).padStart(9)));
async function measure(name) {
  const body = await readFile(join(dist, name));
  return { raw: body.length, gzip: gzipSync(body, { level: 9 }).length, brotli: brotli(body) };
}
console.log('first load'.padEnd(36), '      raw', '     gzip', '   brotli');
for (const name of (await readdir(dist)).sort().filter((name) => !APART.includes(name))) {
  const size = await measure(name);
  row(name, size);
  for (const key of Object.keys(sum)) sum[key] += size[key];
}
row('all', sum);
console.log('not in the first load');
for (const name of APART) row(name, await measure(name));
console.log(`budget ${BUDGET} bytes in brotli, used ${((100 * sum.brotli) / BUDGET).toFixed(1)} %`);
if (sum.brotli > BUDGET) {
  console.error('The first load is over its budget.');
  process.exit(1);
}
