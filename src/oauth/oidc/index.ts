/**
 * oidc-provider, taken from here alone. When it is loaded it calls every Node that is no LTS release unsupported, on the user's terminal; the
 * newest one is none for half a year, and our own tests run there (test/package).
 */
export {} from './hush.ts';
export * from 'oidc-provider';
export {} from './speak.ts';
