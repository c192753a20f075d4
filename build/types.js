/** Of the declarations that tsc has written, leaves those that `index.d.ts` leads to: nobody can name a type of the others. */
import { readdirSync, readFileSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const DIST = fileURLToPath(new URL('../dist', import.meta.url));
const reached = new Set(['index.d.ts']);
for (const file of reached) {
  for (const [, target] of readFileSync(join(DIST, file), 'utf8').matchAll(/(?:from |import\()["'](\.[^"']+)\.[jt]s["']/g))
    reached.add(join(dirname(file), `${target}.d.ts`));
}
for (const file of readdirSync(DIST, { recursive: true, encoding: 'utf8' })) {
  if (file.endsWith('.d.ts') && !reached.has(file)) rmSync(join(DIST, file));
}
