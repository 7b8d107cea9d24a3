// Reads and rewrites the sections of a WebAssembly module.

export const IMPORTS = 2;
export const EXPORTS = 7;
export const DATA = 11;

/** A number as WebAssembly writes it, seven bits at a time, and where it ends. */
export function readNumber(bytes, at) {
  for (let value = 0, factor = 1; ; factor *= 128) {
    const byte = bytes[at++];
    value += (byte & 127) * factor;
    if (byte < 128) return [value, at];
  }
}

/** A number as WebAssembly writes it. */
export function number(value) {
  const bytes = [];
  do {
    bytes.push((value & 127) | (value > 127 ? 128 : 0));
    value >>>= 7;
  } while (value > 0);
  return Buffer.from(bytes);
}

/** A text with its length, and where it ends. */
export function readText(bytes, at) {
  const [length, start] = readNumber(bytes, at);
  return [bytes.toString('utf8', start, start + length), start + length];
}

export const text = (value) => Buffer.concat([number(Buffer.byteLength(value)), Buffer.from(value)]);

/** The module with some sections rewritten: `rewrite` names them and makes of each its content, of which it is told where it
 * begins and how long it is. */
export function rewritten(bytes, rewrite) {
  const header = 8;
  const parts = [bytes.subarray(0, header)];
  for (let at = header; at < bytes.length; ) {
    const [length, body] = readNumber(bytes, at + 1);
    const content = rewrite[bytes[at]]?.(bytes, body, length) ?? bytes.subarray(body, body + length);
    parts.push(bytes.subarray(at, at + 1), number(content.length), content);
    at = body + length;
  }
  return Buffer.concat(parts);
}
