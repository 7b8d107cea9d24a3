// Runs after trunk has built: makes the scripts and style sheets of the page smaller.
// Trunk's own minifier does not understand what wasm-bindgen writes; esbuild does.
import { transform } from 'esbuild';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { extname, join } from 'node:path';

const folder = process.env.TRUNK_STAGING_DIR ?? 'dist';
for (const name of await readdir(folder)) {
  const loader = { '.js': 'js', '.css': 'css' }[extname(name)];
  if (!loader) continue;
  const path = join(folder, name);
  const { code } = await transform(await readFile(path, 'utf8'), {
    loader, minify: true, legalComments: 'none', target: 'es2022',
  });
  await writeFile(path, code);
}
