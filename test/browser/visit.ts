/** Somebody at a real browser. What no page of ours may do is watched for during the whole visit. */
import assert from 'node:assert/strict';
import { after, afterEach, before, describe } from 'mocha';
import type { Browser, BrowserContext, Locator, Page } from 'playwright-core';
import { findChromium, launch } from './chromium.ts';
import { watch } from './watch.ts';

export interface VisitOptions {
  javaScript?: boolean;
  language?: 'ko' | 'en';
  width?: number;
  /** Hosts beyond loopback that this test plays itself; each answers with an empty page. */
  playing?: readonly string[];
}

export interface Visit {
  readonly page: Page;
  readonly javaScript: boolean;
  /** The element with this test id. */
  see(testId: string): Locator;
  /** Text of the element with this test id, as it is shown. */
  read(testId: string): Promise<string>;
  /** Chooses the language of the pages to come. */
  speak(language: 'ko' | 'en'): Promise<void>;
  /** The next request to this address. What a browser shows of a host that is nowhere, after a redirect, is its own affair. */
  asksFor(address: string | RegExp): Promise<unknown>;
  /** Paths of the pages that were shown so far, in order. */
  readonly shown: string[];
}

export interface Visitors {
  /** A browser of its own: no cookies, no cache. */
  visit(options?: VisitOptions): Promise<Visit>;
}

/** Browsers are slow on a busy machine, and that is no failure; less than a test has, so that what was waited for is named. */
const PATIENCE = 120_000;

/** Shared by the suites of a file: it takes a while to start. */
let browser: Browser | undefined;

/** `describe` with a browser. After each test every visit is closed, and must have been clean. */
export function describeBrowser(title: string, body: (browser: Visitors) => void): void {
  after(async () => {
    await browser?.close();
    browser = undefined;
  });

  describe(title, () => {
    const visits: { context: BrowserContext; troubles: () => string[] }[] = [];

    before(async () => {
      browser ??= await launch(await findChromium());
    });
    afterEach(async () => {
      const ended = visits.splice(0);
      await Promise.all(ended.map(({ context }) => context.close()));
      assert.deepEqual(
        ended.flatMap(({ troubles }) => troubles()),
        [],
        'what the browser complained about',
      );
    });
    body({
      async visit({ javaScript = true, language = 'ko', width = 1280, playing = [] } = {}) {
        const context = await browser!.newContext({ javaScriptEnabled: javaScript, viewport: { width, height: 800 }, locale: 'ko-KR' });
        visits.push({ context, troubles: watch(context, playing) });
        for (const host of playing)
          await context.route(`*://${host}/**`, (route) => route.fulfill({ contentType: 'text/html', body: host }));
        const visit = await begin(context, javaScript);
        await visit.speak(language);
        return visit;
      },
    });
  });
}

async function begin(context: BrowserContext, javaScript: boolean): Promise<Visit> {
  const page = await context.newPage();
  page.setDefaultTimeout(PATIENCE);
  const shown: string[] = [];
  page.on('framenavigated', (frame) => frame === page.mainFrame() && shown.push(new URL(frame.url()).pathname));
  return {
    page,
    javaScript,
    shown,
    see: (testId) => page.getByTestId(testId),
    read: (testId) => page.getByTestId(testId).innerText(),
    asksFor: (address) =>
      context.waitForEvent('request', (request) => (typeof address === 'string' ? request.url() === address : address.test(request.url()))),
    speak: (value) => context.addCookies([{ name: 'kakao_sync_lang', value, domain: 'localhost', path: '/' }]),
  };
}
