/** Whether the watch over the pages would see anything. */
import assert from 'node:assert/strict';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Browser } from 'playwright-core';
import { findChromium, launch } from './chromium.ts';
import { watch } from './watch.ts';

const SCRIPT = `console.error('an error'); alert('a dialog'); setTimeout(() => { throw new Error('an exception'); })`;
const PAGE = `<!doctype html><title>page</title><link rel="icon" href="data:,"><p style="color: red">red</p><img src="http://elsewhere.example/a.png" alt=""><script src="/script.js"></script>`;

describe('the watch over a visit', () => {
  let browser: Browser;
  let server: Server;
  before(async () => {
    browser = await launch(await findChromium());
    server = createServer(({ url }, response) => {
      if (url === '/script.js') return response.writeHead(200, { 'content-type': 'text/javascript' }).end(SCRIPT);
      return response.writeHead(404, { 'content-type': 'text/html', 'content-security-policy': "style-src 'self'" }).end(PAGE);
    });
    await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  });
  after(async () => {
    await browser?.close();
    server.close();
  });

  it('sees requests that leave, broken policies, errors, dialogs and exceptions, and minds no page that is a 404', async () => {
    const context = await browser.newContext();
    const troubles = watch(context, []);
    const page = await context.newPage();
    const thrown = context.waitForEvent('weberror');
    await page.goto(`http://localhost:${(server.address() as AddressInfo).port}/`);
    await thrown;
    await context.close();

    const seen = troubles().sort();
    const expected = [
      /^asked http:\/\/elsewhere\.example\/a\.png$/,
      /^logged Applying inline style violates/,
      /^logged Failed to load .*elsewhere/,
      /^logged an error/,
      /^opened a dialog: a dialog$/,
      /^threw an exception$/,
    ];
    assert.equal(seen.length, expected.length, seen.join('\n'));
    expected.forEach((pattern, i) => assert.match(seen[i]!, pattern));
  });
});
