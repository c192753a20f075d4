/** A store that fails at any step of a token request: Kakao's word for it comes, and never a part of an answer. Source: kakao-api 1.6. */
import assert from 'node:assert/strict';
import { clientOf, grantOf, refusalIn } from '../contract/kauth-walk.ts';
import { whileFailing } from '../helpers/failing-store.ts';
import { APPS, describeHouse, type World } from '../helpers/house.ts';
import { signUp, token } from '../helpers/login.ts';

describeHouse('oauth · tokens, with a store that fails', (world) => {
  it('a code: tokens come whole, or KOE003, whichever question to the store it is', async () => {
    await failingAtEach(world, async () => {
      const fields = await grantOf(world);
      return () => token(world, fields);
    });
  });

  it('a refresh: tokens come whole, or KOE003, whichever question to the store it is', async () => {
    const { refresh_token } = await signUp(world, { app: APPS.demo, as: 'returning' });
    const fields = { grant_type: 'refresh_token', ...(await clientOf(world)), refresh_token };
    await failingAtEach(world, async () => () => token(world, fields));
  });
});

type Answer = Awaited<ReturnType<typeof token>>;

/** Asks until no question to the store is left to fail, each time with the next one failing. `prepare` resolves with the way to ask. */
async function failingAtEach(world: World, prepare: () => Promise<() => Promise<Answer>>): Promise<void> {
  for (let failing = 0; ; failing += 1) {
    const ask = await prepare();
    const { answer, hasFailed } = await whileFailing(world, failing, ask);
    if (answer.status === 200) assert.equal(typeof answer.body.access_token, 'string', `question ${failing}`);
    else assert.equal(refusalIn(answer), '500 server_error KOE003 Internal server error', `question ${failing}`);
    if (!hasFailed) return assert.ok(answer.status === 200 && failing > 0);
    assert.equal(world.reported.splice(0).length, 1, `question ${failing}`);
  }
}
