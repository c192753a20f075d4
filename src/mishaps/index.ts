/**
 * Mishaps: how a fault that was asked for befalls a request, whichever door it knocks at.
 * Leaves to others: which fault it is (faults), and how a code sounds (oauth, kapi).
 */
export { FAULT_HEADER, namedFaults } from './header.ts';
export { strike } from './strike.ts';
export { brokenAnswers } from './wire.ts';
