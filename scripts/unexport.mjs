// Takes exports out of a module that still has its relocations, so that what only they need falls
// away when the module is split.
import { readFile, writeFile } from 'node:fs/promises';
import { EXPORTS, number, readNumber, readText, rewritten } from './sections.mjs';

/** The export section without the names that match: each a name, a kind and an index. */
function withoutNames(bytes, at, unwanted) {
  let [count, end] = readNumber(bytes, at);
  const kept = [];
  for (; count > 0; count--) {
    const start = end;
    const [name, kind] = readText(bytes, start);
    end = readNumber(bytes, kind + 1)[1];
    if (!unwanted.test(name)) kept.push(bytes.subarray(start, end));
  }
  return Buffer.concat([number(kept.length), ...kept]);
}

/** Writes the module without the exports whose names match. */
export async function unexport(from, to, unwanted) {
  const bytes = await readFile(from);
  await writeFile(to, rewritten(bytes, { [EXPORTS]: (all, at) => withoutNames(all, at, unwanted) }));
}
