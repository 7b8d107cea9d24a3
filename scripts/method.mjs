// The method page names the stylesheet where the source has it, so that it can be read without a
// build. Here it gets the name that the stylesheet has in dist.
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

const SOURCE = '"../style/main.css"';

/** Gives method.html the stylesheet that index.html in the same folder has. */
export async function nameStylesheet(folder) {
  const path = join(folder, 'method.html');
  const [index, page] = await Promise.all([join(folder, 'index.html'), path].map((name) => readFile(name, 'utf8')));
  const [link] = index.match(/<link\b[^>]*\brel="stylesheet"[^>]*>/) ?? [];
  const href = link?.match(/\bhref="[^"]+"/)?.[0].slice('href='.length);
  if (!href || ![SOURCE, href].some((name) => page.includes(name))) {
    throw new Error('method.html: no stylesheet to name, or no place for its name');
  }
  await writeFile(path, page.replace(SOURCE, href));
}
