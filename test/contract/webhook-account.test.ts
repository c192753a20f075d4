/** The account webhook as it arrives. Reference 3.5. */
import assert from 'node:assert/strict';
import { accountEvents, type EventCategory } from '../../src/apps/index.ts';
import { listenAs } from '../consoles/phone.ts';
import { APPS, describeHouse } from '../helpers/house.ts';
import { signUp } from '../helpers/login.ts';
import { answers, type Receiver } from '../helpers/receiver.ts';
import { eventOf, verified } from '../helpers/told.ts';
import { eachFact, tableOf } from './helpers.ts';

const ABOUT = { appId: APPS.demo, accountId: '01-han' };

describeHouse('contract · 3.5 · the account webhook', (world) => {
  let receiver: Receiver;
  beforeEach(async () => {
    await signUp(world, { app: APPS.demo, as: 'han' });
    receiver = await listenAs(world, { kind: 'account' });
    await world.house.webhooks.settled();
    receiver.received.length = 0;
    receiver.answer(answers.status(202));
  });
  afterEach(() => receiver.close());

  const send = async (name: string) => {
    await world.house.store.write((tx) => world.house.consent.trigger(tx, { ...ABOUT, name: `account.${name}` }));
    await world.house.webhooks.settled();
    return receiver.received.at(-1)!;
  };

  /** Each event of the category arrives under its own key. */
  const arrive =
    (...categories: EventCategory[]) =>
    async () => {
      for (const { name, uri } of accountEvents.filter(({ category }) => categories.includes(category)))
        assert.equal(eventOf(await verified(world, APPS.demo, (await send(name)).body)).uri, uri);
    };

  eachFact(tableOf('account-webhook'), {
    'the account webhook is a signed SET as application/secevent+jwt': async () => {
      const { method, headers, body } = await send('user-linked');
      assert.deepEqual([method, headers['content-type'], headers['user-agent']], ['POST', 'application/secevent+jwt', 'KakaoOpenAPI/1.0']);
      await verified(world, APPS.demo, body);
      await assert.rejects(verified(world, APPS.demo, `${body.slice(0, -6)}AAAAAA`));
    },

    'its claims are iss, aud, sub, iat, jti, toe, txn and events': async () => {
      const { body, headers } = await send('user-linked');
      const { events, ...claims } = await verified(world, APPS.demo, body);
      const { number } = (await world.house.consent.link(APPS.demo, '01-han'))!;
      assert.deepEqual(Object.keys(claims).sort(), ['aud', 'iat', 'iss', 'jti', 'sub', 'toe', 'txn']);
      assert.deepEqual([claims.sub, claims.jti], [number, headers['x-kakao-resource-id']]);
      const subject = { subject_type: 'iss-sub', iss: world.url, sub: number };
      assert.deepEqual(events, { 'https://schemas.openid.net/secevent/oauth/event-type/user-linked': { subject } });
    },

    'events of the OAuth category': arrive('OAUTH'),
    'events of the RISC and CAEP categories': arrive('RISC', 'CAEP'),
    'the event user-profile-changed': arrive('KAKAO'),

    '202 acknowledges the account webhook': async () => {
      receiver.answer(answers.status(200), answers.status(202));
      const states: string[] = [];
      for (const name of ['user-linked', 'token-issued']) {
        await send(name);
        states.push((await world.house.webhooks.recent({ limit: 1 }))[0]!.state);
      }
      assert.deepEqual(states, ['parked', 'delivered']);
    },
  });
});
