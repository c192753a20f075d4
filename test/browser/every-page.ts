/** A table of pages, each looked at in both languages and at both widths. */
import assert from 'node:assert/strict';
import { axeViolations, DESK, HEIGHT, looksRight, PHONE, showsTheFocus } from './looks.ts';
import { type Town, useTown, type World } from './town.ts';
import { describeBrowser, type Visit, type Visitors } from './visit.ts';

/** Under each page its states: how one comes there from anywhere, again if need be, in this place. */
export type PagesOf<Place> = Readonly<Record<string, Readonly<Record<string, (visit: Visit, place: Place) => Promise<unknown>>>>>;
export type PageTable = PagesOf<Town>;

/** A test for each page. `change` is applied to the shipped world first. */
export function lookAtEach(title: string, pages: PageTable, change?: (world: World) => void): void {
  describeBrowser(title, (browser) => lookAtPages(browser, pages, useTown(change)));
}

/** The same inside of a suite that has a browser and a place of its own. `of` stands before the names of its pictures. */
export function lookAtPages<Place>(browser: Visitors, pages: PagesOf<Place>, place: Place, of = ''): void {
  for (const [page, states] of Object.entries(pages)) {
    it(`${page}: is accessible, fits a phone, keeps the mark in sight and shows the focus (${Object.keys(states).join(', ')})`, async () => {
      const visit = await browser.visit();
      for (const [language, width] of [
        ['ko', PHONE],
        ['en', DESK],
      ] as const) {
        await visit.speak(language);
        for (const [at, [state, come]] of Object.entries(states).entries()) {
          const name = `${of}${page}, ${state}, ${language}`;
          await visit.page.setViewportSize({ width, height: HEIGHT });
          await come(visit, place);
          await visit.page.waitForLoadState();
          // In English and on a desk a page has the same parts: once for the page, and not again for each state.
          if (width === PHONE || at === 0) assert.deepEqual(await axeViolations(visit.page), [], name);
          if (width === PHONE) await showsTheFocus(visit.page);
          await looksRight(visit.page, name);
        }
      }
    });
  }
}
