// Gives what a module and its script know each other by short names. wasm-bindgen's end in sixteen
// digits of a hash, which no compression makes shorter, and stand in both files. Names of source files
// of the libraries go too, and complaints that cannot come up here; a report of a failure keeps line,
// column, message and the page's own files.
import { readFile, writeFile } from 'node:fs/promises';
import { DATA, EXPORTS, IMPORTS, number, readNumber, readText, rewritten, text } from './sections.mjs';

const LONG = /^(__wb|wasm_bindgen__)/;
const FUNCTION = 0;
/** Complaints of libraries about what this page has not: threads, another way of building, its own executor. */
const IMPOSSIBLE = new RegExp([
  'Value is None because the `ssr`[^]*?the source\\.',
  'Dropped SendWrapper<T> variable from a thread different to the one it has been created with\\.',
  "use of std::thread::current\\(\\) is not possible after the thread's local data has been destroyed",
  "Executor::spawn(_local)? called, but no global 'spawn(_local)?' function is configured\\.",
  'cannot access a Thread Local Storage value during or after destruction: ',
  'Once instance has previously been poisoned', 'LazyCell instance has previously been poisoned',
  'one-time initialization may not be performed recursively',
  'Got a QuickInitGuard in slow init', 'No guard available even without polling',
  'QueueHead dropped without a waker list', 'cannot modify the panic hook from a panicking thread',
].join('|'), 'g');

/** Short names for long ones, the same for the same. */
class Names {
  #short = new Map();

  of(name) {
    if (!LONG.test(name)) return name;
    if (!this.#short.has(name)) this.#short.set(name, `_${this.#short.size.toString(36)}`);
    return this.#short.get(name);
  }

  /** The script with the short names in place of the long ones. */
  within(script) {
    return script.replace(/\b(?:__wb|wasm_bindgen__)\w+/g, (name) => this.#short.get(name) ?? name);
  }
}

/** The import section with short names; every import with a long one is a function. */
function imports(bytes, at, names) {
  let [count, end] = readNumber(bytes, at);
  const parts = [number(count)];
  for (; count > 0; count--) {
    const [module, field] = readText(bytes, end);
    const [name, kind] = readText(bytes, field);
    if (bytes[kind] !== FUNCTION) throw new Error(`import ${name} is no function`);
    const next = readNumber(bytes, kind + 1)[1];
    parts.push(text(module), text(names.of(name)), bytes.subarray(kind, next));
    end = next;
  }
  return Buffer.concat(parts);
}

function exports(bytes, at, names) {
  let [count, end] = readNumber(bytes, at);
  const parts = [number(count)];
  for (; count > 0; count--) {
    const [name, kind] = readText(bytes, end);
    const next = readNumber(bytes, kind + 1)[1];
    parts.push(text(names.of(name)), bytes.subarray(kind, next));
    end = next;
  }
  return Buffer.concat(parts);
}

/** The data section with a run of dashes, as long as before, for every source file of a library. */
function data(bytes, at, length) {
  const content = bytes.toString('latin1', at, at + length);
  const paths = /(?:\/rustc\/[0-9a-f]{40}|crates)\/[\w./-]+?\.rs/g;
  const blank = (found) => '-'.repeat(found.length);
  return Buffer.from(content.replace(paths, blank).replace(IMPOSSIBLE, blank), 'latin1');
}

/** Shortens the names in the module, in place, and returns its script with the same names. */
export async function shorten(module, script) {
  const names = new Names();
  const bytes = await readFile(module);
  const short = rewritten(bytes, {
    [IMPORTS]: (all, at) => imports(all, at, names),
    [EXPORTS]: (all, at) => exports(all, at, names),
    [DATA]: data,
  });
  await writeFile(module, short);
  return names.within(script);
}
