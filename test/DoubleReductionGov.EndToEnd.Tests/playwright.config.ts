import { createServer } from 'node:net';
import { defineConfig } from '@playwright/test';

/** PORTAL_URL names a host that runs already; without it one is started on a free port with a new database. */
const startsHost = process.env.PORTAL_URL === undefined || process.env.PORTAL_STARTED === 'yes';
if (process.env.PORTAL_URL === undefined) {
  // The workers read this file again and must find the same address.
  process.env.PORTAL_URL = `http://127.0.0.1:${await freePort()}`;
  process.env.PORTAL_STARTED = 'yes';
}
const url = process.env.PORTAL_URL;

export default defineConfig({
  testDir: 'tests',
  outputDir: '../../artifacts/test/browser',
  forbidOnly: process.env.CI === 'true',
  retries: 0,
  // One database serves all tests, and two processors serve host and browser.
  workers: 1,
  timeout: 120_000,
  expect: { timeout: 20_000 },
  reporter: [['list']],
  use: {
    baseURL: url,
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
    viewport: { width: 1440, height: 900 },
    trace: 'retain-on-failure',
    // A click on a dialog that still flies in may miss what it aims at; nothing moves for who wants no motion.
    contextOptions: { reducedMotion: 'reduce' },
    launchOptions: {
      executablePath: process.env.CHROMIUM || '/usr/bin/chromium',
      args: [
        '--no-sandbox',
        '--disable-gpu',
        '--disable-quic',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
      ],
    },
  },
  ...(startsHost && {
    webServer: {
      command: `node start-host.mjs ${url}`,
      url: `${url}/api/account/sign-in-options`,
      timeout: 120_000,
      stdout: 'ignore',
      stderr: 'pipe',
      gracefulShutdown: { signal: 'SIGTERM', timeout: 10_000 },
    },
  }),
});

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.on('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
}
