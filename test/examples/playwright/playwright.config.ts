import { defineConfig } from '@playwright/test';
import { findChromium } from '../../browser/chromium.ts';

// The browser that is on this machine. In your own project leave launchOptions out, and Playwright brings one.
const { path, environment } = await findChromium();

export default defineConfig({
  testDir: import.meta.dirname,
  outputDir: '../../../artifacts/playwright',
  reporter: 'list',
  timeout: 120_000,
  expect: { timeout: 30_000 },
  workers: 1,
  use: {
    launchOptions: { executablePath: path, args: ['--no-sandbox'], env: { ...process.env, ...environment } },
  },
});
