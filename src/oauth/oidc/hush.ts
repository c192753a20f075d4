/** Keeps warnings back until speak.ts, which is loaded next but one. */
export const { warn } = globalThis.console;

Object.assign(globalThis.console, { warn: () => undefined });
