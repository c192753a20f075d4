/** `channel_public_id` (reference 1.1, 5.7): which channels the first screen offers, and KOE102 for what is not linked to the app. */
import assert from 'node:assert/strict';
import { APPS, CALLBACK, describeHouse, type World } from '../helpers/house.ts';
import { agreement } from '../helpers/login.ts';
import { rowsOf } from '../helpers/visitor.ts';
import { begin, en, factsOf, headingOf, ko, loggedIn, type Page, placeOf, shown } from './helpers.ts';

/** `_xpDnk` is the representative channel of this app, `_xpEvt` another one that is linked to it. */
const offers = [
  { params: { channel_public_id: '' }, channels: ['_xpDnk'] },
  { params: { channel_public_id: ' , ' }, channels: ['_xpDnk'] },
  { params: { channel_public_id: '_xpEvt,_xpDnk' }, channels: ['_xpEvt', '_xpDnk'] },
  { params: { channel_public_id: '_xpDnk _xpEvt' }, channels: ['_xpDnk', '_xpEvt'] },
  { params: { channel_public_id: '_xpEvt,_xpEvt' }, channels: ['_xpEvt'] },
  { params: { channel_public_id: '_xpDnk', 'extra.plus_friend_public_id': '_xpEvt' }, channels: ['_xpDnk'] },
];

const refused = [
  { app: APPS.current, named: '_xqDemo', got: '_xqDemo' },
  { app: APPS.current, named: '_nobody', got: '_nobody' },
  { app: APPS.current, named: '_xpEvt,_xqDemo', got: '_xqDemo' },
  { app: APPS.current, named: '_xpDnk,_xpEvt,_xqDemo,_nobody', got: '_xqDemo\n_nobody' },
  { app: APPS.plain, named: '_xpEvt', got: '_xpEvt' },
];

describeHouse('oauth · channel_public_id', (world) => {
  for (const { params, channels } of offers) {
    it(`${JSON.stringify(params)} offers ${channels.join(' and ')}`, async () => {
      assert.deepEqual(channelsOf(await loggedIn(world, APPS.current, 'han', params)), channels);
    });
  }

  it('names the same channels on the login page', async () => {
    const one = await begin(world, APPS.current, { channel_public_id: '_xpEvt' });
    assert.equal(shown(one, 'login-channel'), ko('login.channel', { channel: '온담상점 이벤트' }));
    const two = await begin(world, APPS.current, { channel_public_id: '_xpEvt,_xpDnk', lang: 'en' });
    assert.equal(shown(two, 'login-channel'), en('login.channel', { channel: '온담상점 이벤트, 온담상점' }));
  });

  it('adds the ticked ones and no other', async () => {
    const visitor = world.visitor();
    const page = await loggedIn(world, APPS.current, 'han', { channel_public_id: '_xpEvt,_xpDnk' }, visitor);
    const end = await visitor.submit(
      page,
      agreement(page, 'all').filter(([, value]) => value !== '_xpDnk'),
    );
    assert.ok(end.query['code']);
    assert.deepEqual([await relation(world, '_xpEvt'), await relation(world, '_xpDnk')], ['ADDED', undefined]);
  });

  it('does not take the representative channel where another one was offered', async () => {
    const visitor = world.visitor();
    const page = await loggedIn(world, APPS.current, 'han', { channel_public_id: '_xpEvt' }, visitor);
    const forged = await visitor.submit(page, [...agreement(page, 'required'), ['channel', '_xpDnk']]);
    assert.deepEqual([forged.status, shown(forged, 'error-code')], [400, 'KOE001']);
    assert.equal(await relation(world, '_xpDnk'), undefined);
  });

  it('shows no channel to a person without KakaoTalk, and asks nobody who is linked', async () => {
    assert.deepEqual(channelsOf(await loggedIn(world, APPS.current, 'no-talk', { channel_public_id: '_xpEvt' })), []);
    const linked = await loggedIn(world, APPS.demo, 'returning', { channel_public_id: '_xqDemo' });
    assert.ok(linked.query['code']);
  });

  for (const { app, named, got } of refused) {
    it(`is KOE102 for ${named} in the app ${app}, and nobody is sent back`, async () => {
      const page = await begin(world, app, { channel_public_id: named });
      assert.deepEqual([page.status, shown(page, 'error-code'), placeOf(page)], [400, 'KOE102', 'authorize']);
      assert.ok(headingOf(page).startsWith(ko('error.appSetting')));
      assert.match(page.html, /Required PLUS_FRIENDS_ON_AGREEMENT_SUPPORTED permission/);
      assert.equal(factsOf(page)[ko('fact.got')], got);
    });
  }

  it('is KOE102 by the name of the legacy SDK, in English, too', async () => {
    const page = await begin(world, APPS.current, { 'extra.plus_friend_public_id': '_xqDemo', lang: 'en' });
    assert.equal(shown(page, 'error-message'), en('koe.KOE102'));
    assert.equal(factsOf(page)[en('fact.connected')], '_xpDnk\n_xpEvt');
  });

  it('comes after what is wrong with the redirect URI', async () => {
    const page = await begin(world, APPS.current, { channel_public_id: '_xqDemo', redirect_uri: `${CALLBACK}/other` });
    assert.equal(shown(page, 'error-code'), 'KOE006');
  });
});

function channelsOf(page: Page): string[] {
  assert.equal(placeOf(page), 'consent');
  return rowsOf(page)
    .filter((row) => row.startsWith('channel='))
    .map((row) => row.slice('channel='.length));
}

async function relation({ house }: World, channelId: string): Promise<string | undefined> {
  return (await house.channels.relation(channelId, '01-han'))?.relation;
}
