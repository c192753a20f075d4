/** A store that fails at any step of a login: the person reads of it, the partner gets nothing of it, and a second try gets there. */
import assert from 'node:assert/strict';
import { whileFailing } from '../helpers/failing-store.ts';
import { APPS, CALLBACK, describeHouse } from '../helpers/house.ts';
import { agreement, goThrough, redeem } from '../helpers/login.ts';
import type { Page, Visitor } from '../helpers/visitor.ts';
import { headingOf } from './helpers.ts';

/** Every question that is the next by so many: a login asks for much, and what follows one another fails alike. */
const STRIDE = 6;
const IDS = { app: APPS.demo, as: 'new' };

describeHouse('oauth · a login, with a store that fails', (world) => {
  let key: string;
  beforeEach(async () => ({ key } = await world.key(APPS.demo)));
  const open = (visitor: Visitor) => visitor.authorize({ client_id: key, redirect_uri: CALLBACK });
  const signIn = async (visitor: Visitor) => visitor.submit(await open(visitor), { persona: IDS.as });
  const steps: Record<string, (visitor: Visitor) => Promise<() => Promise<Page>>> = {
    'the authorize request': async (visitor) => () => open(visitor),
    'the sign-in': async (visitor) => {
      const page = await open(visitor);
      return () => visitor.submit(page, { persona: IDS.as });
    },
    'the consent': async (visitor) => {
      const page = await signIn(visitor);
      return () => visitor.submit(page, agreement(page, 'all'));
    },
  };

  for (const [step, prepare] of Object.entries(steps)) {
    it(`${step}: KOE003 and no way to the partner, and then a login as ever`, async () => {
      for (let failing = 0, hasFailed = true; hasFailed; failing += STRIDE) {
        const visitor = world.visitor();
        const ask = await prepare(visitor);
        const outcome = await whileFailing(world, failing, ask);
        ({ hasFailed } = outcome);
        const { status, headers } = outcome.answer;
        if (status >= 400) {
          assert.deepEqual(
            [status, headingOf(outcome.answer), headers['location']],
            [500, '일시적인 오류 (KOE003)', undefined],
            `question ${failing}`,
          );
        }
        assert.ok(!hasFailed || world.reported.splice(0).length === 1, `question ${failing}`);
        await redeem(world, APPS.demo, (await goThrough(world, { ...IDS, visitor })).query['code']!);
        const link = await world.house.consent.link(APPS.demo, '02-new');
        await world.house.consent.unlink(await world.app(APPS.demo), link!);
      }
    });
  }
});
