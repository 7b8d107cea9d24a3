// Runs after trunk has built: splits the page's module, takes out what it never uses, and makes
// the rest small.
//
// Trunk's own output is one module with the whole page in it. What is declared as a `door` in the
// code goes to modules of its own here, which the page fetches when it needs them; trunk has no
// step for that. A crate below leptos exports functions for byte streams from every page. Nothing
// here calls them, but what is exported is kept, and all that it needs in turn; so those exports go
// first. Then the script is bundled down to what the page calls, and the module's exports down to
// those the script still names. Trunk's own minifier does not understand what wasm-bindgen writes;
// esbuild does.
import { build, transform } from 'esbuild';
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { copyFile, readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { nameStylesheet } from './method.mjs';
import { shorten } from './shorten.mjs';
import { unexport } from './unexport.mjs';
import { addWorker } from './worker.mjs';

const folder = process.env.TRUNK_STAGING_DIR ?? 'dist';
const profile = (process.env.TRUNK_PROFILE ?? 'release') === 'release' ? 'release' : 'debug';
const names = await readdir(folder);
const minified = { minify: true, legalComments: 'none', target: 'es2022' };
const work = mkdtempSync(join(tmpdir(), 'counterbalance-'));
const run = (program, ...options) => execFileSync(program, options, { stdio: ['ignore', 'ignore', 'inherit'] });

/** Splits what cargo built, and binds the main part. Returns the names of the other parts. */
async function split() {
  const whole = join(process.env.CARGO_TARGET_DIR ?? 'target', 'wasm32-unknown-unknown', profile, 'app.wasm');
  const lean = join(work, 'lean.wasm');
  await unexport(whole, lean, /intounderlying/);
  run('wasm-split-cli', lean, work, '--out-name', 'app');
  const parts = (await readdir(work)).filter((name) => /^(split|chunk).*\.wasm$/.test(name));
  const bind = ['--target', 'web', '--no-typescript', '--keep-lld-exports', '--out-dir', work, '--out-name', 'app'];
  run('wasm-bindgen', ...bind, join(work, 'app.wasm'));
  return parts;
}

/** The glue script with nothing but its default export, still readable. */
async function bundled(entry) {
  const { outputFiles } = await build({
    stdin: { contents: `export { default } from './${entry}'`, resolveDir: work },
    bundle: true, write: false, format: 'esm', target: 'es2022', legalComments: 'none',
    // Without these the unused classes count as used.
    define: { 'Symbol.dispose': 'false' }, pure: ['FinalizationRegistry'], logLevel: 'error',
  });
  return outputFiles[0].text;
}

// The linker zeroes memory and puts the stack first, so both assumptions hold for every part.
const optimised = ['--flatten', '--rereloop', '-Oz', '-Oz', '--zero-filled-memory', '--low-memory-unused'];
const stripped = ['--strip-debug', '--strip-producers', '--strip-target-features'];

/** Rewrites a module so that it exports only the given names, and optimises what is left. */
function prune(path, exported, target) {
  const graph = [
    { name: 'page', root: true, reaches: exported },
    ...exported.map((name) => ({ name, export: name })),
  ];
  writeFileSync(join(work, 'graph.json'), JSON.stringify(graph));
  run('wasm-metadce', path, `--graph-file=${join(work, 'graph.json')}`, '-o', join(work, 'pruned.wasm'));
  run('wasm-opt', ...optimised, ...stripped, join(work, 'pruned.wasm'), '-o', target);
}

/** The glue without the functions that the module no longer imports. */
async function withoutUnused(glue, module) {
  const { Module } = WebAssembly;
  const imported = new Set(Module.imports(new Module(await readFile(module))).map(({ name }) => name));
  return glue.replace(/^( +)(__wb\w+): (?:function|\()[\s\S]*?\n\1\},?\n/gm, (text, _, name) => (imported.has(name) ? text : ''));
}

/** Optimises a part and puts it into the folder under a name that follows its content. */
async function place(part) {
  const small = join(work, `small-${part}`);
  run('wasm-opt', ...optimised, ...stripped, join(work, part), '-o', small);
  const sum = createHash('sha256').update(await readFile(small)).digest('hex').slice(0, 16);
  const name = part.replace(/^split_|\.wasm$/g, '') + `-${sum}.wasm`;
  await copyFile(small, join(folder, name));
  console.log(`part ${name}: ${(await stat(small)).size} bytes`);
  return name;
}

/** Every name that the scripts use of the main module's exports. */
function exportsUsed(glue) {
  const direct = [...glue.matchAll(/\bwasm\d*\.([\w$]+)/g)].map((match) => match[1]);
  const shared = glue.match(/const \{([^}]*)\} = initSync\(/)?.[1].split(',') ?? [];
  return [...new Set([...direct, ...shared.map((name) => name.trim()).filter(Boolean)])];
}

await nameStylesheet(folder);
for (const name of names.filter((name) => name.endsWith('.css') || name === 'boot.js')) {
  const path = join(folder, name);
  const loader = name.endsWith('.css') ? 'css' : 'js';
  await writeFile(path, (await transform(await readFile(path, 'utf8'), { ...minified, loader })).code);
}

const main = names.find((name) => name.endsWith('_bg.wasm'));
const parts = await split();
let glue = await bundled('app.js');
const exported = exportsUsed(glue);
prune(join(work, 'app_bg.wasm'), exported, join(folder, main));
glue = await withoutUnused(glue, join(folder, main));
glue = await shorten(join(folder, main), glue);
for (const part of parts) glue = glue.replaceAll(part, await place(part));
const script = await transform(glue, { ...minified, loader: 'js', treeShaking: true, format: 'esm' });
await writeFile(join(folder, main.replace('_bg.wasm', '.js')), script.code);
console.log(`page: ${exported.length} exports kept, module ${(await stat(join(folder, main))).size} bytes`);
rmSync(work, { recursive: true });
await addWorker(folder);
