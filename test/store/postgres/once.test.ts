import assert from 'node:assert/strict';
import { createSimulator, type Simulator } from '../../../src/index.ts';
import { redeemOnce, rotateOnce } from '../../helpers/once.ts';
import { useDatabase } from '../../helpers/postgres.ts';
import { openRoundRobin, type RoundRobin } from '../../helpers/round-robin.ts';

for (const count of [1, 3]) {
  describe(`store · postgres · ${count === 1 ? 'one instance' : `${count} instances, without sticky sessions`}`, () => {
    const url = useDatabase();
    let proxy: RoundRobin;
    let instances: Simulator[];
    const reported: unknown[] = [];

    beforeEach(async () => {
      proxy = await openRoundRobin();
      const open = () => createSimulator({ store: url(), publicUrl: proxy.url, report: (error) => reported.push(error) });
      instances = await Promise.all(Array.from({ length: count }, open));
      proxy.to(instances.map((each) => each.url));
    });
    afterEach(async () => {
      await Promise.all(instances.map((each) => each.close()));
      await proxy.close();
      assert.deepEqual(reported.splice(0), []);
    });

    it('1 · redeem a code once, of twenty at a time', () => redeemOnce(instances[0]!, proxy.url));
    it('1 · renew a rotating refresh token once, of twenty at a time', () => rotateOnce(instances[0]!, proxy.url));
  });
}
