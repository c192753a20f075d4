/**
 * Sheet: the gallery as a contact sheet of pictures, and two sheets held against each other.
 * Words: picture (one state in one language and width), sheet (a folder of them with its list), comparison (before, after, overlay).
 * Limits: asks a simulator by its address only, like a browser; draws with a Chromium that is there already.
 * Leaves to others: what a state is and how it looks (the gallery), what is said on the terminal (command).
 */
export { findChromium, NoBrowser, openChromium } from './chromium.ts';
export { type Comparison, compareSheets } from './compare.ts';
export { type Choice, drawSheet } from './draw.ts';
export { writeComparison } from './page.ts';
export { type Picture, readSheet, SheetRefused } from './sheet.ts';
