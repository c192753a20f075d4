/** Comfort on top of pages that work without it. Each part finds its own elements by data attributes. */
import { boxes } from './boxes.js';
import { checkAll } from './check-all.js';
import { consent } from './consent.js';
import { copying } from './copy.js';
import { counting } from './count.js';
import { dropping } from './drop.js';
import { inPlace } from './in-place.js';
import { inspection } from './inspection.js';
import { live } from './live.js';
import { once } from './once.js';
import { uploading } from './upload.js';

comfort(document);

/** @param part of the page that is new */
function comfort(part) {
  const each = (selector, make) => part.querySelectorAll(selector).forEach((element) => make(element));
  each('form[data-consent]', consent);
  each('form[data-once]', once);
  each('[data-inspection]', inspection);
  each('[data-copy]', copying);
  each('[data-boxes]', boxes);
  each('textarea[data-most]', counting);
  each('[data-drop]', dropping);
  each('[data-check-all]', checkAll);
  each('[data-in-place]', (link) => inPlace(link, comfort));
  each('[data-live]', (region) => live(region, comfort));
  each('form[data-uploads]', (form) => uploading(form, () => comfort(document)));
  part.querySelector('[data-focus]')?.focus();
}
