/** Every row of the table of differences, in every era. A row that nobody looks at fails. */
import assert from 'node:assert/strict';
import { type Difference, differences, type Era } from '../../src/apps/index.ts';
import { describeHouse } from '../helpers/house.ts';
import { rows } from './era-rows.ts';
import { APP } from './looking.ts';

describeHouse('apps · what differs between the eras', (world) => {
  for (const difference of Object.keys(differences) as Difference[]) {
    const { says, look, shows } = rows[difference];
    for (const era of Object.keys(differences[difference]) as Era[]) {
      it(`${difference}: ${says}, ${era}`, async () => {
        await world.change('apps', APP, { era });
        assert.deepEqual(await look(world), shows[era]);
      });
    }
  }
});
