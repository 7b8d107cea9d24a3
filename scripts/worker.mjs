// Runs after trunk has built: builds the worker, a module of its own, and tells the page its name.
//
// Trunk builds every module of a page with one profile, and the page's is for size; the worker
// computes and is built for speed. Its name follows its content, so that a page and a worker of
// different builds never meet.
import { build } from 'esbuild';
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { copyFile, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const TARGET = 'wasm32-unknown-unknown';
/** Relocations are for splitting the page; with them the optimiser cannot work on the worker. */
const flag = 'CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS';
const env = { ...process.env, [flag]: (process.env[flag] ?? '').replace('-Clink-args=--emit-relocs', '') };
const run = (program, ...options) => execFileSync(program, options, { env, stdio: ['ignore', 'ignore', 'inherit'] });

/** Builds the worker into the folder and names it in the folder's index.html. */
export async function addWorker(folder) {
  const work = mkdtempSync(join(tmpdir(), 'counterbalance-worker-'));
  run('cargo', 'build', '--quiet', '--profile', 'worker', '--target', TARGET, '--no-default-features',
    '--features', 'worker', '--bin', 'worker');
  const built = join(process.env.CARGO_TARGET_DIR ?? 'target', TARGET, 'worker', 'worker.wasm');
  run('wasm-bindgen', '--target', 'web', '--no-typescript', '--out-dir', work, '--out-name', 'worker', built);
  const small = join(work, 'small.wasm');
  run('wasm-opt', '-O3', '--zero-filled-memory', '--low-memory-unused', '--strip-debug', '--strip-producers',
    '--strip-target-features', join(work, 'worker_bg.wasm'), '-o', small);
  const sum = createHash('sha256').update(await readFile(small)).digest('hex').slice(0, 16);
  const name = `worker-${sum}`;
  await copyFile(small, join(folder, `${name}.wasm`));
  const { outputFiles } = await build({
    stdin: { contents: `import init from './worker.js'; init({ module_or_path: './${name}.wasm' });`, resolveDir: work },
    bundle: true, write: false, format: 'esm', target: 'es2022', minify: true, legalComments: 'none', logLevel: 'error',
    define: { 'Symbol.dispose': 'false' }, pure: ['FinalizationRegistry'],
  });
  await writeFile(join(folder, `${name}.js`), outputFiles[0].text);
  const page = join(folder, 'index.html');
  const html = await readFile(page, 'utf8');
  await writeFile(page, html.replace(' data-js=', ` data-worker="./${name}.js" data-js=`));
  rmSync(work, { recursive: true });
  console.log(`worker ${name}: ${(await readFile(join(folder, `${name}.wasm`))).length} bytes`);
}
