/** A world that is written down begins again as it was: every row, every file, every answer. */
import assert from 'node:assert/strict';
import { createApp } from '../../src/app.ts';
import { createClock } from '../../src/clock.ts';
import { EVIDENCE } from '../../src/documents/index.ts';
import { openHouse } from '../../src/house.ts';
import { written, writtenWorld } from '../../src/seeds/export.ts';
import { listen } from '../../src/serve.ts';
import { keptTime, type Snapshot, snapshotOf } from '../../src/store/index.ts';
import { openMemory } from '../../src/store/memory/open.ts';
import { parseSeed } from '../../src/store/seed.ts';
import { filesIn } from '../../src/store/seed/files.ts';
import { plantOnce } from '../../src/store/seed/once.ts';
import { chunks, png } from '../documents/files.ts';
import { APPS, describeHouse, type World } from '../helpers/house.ts';
import { api, signUp } from '../helpers/login.ts';

/** A day of many things. */
async function live(world: World): Promise<{ token: string }> {
  const { house } = world;
  await house.world.advance(3_600_000);
  const { access_token: token } = await signUp(world, { app: APPS.demo, as: 'han' });
  await signUp(world, { app: APPS.current, as: 'no-email', agree: 'required' });
  await signUp(world, { app: APPS.demo, as: 'new' });
  const demo = await world.app(APPS.demo);
  await house.consent.forget(APPS.demo, '02-new');
  await house.consent.withdrawItem(demo, (await house.consent.link(APPS.demo, '01-han'))!, 'birthday');
  await house.documents.keep({ by: '01-han', name: '증빙', allowed: EVIDENCE }, chunks(png));
  await world.change('apps', APPS.plain, { name: '이름이 바뀐 앱', channelOnConsent: null });
  await world.visitor().open('/oauth/authorize?client_id=nobody');
  await house.journeys.settled();
  return { token };
}

describeHouse('seeds · a world that is written down', (world) => {
  const snapshot = async (): Promise<Snapshot> => snapshotOf(world.house.store);
  const text = async () => JSON.stringify(written(await snapshot(), await world.house.documents.contents()));

  it('begins again with the same rows, whenever that is', async () => {
    await live(world);
    const before = await snapshot();
    const store = await openMemory();
    await plantOnce(store, { name: 'again', read: async () => parseSeed(await text(), 'again') }, 1);
    assert.deepEqual(withoutMark(await snapshotOf(store)), withoutMark(before));
  });

  it('answers the same, with the tokens that were given', async () => {
    const { token } = await live(world);
    await world.house.webhooks.stop();
    const listening = await listen(0, '127.0.0.1');
    const store = await openMemory();
    const seed = parseSeed(await text(), 'again');
    await plantOnce(store, { name: 'again', read: async () => seed }, 1);
    const clock = createClock(await keptTime(store));
    const report = (error: unknown) => assert.fail(String(error));
    const house = await openHouse({ store, clock, url: listening.url, documentsFolder: null, report });
    await house.documents.putBack(filesIn(seed));
    listening.answer(createApp(house, { report, partnerUrl: null }).callback());
    const again = { ...world, url: listening.url };
    const paths = ['/v2/user/me', '/v2/user/scopes', '/v2/user/service_terms', '/v2/api/talk/channels', '/v1/user/shipping_address'];
    for (const path of [...paths, '/.well-known/jwks.json', '/_sim/api/deliveries', '/_sim/api/endpoints']) {
      const [first, second] = [await api(world, path, token).expect(200), await api(again, path, token).expect(200)];
      assert.equal(unsigned(second.text).replaceAll(again.url, world.url), unsigned(first.text), path);
    }
    assert.deepEqual(await house.documents.contents(), await world.house.documents.contents());
    await listening.stop();
    await house.close();
  });

  it('is short where nothing has happened: nouns, and no rows but the installation’s', async () => {
    const { rows, files, apps, ...others } = written(await snapshot(), new Map()) as {
      rows: Record<string, unknown>;
      files?: object;
      apps: object[];
    };
    assert.deepEqual([Object.keys(rows), files], [['secrets'], undefined]);
    assert.deepEqual(Object.keys(others), ['accounts', 'businesses', 'channels', 'links', 'friendships']);
    assert.ok(!('loginOn' in apps[0]!), 'what goes without saying is not said');
    assert.deepEqual(Object.keys(writtenWorld(await snapshot())), ['accounts', 'businesses', 'channels', 'apps', 'links', 'friendships']);
  });

  it('is told by the control API, whole or its world alone', async () => {
    const whole = await (await fetch(`${world.url}/_sim/api/seed`)).json();
    assert.deepEqual(whole, JSON.parse(await text()));
    const only = (await (await fetch(`${world.url}/_sim/api/seed?only=world`)).json()) as object;
    assert.ok(!('rows' in only) && 'apps' in only);
  });
});

/** Signatures are made when they are asked for. */
function unsigned(text: string): string {
  return text.replace(/"webhook-(timestamp|signature)":"[^"]*"/g, '"$1"');
}

/** Where a world came from is its own. */
function withoutMark({ secrets, ...rows }: Snapshot): object {
  const tables = Object.entries({ ...rows, secrets: secrets.filter(({ id }) => id !== 'world') });
  return Object.fromEntries(tables.map(([table, list]) => [table, Object.fromEntries(list.map((row) => [row.id, row]))]));
}
