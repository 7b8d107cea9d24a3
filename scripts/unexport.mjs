// Takes exports out of a module that still has its relocations, so that what only they need falls
// away when the module is split.
import { readFile, writeFile } from 'node:fs/promises';

const EXPORT_SECTION = 7;

/** A number as WebAssembly writes it, seven bits at a time, and where it ends. */
function readNumber(bytes, at) {
  for (let value = 0, factor = 1; ; factor *= 128) {
    const byte = bytes[at++];
    value += (byte & 127) * factor;
    if (byte < 128) return [value, at];
  }
}

function number(value) {
  const bytes = [];
  do {
    bytes.push((value & 127) | (value > 127 ? 128 : 0));
    value >>>= 7;
  } while (value > 0);
  return Buffer.from(bytes);
}

/** The export section without the names that match: each a name, a kind and an index. */
function withoutNames(bytes, at, unwanted) {
  let [count, end] = readNumber(bytes, at);
  const kept = [];
  for (; count > 0; count--) {
    const start = end;
    const [length, name] = readNumber(bytes, start);
    end = readNumber(bytes, name + length + 1)[1];
    if (!unwanted.test(bytes.toString('utf8', name, name + length))) kept.push(bytes.subarray(start, end));
  }
  return Buffer.concat([number(kept.length), ...kept]);
}

/** Writes the module without the exports whose names match. */
export async function unexport(from, to, unwanted) {
  const bytes = await readFile(from);
  const header = 8;
  const parts = [bytes.subarray(0, header)];
  for (let at = header; at < bytes.length; ) {
    const [length, body] = readNumber(bytes, at + 1);
    const isExport = bytes[at] === EXPORT_SECTION;
    const content = isExport ? withoutNames(bytes, body, unwanted) : bytes.subarray(body, body + length);
    parts.push(bytes.subarray(at, at + 1), number(content.length), content);
    at = body + length;
  }
  await writeFile(to, Buffer.concat(parts));
}
