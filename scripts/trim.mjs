// Runs after trunk has built: takes out of the page what it never uses, and makes the rest small.
//
// A crate below leptos exports functions for byte streams from every page. Nothing here calls them,
// but what is exported is kept: in the script, in the module, and all that it needs in turn. So the
// script is bundled down to its default export, and the module's exports down to those the script
// still names. Trunk's own minifier does not understand what wasm-bindgen writes; esbuild does.
import { build, transform } from 'esbuild';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { nameStylesheet } from './method.mjs';

const folder = process.env.TRUNK_STAGING_DIR ?? 'dist';
const release = (process.env.TRUNK_PROFILE ?? 'release') === 'release';
const names = await readdir(folder);
const minified = { minify: true, legalComments: 'none', target: 'es2022' };

/** The glue script with nothing but its default export, still readable. */
async function bundled(name) {
  const { outputFiles } = await build({
    stdin: { contents: `export { default } from './${name}'`, resolveDir: folder },
    bundle: true, write: false, format: 'esm', target: 'es2022', legalComments: 'none',
    // Without these the unused classes count as used.
    define: { 'Symbol.dispose': 'false' }, pure: ['FinalizationRegistry'], logLevel: 'error',
  });
  return outputFiles[0].text;
}

/** Rewrites a module so that it exports only the given names, and optimises what is left. */
function prune(path, exported) {
  const work = mkdtempSync(join(tmpdir(), 'counterbalance-'));
  const graph = [
    { name: 'page', root: true, reaches: exported },
    ...exported.map((name) => ({ name, export: name })),
  ];
  writeFileSync(join(work, 'graph.json'), JSON.stringify(graph));
  const quiet = { stdio: ['ignore', 'ignore', 'inherit'] };
  execFileSync('wasm-metadce', [path, `--graph-file=${join(work, 'graph.json')}`, '-o', join(work, 'a.wasm')], quiet);
  // The linker zeroes memory and puts the stack first, so both assumptions hold.
  const layout = ['--zero-filled-memory', '--low-memory-unused', '--strip-producers', '--strip-target-features'];
  execFileSync('wasm-opt', ['--flatten', '--rereloop', '-Oz', '-Oz', ...layout, join(work, 'a.wasm'), '-o', path], quiet);
  rmSync(work, { recursive: true });
}

/** The glue without the functions that the module no longer imports. */
async function withoutUnused(glue, module) {
  const { Module } = WebAssembly;
  const imported = new Set(Module.imports(new Module(await readFile(module))).map(({ name }) => name));
  return glue.replace(/^( +)(__wb\w+): (?:function|\()[\s\S]*?\n\1\},?\n/gm, (text, _, name) => (imported.has(name) ? text : ''));
}

await nameStylesheet(folder);

for (const name of names.filter((name) => name.endsWith('.css') || name.endsWith('boot.js'))) {
  const path = join(folder, name);
  const loader = name.endsWith('.css') ? 'css' : 'js';
  await writeFile(path, (await transform(await readFile(path, 'utf8'), { ...minified, loader })).code);
}

const moduleOf = (name) => name.replace(/\.js$/, '_bg.wasm');
const glues = names.filter((name) => name.endsWith('.js') && names.includes(moduleOf(name)));
for (const name of release ? glues : []) {
  const module = join(folder, moduleOf(name));
  const glue = await bundled(name);
  const exported = [...new Set([...glue.matchAll(/\bwasm\d*\.([\w$]+)/g)].map((match) => match[1]))];
  const before = (await stat(module)).size;
  prune(module, exported);
  const used = await withoutUnused(glue, module);
  await writeFile(join(folder, name), (await transform(used, { ...minified, loader: 'js', treeShaking: true, format: 'esm' })).code);
  console.log(`trimmed ${name}: ${exported.length} exports kept, module ${before} -> ${(await stat(module)).size} bytes`);
}
