/**
 * Where this program lies: the one module that may know. Sources and what is built of them have the same place below the package,
 * and a build moves modules together.
 */

/** The folder of the code, `src` or `dist`, as a URL that ends with a slash. */
export const CODE = new URL('.', import.meta.url);

/** The folder of the package, with views, seeds and package.json, as a URL that ends with a slash. */
export const PACKAGE = new URL('..', import.meta.url);

/** `.ts` where the sources run themselves, `.js` in the built package. */
export const EXTENSION = import.meta.url.endsWith('.ts') ? '.ts' : '.js';
