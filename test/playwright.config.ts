import { join } from 'node:path';
import { defineConfig } from '@playwright/test';
import { findBrowser } from './browser.ts';

const { executablePath, args } = await findBrowser();

export default defineConfig({
  testDir: import.meta.dirname,
  outputDir: join(import.meta.dirname, '..', 'out', 'test-results'),
  timeout: 240_000,
  expect: { timeout: 15_000 },
  forbidOnly: true,
  fullyParallel: false,
  // Two cores, and each worker is a browser beside a host.
  workers: 2,
  reporter: [['line']],
  // What is shipped is imported as it is; transpiling 2 MB of bundles took 13 s.
  build: { external: ['**/dist/**'] },
  use: {
    browserName: 'chromium',
    headless: true,
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
    viewport: { width: 1366, height: 768 },
    launchOptions: { executablePath, args: [...args] },
  },
  projects: [
    { name: 'loopback', testMatch: 'e2e/**/*.spec.ts' },
    { name: 'stand-in', testMatch: 'double/**/*.spec.ts' },
    { name: 'electron', testMatch: 'desktop/**/*.spec.ts' },
    // Writes the pictures of README and help; `npm run screenshot` names it, nothing else does.
    { name: 'screenshot', testMatch: 'screenshot/**/*.spec.ts' },
  ],
});
