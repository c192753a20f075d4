/** `npm run reference`: writes REFERENCE.md. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '../helpers/plan.ts';
import { markdown } from './reference.ts';

writeFileSync(join(ROOT, 'REFERENCE.md'), await markdown());
