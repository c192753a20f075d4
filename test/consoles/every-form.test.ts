/**
 * Every form of the consoles, read off their routes: nothing is applied, kept or said to whoever may not send it. A route that is
 * added is tested here at once; one about something new needs its example.
 */
import assert from 'node:assert/strict';
import type Router from '@koa/router';
import supertest from 'supertest';
import { business } from '../../src/consoles/business/routes.ts';
import { center } from '../../src/consoles/center/routes.ts';
import { developers } from '../../src/consoles/developers/routes.ts';
import type { House } from '../../src/house.ts';
import { ALL, type TableName, tables } from '../../src/store/index.ts';
import { png } from '../documents/files.ts';
import { APPS, describeHouse, type World } from '../helpers/house.ts';
import { COLLEAGUE, OWNER, STRANGER } from '../helpers/rooms.ts';
import { FORM_COOKIE, withToken } from '../helpers/form-token.ts';

const [APP, PROFILE] = [APPS.biz, '_xaGdm'];
/** What the forms are about: a biz app and a profile of `OWNER`. */
const EXAMPLES = [
  ['/center/profiles/:id', `/center/profiles/${PROFILE}`],
  ['/apps/:id', `/apps/${APP}`],
  ['/connections/new/:id', `/connections/new/${APP}`],
  [':account', OWNER],
  [':member', OWNER],
  [':number', '999-81-05058'],
  [':item', 'birthyear'],
  [':key', 'key'],
  [':group', 'group'],
] as const;
/** Anybody who is signed in makes something new. */
const FOR_EVERYBODY = /\/new(\/:number)?$(?<!\/(certification|messages)\/new)/;

/** A business is its registrant's, and to everybody else not there to be changed. */
const HAS_NO_ROLES = /^\/business\/businesses\/:number$/;

type Sender = (path: string) => supertest.Test;

describeHouse('콘솔 · every form', (world) => {
  for (const path of forms()) {
    it(`${path}: nobody, no stranger, no other site, and no member whose role is too low`, async () => {
      const to = EXAMPLES.reduce((filled, [name, example]) => filled.replace(name, example), path);
      assert.doesNotMatch(to, /:/, 'needs an example');
      await setLowest(world);
      const before = await everything(world);
      for (const send of [asForm(world), asFiles(world)]) {
        const nobody = await send(to);
        assert.equal(nobody.status, 303);
        assert.equal(nobody.headers['location'], `/account/login?${new URLSearchParams({ continue: to })}`);
        const elsewhere = await (await as(world, OWNER, send))(to).set('Origin', 'https://evil.example');
        assert.equal(elsewhere.status, 403);
        if (FOR_EVERYBODY.test(path)) continue;
        assert.equal((await (await as(world, STRANGER, send))(to)).status, 404);
        assert.equal((await (await as(world, COLLEAGUE, send))(to)).status, HAS_NO_ROLES.test(path) ? 404 : 403);
        assert.equal(
          (await (await as(world, OWNER, send))(to.replace(APP, '999').replace(PROFILE, '_x').replace('999-81', '998-81'))).status,
          404,
        );
      }
      assert.deepEqual(await everything(world), before);
    });
  }
});

function forms(): string[] {
  const house = {} as House;
  return [center, business, developers]
    .map((door): Router => door(house))
    .flatMap(({ stack }) => stack.filter(({ methods }) => methods.includes('POST')).map(({ path }) => String(path)));
}

/** Makes the colleague a member, and no more, of both; the business is the owner's. */
async function setLowest({ house }: World): Promise<void> {
  await house.apps.setMember(OWNER, APP, COLLEAGUE, 'member');
  await house.channels.setManager(OWNER, PROFILE, COLLEAGUE, 'member');
  await house.businesses.register(OWNER, ['999', '81', '05058'], {
    companyName: '새봄',
    representative: '새봄',
    type: '소매업',
    item: '문구',
    address: '가상시 1',
  });
}

const asForm =
  ({ url }: World): Sender =>
  (path) =>
    supertest(url).post(path).type('form').send('on=true');

const asFiles =
  ({ url }: World): Sender =>
  (path) =>
    supertest(url).post(path).field('on', 'true').attach('evidence', png, { filename: 'a.png' });

async function as({ house }: World, accountId: string, send: Sender): Promise<Sender> {
  const cookie = `kakao_sync_console=${await house.accounts.openSession(accountId)}; ${FORM_COOKIE}`;
  return (path) => send(withToken({ house }, path)).set('Cookie', cookie);
}

/** Every row of the tables that are listed, but who is signed in. */
async function everything({ house: { store } }: World): Promise<object> {
  const listed = (Object.keys(tables) as TableName[]).filter((name) => 'all' in tables[name] && name !== 'sessions');
  const rows = await Promise.all(listed.map(async (name) => [name, await store.find(name, 'all' as never, ALL)]));
  return { ...Object.fromEntries(rows), connections: await store.find('connections', 'app', APP) };
}
