// Starts the test server for a benchmark.
import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

/** The server's process, once it has said its first word. */
export async function serve(port) {
  const server = spawn(process.execPath, [fileURLToPath(new URL('server.mjs', import.meta.url))], {
    env: { ...process.env, PORT: String(port) }, stdio: ['ignore', 'pipe', 'inherit'],
  });
  await new Promise((resolve, reject) => {
    server.stdout.once('data', resolve);
    server.once('exit', () => reject(new Error('the server did not start')));
  });
  return server;
}
