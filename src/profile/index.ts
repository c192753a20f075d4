/**
 * Profile: a user as an app may know them, in the words of kapi. The APIs answer with it, the login page and an inspected consent screen show it
 * beforehand.
 * Words: disclosure (what was agreed to, of what is known), wanted (`property_keys`), foreseen (as it will be once all is agreed to).
 * Leaves to others: what was agreed to (consent), what is known of a person (accounts), who may ask (kapi).
 */
export { asChannel } from './channels.ts';
export { differenceOf } from './difference.ts';
export { type Disclosure, disclosureOf, type Known, knownOf, type Viewed } from './disclosure.ts';
export { foreseenUser } from './foreseen.ts';
export { type Wanted, wantedBy } from './property-keys.ts';
export { asTerm } from './service-terms.ts';
export { asUser, userMe } from './user.ts';
