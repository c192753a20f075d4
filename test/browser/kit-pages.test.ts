/** The consoles' kit: every part in every state. */
import { lookAtPages, type PagesOf } from './every-page.ts';
import { exhibits } from './kit/exhibits.ts';
import { useGallery } from './kit/use-gallery.ts';
import { describeBrowser } from './visit.ts';

type Open = ReturnType<typeof useGallery>;

describeBrowser('the kit of the consoles', (browser) => {
  const pages: Record<string, Record<string, PagesOf<Open>[string][string]>> = {};
  for (const [name, { query = '' }] of Object.entries(exhibits)) {
    const [part = '', ...state] = name.split('-');
    (pages[part] ??= {})[state.join(' ') || 'as it is'] = (visit, open) => open(visit, name + query);
  }
  lookAtPages(browser, pages, useGallery(), 'kit-');
});
