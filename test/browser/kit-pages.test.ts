/** The consoles' kit: every part in every state. */
import assert from 'node:assert/strict';
import { exhibits } from './kit/exhibits.ts';
import { useGallery } from './kit/use-gallery.ts';
import { axeViolations, DESK, HEIGHT, looksRight, PHONE, showsTheFocus } from './looks.ts';
import { describeBrowser } from './visit.ts';

describeBrowser('the kit of the consoles, in every state', (browser) => {
  const open = useGallery();

  for (const [name, { query = '' }] of Object.entries(exhibits)) {
    it(`${name}: is accessible, fits a phone, keeps the mark in sight and shows the focus`, async () => {
      const visit = await browser.visit();
      for (const [language, width] of [
        ['ko', PHONE],
        ['en', DESK],
      ] as const) {
        await visit.speak(language);
        await visit.page.setViewportSize({ width, height: HEIGHT });
        await open(visit, name + query);
        assert.deepEqual(await axeViolations(visit.page), [], `${name}, ${language}`);
        await showsTheFocus(visit.page);
        await looksRight(visit.page, `kit-${name}-${language}`);
      }
    });
  }
});
