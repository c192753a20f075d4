/** 계정 상태 변경 웹훅: every event of the list, by what causes it at Kakao, verified as a partner would. Reference 3.5. */
import assert from 'node:assert/strict';
import { accountEvents } from '../../src/apps/index.ts';
import { DAY } from '../../src/clock.ts';
import { APPS, describeHouse } from '../helpers/house.ts';
import { signUp } from '../helpers/login.ts';
import { eventOf, eventsTold, subscribe, told, verified } from '../helpers/told.ts';
import { allowSecurity, CAUSES, HAN, signedUp } from './account-causes.ts';

describeHouse('consent · account events', (world) => {
  for (const { name, uri } of accountEvents) {
    it(`${name}: by its cause, in a token that jose verifies`, async () => {
      const tokens = await signedUp(world);
      const before = (await told(world, APPS.demo)).length;
      await CAUSES[name].does(world, tokens);
      const sent = (await told(world, APPS.demo)).slice(before);
      assert.deepEqual(
        sent.map(({ event }) => event.replace('account.', '')).filter((event) => event !== 'unlink'),
        CAUSES[name].tells,
      );
      const one = sent.find(({ event }) => event === `account.${name}`)!;
      const payload = await verified(world, APPS.demo, one.body);
      const event = eventOf(payload);
      const { number } = (await world.house.consent.link(APPS.demo, HAN))!;
      assert.deepEqual([event.uri, event.sub, payload.sub, payload.jti], [uri, number, number, one.id]);
      assert.equal(payload['toe'], payload.iat);
      if (CAUSES[name].data) assert.deepEqual(event.data, CAUSES[name].data);
    });
  }

  it('are told of a change, and of none that changes nothing', async () => {
    await signedUp(world);
    const { consent, accounts } = world.house;
    const { nickname, email, phone } = (await accounts.byId(HAN))!;
    const before = await told(world, APPS.demo);
    await consent.changeProfile(HAN, { nickname });
    await consent.changeEmail(HAN, email!.address);
    await consent.changePhone(HAN, phone!);
    await consent.setTwoStep(HAN, false);
    await consent.enable(HAN);
    await assert.rejects(consent.changePassword(HAN, 'another', 'demo5678'), { code: 'wrong_login' });
    assert.deepEqual(await told(world, APPS.demo), before);
  });

  it('of security are told only where the app may be told of them', async () => {
    await signedUp(world);
    await allowSecurity(world, false);
    const before = (await told(world, APPS.demo)).length;
    await world.house.consent.setTwoStep(HAN, true);
    await world.house.consent.changeProfile(HAN, { nickname: '새이름' });
    assert.deepEqual((await eventsTold(world, APPS.demo)).slice(before), ['user-profile-changed']);
  });

  it('are those that the app subscribes to, where it has chosen', async () => {
    await subscribe(world, APPS.demo);
    await world.change('endpoints', `${APPS.demo}:account`, { events: ['token-issued'] });
    await signUp(world, { app: APPS.demo, as: 'han' });
    assert.deepEqual(await eventsTold(world, APPS.demo), ['token-issued']);
  });

  it('of one cause share a transaction, and are dated in house time', async () => {
    world.clock.advance(400 * DAY);
    await signedUp(world);
    const sent = await told(world, APPS.demo);
    const claims = sent.map(({ body }) => JSON.parse(Buffer.from(body.split('.')[1]!, 'base64url').toString()) as Record<string, unknown>);
    assert.equal(claims[0]!['txn'], claims[1]!['txn']);
    assert.notEqual(claims[1]!['txn'], claims[2]!['txn']);
    assert.ok(Math.abs(Number(claims[0]!['iat']) - world.clock.seconds()) < 60);
  });

  it('carry the id of the app where the switch says so', async () => {
    await subscribe(world, APPS.demo);
    const { switches } = await world.app(APPS.demo);
    await world.change('apps', APPS.demo, { switches: { ...switches, eventAudience: 'app-id' } });
    await signUp(world, { app: APPS.demo, as: 'han' });
    const [first] = await told(world, APPS.demo);
    const { aud } = JSON.parse(Buffer.from(first!.body.split('.')[1]!, 'base64url').toString()) as { aud: string };
    assert.equal(aud, APPS.demo);
  });
});
