/** `npm run testids`: writes TESTIDS.md. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '../helpers/plan.ts';
import { markdown } from './testids.ts';

writeFileSync(join(ROOT, 'TESTIDS.md'), markdown());
