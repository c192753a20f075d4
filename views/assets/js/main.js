/** Comfort on top of pages that work without it. Each part finds its own elements by data attributes. */
import { boxes } from './boxes.js';
import { consent } from './consent.js';
import { copying } from './copy.js';
import { counting } from './count.js';
import { dropping } from './drop.js';
import { once } from './once.js';
import { uploading } from './upload.js';

comfort();

function comfort() {
  const each = (selector, part) => document.querySelectorAll(selector).forEach((element) => part(element));
  each('form[data-consent]', consent);
  each('form[data-once]', once);
  each('[data-copy]', copying);
  each('[data-boxes]', boxes);
  each('textarea[data-most]', counting);
  each('[data-drop]', dropping);
  each('form[data-uploads]', (form) => uploading(form, comfort));
  document.querySelector('[data-focus]')?.focus();
}
