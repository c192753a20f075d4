/** A table of pages, each looked at in both languages and at both widths. */
import assert from 'node:assert/strict';
import { axeViolations, DESK, HEIGHT, looksRight, PHONE, showsTheFocus } from './looks.ts';
import { type Town, useTown, type World } from './town.ts';
import { describeBrowser, type Visit } from './visit.ts';

/** Under each page its states: how one comes there from anywhere, again if need be. */
export type PageTable = Readonly<Record<string, Readonly<Record<string, (visit: Visit, town: Town) => Promise<unknown>>>>>;

/** A test for each page. `change` is applied to the shipped world first. */
export function lookAtEach(title: string, pages: PageTable, change?: (world: World) => void): void {
  describeBrowser(title, (browser) => {
    const town = useTown(change);

    for (const [page, states] of Object.entries(pages)) {
      it(`${page}: is accessible, fits a phone, keeps the mark in sight and shows the focus (${Object.keys(states).join(', ')})`, async () => {
        const visit = await browser.visit();
        for (const [language, width] of [
          ['ko', PHONE],
          ['en', DESK],
        ] as const) {
          await visit.speak(language);
          for (const [state, open] of Object.entries(states)) {
            const name = `${page}, ${state}, ${language}`;
            await visit.page.setViewportSize({ width, height: HEIGHT });
            await open(visit, town);
            await visit.page.waitForLoadState();
            assert.deepEqual(await axeViolations(visit.page), [], name);
            if (width === PHONE) await showsTheFocus(visit.page);
            await looksRight(visit.page, name);
          }
        }
      });
    }
  });
}
