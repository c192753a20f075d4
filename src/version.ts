/** The package's own version. */
import { readFileSync } from 'node:fs';
import { PACKAGE } from './package-root.ts';

export const { version } = JSON.parse(readFileSync(new URL('package.json', PACKAGE), 'utf8')) as { version: string };
