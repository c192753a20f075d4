/** Every named state of the consent screen: the tests of `ask` and the gallery are both made from this table. */
import { again, terms } from './again.ts';
import { ages, contents, first } from './first.ts';
import type { ConsentState } from './state.ts';

export { type Ground, inWords, missingParts, stage, type Staged } from './stage.ts';
export type { ConsentState, Differences, Part, StateGroup } from './state.ts';

export const consentStates: readonly ConsentState[] = [...first, ...again, ...terms, ...ages, ...contents];
