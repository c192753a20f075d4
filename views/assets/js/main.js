/** Comfort on top of pages that work without it. Each part finds its own elements by data attributes. */
import { consent } from './consent.js';
import { copying } from './copy.js';
import { once } from './once.js';

document.querySelectorAll('form[data-consent]').forEach(consent);
document.querySelectorAll('form[data-once]').forEach(once);
document.querySelectorAll('[data-copy]').forEach(copying);
document.querySelector('[data-focus]')?.focus();
