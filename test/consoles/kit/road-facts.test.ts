/** The facts of the road map: from the world that is shipped, and along the way of one person. */
import assert from 'node:assert/strict';
import { road } from '../../../src/consoles/kit/road.ts';
import { roadFacts } from '../../../src/consoles/kit/road-facts.ts';
import { APPS, describeHouse } from '../../helpers/house.ts';

const OWNER = '91-owner';
const COLLEAGUE = '92-member';

describeHouse('콘솔 · how far somebody has come', (world) => {
  const show = async (person: string, subject?: { app?: string; channel?: string }): Promise<string> => {
    const app = subject?.app === undefined ? undefined : await world.app(subject.app);
    const channel = subject?.channel === undefined ? undefined : await world.house.channels.byId(subject.channel);
    const { stages, next } = road(await roadFacts(world.house, person, { app, channel }));
    const here = stages.findIndex(({ state }) => state === 'here') + 1;
    return next ? `${here} ${next.name} ${next.needs ?? next.href}` : 'finished';
  };

  for (const [app, owner, colleague] of [
    ['plain', '1 business /developers/apps/205699/business', null],
    ['biz', '2 connection /business/connections/new', '2 connection manager'],
    ['linked', '3 application /business/apps/205724/application', '3 application editor'],
    ['underReview', '3 terms /_sim/reviews', '3 terms /_sim/reviews'],
    ['rejected', '3 items /business/apps/1234567/application', null],
    ['ellaBongBong', 'finished', 'finished'],
  ] as const) {
    it(`on the page of an app: ${app}`, async () => {
      assert.equal(await show(OWNER, { app: APPS[app] }), owner);
      if (colleague) assert.equal(await show(COLLEAGUE, { app: APPS[app] }), colleague);
    });
  }

  for (const [what, channel, expected] of [
    ['not certified', '_xtDly', '1 certification /center/profiles/_xtDly/certification'],
    ['in review, when the app has still to be registered', '_xuJon', '1 business /developers/apps/205699/business'],
    ['rejected', '_xvBuk', '1 certification /center/profiles/_xvBuk/certification'],
    ['certified and not connected', '_xaGdm', '2 connection /business/connections/new'],
    ['connected to an app that is through', '_xoEtb', 'finished'],
  ] as const) {
    it(`on the page of a profile: ${what}`, async () => assert.equal(await show(OWNER, { channel }), expected));
  }

  it('elsewhere: by the way gone furthest that has not ended, or else by one that has', async () => {
    assert.equal(await show(OWNER), '3 items /business/apps/1234567/application');
    assert.equal(await show('93-partner'), 'finished');
  });

  it('does not count test apps', async () => {
    await world.house.apps.create('01-han', { name: '내 앱', company: '내 회사', icon: null });
    const [app] = await world.house.apps.ofMember('01-han');
    await world.change('apps', app!.id, { testOf: APPS.demo });
    assert.equal(await show('01-han'), '1 profile /center/profiles/new');
  });

  it('begins with nothing, and goes on with what somebody makes', async () => {
    const me = '01-han';
    const { apps, businesses, channels, reviews, sync, store } = world.house;
    assert.equal(await show(me), '1 profile /center/profiles/new');
    const channel = await channels.create(me, { name: '한가람상점', searchId: '@hangaram' });
    const certification = `1 certification /center/profiles/${channel.id}/certification`;
    assert.equal(await show(me), certification);
    const { id: appId } = await apps.create(me, { name: '한가람', company: '한가람상점', icon: null });
    assert.equal(await show(me), certification);

    const [business] = await businesses.all();
    await world.change('channels', channel.id, { businessNumber: business!.id });
    const review = await store.write((tx) => reviews.submit(tx, { kind: 'certification', subject: channel.id, by: me }));
    assert.equal(await show(me), `1 business /developers/apps/${appId}/business`);
    await apps.becomeBiz(me, appId, business!.id);
    assert.equal(await show(me), '1 certification /_sim/reviews');
    await reviews.approve(review.id);
    assert.equal(await show(me), '2 connection /business/connections/new');
    await sync.connect(me, appId, [channel.id]);
    assert.equal(await show(me), `3 application /business/apps/${appId}/application`);
    assert.equal(await show(me, { channel: channel.id }), `3 application /business/apps/${appId}/application`);
  });

  it('wants a profile of the same business', async () => {
    const me = '01-han';
    const { apps, businesses, channels } = world.house;
    const { id: appId } = await apps.create(me, { name: '한가람', company: '한가람상점', icon: null });
    const channel = await channels.create(me, { name: '한가람상점', searchId: '@hangaram' });
    const [first, second] = await businesses.all();
    await world.change('channels', channel.id, { businessNumber: first!.id });
    await apps.becomeBiz(me, appId, second!.id);
    assert.equal(await show(me), '1 profile /center/profiles/new');
  });
});
