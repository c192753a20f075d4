/** Writes COVERAGE.md. Run by `npm run coverage`. */
import { writeFileSync } from 'node:fs';
import { contract } from '../../src/contract/index.ts';
import { coverageOf, readCode } from '../../src/coverage/index.ts';
import { markdownOf } from '../../src/coverage/markdown.ts';

writeFileSync(new URL('../../COVERAGE.md', import.meta.url), markdownOf(coverageOf(contract, readCode())));
