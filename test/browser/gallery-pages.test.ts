/** The gallery of screens, and pictures of it by themselves. */
import { lookAtEach } from './every-page.ts';
import type { Town } from './town.ts';
import type { Visit } from './visit.ts';

const open = (path: string) => (visit: Visit, town: Town) => visit.page.goto(`${town.url}/_sim/gallery${path}`);

lookAtEach('every page of the gallery', {
  gallery: {
    'ages, one picture each': open('?group=ages'),
    'contents, several columns': open('?group=contents&layout=newer&width=360&width=1280'),
    'an app that lacks most': open('?app=205699&group=terms'),
    'an approval that there is not': open('?from=nothing'),
  },
  pictures: {
    'first link': open('/1000001/first-link'),
    'rows missing': open('/1000001/rows-missing?layout=newer'),
    'long titles': open('/1000001/long-titles'),
    'ten terms, inspected': open('/1000001/ten-terms?inspect=on&layout=newer'),
    'no screen': open('/1000001/agreed-to-all'),
    'an error': open('/1000001/koe006'),
    chooser: open('/1000001/chooser-several'),
  },
});
