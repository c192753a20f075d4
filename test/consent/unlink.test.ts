/** The end of a link: consent, agreements and tokens go in one unit of work; the user number waits for the person's return. */
import assert from 'node:assert/strict';
import { DAY } from '../../src/clock.ts';
import { APPS, describeHouse, type World } from '../helpers/house.ts';
import { api, goThrough, redeem, signUp, token } from '../helpers/login.ts';
import { written } from '../helpers/written.ts';

describeHouse('consent · unlink', (world) => {
  it('forgets items, agreements and properties, and keeps the number and the friendship', async () => {
    await signUp(world, { app: APPS.demo, as: 'han' });
    const before = (await linkOf(world))!;
    await unlink(world);
    const { items, terms, state, friends } = await written(world, APPS.demo, '01-han');
    assert.deepEqual({ items, terms, state, friends }, { items: [], terms: [], state: 'unlinked', friends: ['_xqDemo ADDED'] });
    const after = (await linkOf(world))!;
    assert.deepEqual([after.number, after.connectedAt, after.synchedAt], [before.number, null, null]);
  });

  it('ends the tokens of every login and every key, and codes not yet redeemed', async () => {
    const journey = { app: APPS.demo, as: 'han' };
    const first = await signUp(world, journey);
    const second = await signUp(world, journey);
    const { code } = (await goThrough(world, journey)).query;
    await unlink(world);
    const { key, secret } = await world.key(APPS.demo);
    for (const { access_token: accessToken, refresh_token: refreshToken } of [first, second]) {
      await api(world, '/v2/user/me', accessToken).expect(401);
      const answer = await token(world, {
        grant_type: 'refresh_token',
        client_id: key,
        client_secret: secret.value,
        refresh_token: refreshToken,
      });
      assert.equal(answer.body.error_code, 'KOE322');
    }
    await assert.rejects(redeem(world, APPS.demo, code!), /KOE320/);
  });

  it('leaves the links of other apps alone', async () => {
    await signUp(world, { app: APPS.demo, as: 'han' });
    const { access_token: elsewhere } = await signUp(world, { app: APPS.secretOff, as: 'han' });
    await unlink(world);
    await api(world, '/v2/user/me', elsewhere).expect(200);
  });

  it('and a return: the same number, everything agreed to anew', async () => {
    await signUp(world, { app: APPS.demo, as: 'han' });
    const before = (await linkOf(world))!;
    await unlink(world);
    world.clock.advance(DAY);
    const { access_token: accessToken } = await signUp(world, { app: APPS.demo, as: 'han', agree: 'required' });
    const after = (await linkOf(world))!;
    assert.equal(after.number, before.number);
    assert.ok(after.connectedAt! >= before.connectedAt! + DAY);
    assert.deepEqual(
      after.items.map(({ id }) => id),
      ['profile_nickname', 'account_email'],
    );
    const agreements = await world.house.store.find('agreements', 'link', '1000001:01-han');
    assert.ok(agreements.every(({ agreedAt }) => agreedAt === after.connectedAt));
    await api(world, '/v2/user/me', accessToken).expect(200);
  });
});

describeHouse('consent · user numbers', (world) => {
  it('are ten digits from 39, or nineteen for the persona who has such, and differ from app to app', async () => {
    const numbers: string[] = [];
    for (const app of [APPS.demo, APPS.secretOff]) {
      for (const as of ['han', 'big-number']) {
        const { access_token: accessToken } = await signUp(world, { app, as });
        numbers.push((await world.house.consent.bearer(accessToken))!.link.number);
      }
    }
    assert.equal(new Set(numbers).size, 4);
    numbers.forEach((number, i) => assert.match(number, i % 2 === 0 ? /^39\d{8}$/ : /^4\d{18}$/));
  });
});

function linkOf({ house }: World) {
  return house.consent.link(APPS.demo, '01-han');
}

async function unlink(world: World): Promise<void> {
  await world.house.consent.unlink(await world.app(APPS.demo), (await linkOf(world))!);
}
