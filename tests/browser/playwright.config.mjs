// The page as built, in Chromium, under a sub-path and the strict policy of server.mjs.
import { defineConfig } from '@playwright/test';
import { CHROMIUM, FLAGS } from './chromium.mjs';
import { PREFIX } from './prefix.mjs';

const PORT = Number(process.env.PORT ?? 4273);

export default defineConfig({
  testDir: '.',
  testMatch: '*.spec.mjs',
  outputDir: '../../test-results',
  timeout: 30_000,
  expect: { timeout: 5_000 },
  retries: 0,
  workers: 2,
  fullyParallel: true,
  forbidOnly: true,
  reporter: 'list',
  use: {
    baseURL: `http://127.0.0.1:${PORT}${PREFIX}`,
    browserName: 'chromium',
    viewport: { width: 1280, height: 800 },
    colorScheme: 'light',
    locale: 'en-GB',
    launchOptions: { executablePath: CHROMIUM, args: FLAGS },
  },
  webServer: {
    command: 'node tests/browser/server.mjs',
    cwd: '../..',
    url: `http://127.0.0.1:${PORT}${PREFIX}`,
    env: { PORT: String(PORT) },
    reuseExistingServer: false,
  },
});
