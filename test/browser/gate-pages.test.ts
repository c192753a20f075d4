/** The page where operators of a shared simulator sign in, and what they see of it afterwards. */
import { createSimulator, type Simulator } from '../../src/index.ts';
import { SECRET } from '../gate/shared.ts';
import { lookAtPages } from './every-page.ts';
import { describeBrowser, type Visit } from './visit.ts';

describeBrowser('every page of the gate', (browser) => {
  const place = {} as { url: string };
  let simulator: Simulator;
  before(async () => {
    simulator = await createSimulator({ shared: true, operatorSecret: SECRET });
    place.url = simulator.url;
  });
  after(() => simulator.close());

  const enter = async (visit: Visit, secret: string): Promise<void> => {
    await visit.page.context().clearCookies({ name: 'kakao_sync_operator' });
    await visit.page.goto(`${place.url}/_sim/session?return_to=%2F_sim`);
    await visit.see('gate-secret').fill(secret);
    await visit.see('gate-enter').click();
  };

  lookAtPages(
    browser,
    {
      gate: {
        'sign in': async (visit) => {
          await visit.page.context().clearCookies({ name: 'kakao_sync_operator' });
          await visit.page.goto(`${place.url}/developers`);
          await visit.see('gate-secret').waitFor();
        },
        'a wrong secret': async (visit) => {
          await enter(visit, 'wrong');
          await visit.see('gate-says').waitFor();
        },
        'signed in': async (visit) => {
          await enter(visit, SECRET);
          await visit.see('gate-sign-out').waitFor();
        },
      },
    },
    place,
  );
});
