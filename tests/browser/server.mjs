// Serves dist as a careful host would: under a sub-path, with the strict policy as a header.
import { createServer } from 'node:http';
import { readFile } from 'node:fs/promises';
import { extname, join, normalize } from 'node:path';
import { fileURLToPath } from 'node:url';
import { PREFIX } from './prefix.mjs';

const ROOT = fileURLToPath(new URL('../../dist', import.meta.url));
const TYPES = {
  '.html': 'text/html; charset=utf-8', '.js': 'text/javascript', '.css': 'text/css',
  '.wasm': 'application/wasm', '.svg': 'image/svg+xml', '.json': 'application/json',
};
const POLICY = [
  "default-src 'none'", "script-src 'self' 'wasm-unsafe-eval'", "style-src 'self'",
  "style-src-attr 'unsafe-inline'", "img-src 'self' data: blob:", "connect-src 'self'",
  "worker-src 'self'", "base-uri 'none'", "form-action 'none'",
].join('; ');

async function answer(request, response) {
  const { pathname } = new URL(request.url, 'http://localhost');
  // A mail program may have turned the # of a link into %23, which then is part of the path.
  const path = pathname.split('%23')[0];
  if (!path.startsWith(PREFIX)) return response.writeHead(404).end('not here');
  const inside = normalize(path.slice(PREFIX.length) || 'index.html');
  if (inside.startsWith('..')) return response.writeHead(403).end();
  try {
    const body = await readFile(join(ROOT, inside));
    response.writeHead(200, {
      'content-type': TYPES[extname(inside)] ?? 'application/octet-stream',
      'content-security-policy': POLICY,
      'x-content-type-options': 'nosniff',
      'cache-control': 'no-store',
    });
    response.end(body);
  } catch {
    response.writeHead(404).end('not found');
  }
}

const port = Number(process.env.PORT ?? 4173);
createServer(answer).listen(port, '127.0.0.1', () => {
  console.log(`serving dist at http://127.0.0.1:${port}${PREFIX}`);
});
