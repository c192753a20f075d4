/** What a partner's own tests find in the shipped world: three test apps, and one with everything on. */
import assert from 'node:assert/strict';
import { ALL } from '../../src/store/index.ts';
import { app, channelName, usePlanted } from '../helpers/world.ts';

describe("the shipped seed · the apps of partners' own tests", () => {
  const store = usePlanted();
  const uris = [
    'http://localhost:3000/oauth',
    'http://localhost:3000/api/auth/callback/kakao',
    'http://localhost:8080/login/oauth2/code/kakao',
  ];
  const facts = (id: string) => {
    const { keys, openidConnectOn } = app(id);
    return { secretOn: keys.find(({ type }) => type === 'rest')?.secret.on, openidConnectOn };
  };

  it('are three: secret on, OpenID Connect on, secret off; the demo app first', async () => {
    assert.deepEqual(facts('1000001'), { secretOn: true, openidConnectOn: false });
    assert.deepEqual(facts('1000002'), { secretOn: true, openidConnectOn: true });
    assert.deepEqual(facts('1000003'), { secretOn: false, openidConnectOn: false });
    assert.deepEqual(
      (await store().find('apps', 'all', ALL)).slice(0, 3).map(({ id }) => id),
      ['1000001', '1000002', '1000003'],
    );
  });

  for (const id of ['1000001', '1000002', '1000003']) {
    it(`${id} is ready to be called: redirect URIs, terms, items, a channel, older properties`, () => {
      const { era, keys, applications, items, simpleSignupOn, channelOnConsent, connections, switches } = app(id);
      assert.deepEqual(
        keys.map(({ type }) => type),
        ['rest', 'javascript', 'native'],
      );
      assert.deepEqual(keys[0]?.redirectUris, id === '1000001' ? [...uris, 'http://localhost:5254/oauth/callback'] : uris);
      assert.deepEqual([era, simpleSignupOn, switches.legacyProperties], ['current', true, true]);
      assert.deepEqual(
        applications.terms?.terms.map(({ required }) => required),
        [true, true, false],
      );
      const approved = applications.items?.items.map((item) => item.id) ?? [];
      for (const item of items)
        assert.ok(
          !['gender', 'age_range', 'birthday', 'phone_number', 'shipping_address'].includes(item.id) || approved.includes(item.id),
          item.id,
        );
      assert.ok(items.filter(({ state }) => state === 'optional').length >= 2);
      assert.deepEqual(
        connections.map(({ channelId }) => channelId),
        [channelOnConsent],
      );
    });
  }

  it('the one with the secret off has the newer layout of the consent screen, the others the classic one', () => {
    const layouts = ['1000001', '1000002', '1000003'].map((id) => app(id).switches.consentLayout);
    assert.deepEqual(layouts, ['classic', 'classic', 'newer']);
  });

  it('the demo app sends its callbacks to the demo partner', () => {
    const { callbacks } = app('1000001');
    assert.equal(callbacks.channel, 'http://localhost:5254/callbacks/channel');
    assert.deepEqual(callbacks.unlink, { url: 'http://localhost:5254/callbacks/unlink', method: 'POST' });
    assert.deepEqual(callbacks.account, { url: 'http://localhost:5254/callbacks/account', events: null });
    assert.equal(callbacks.sync?.url, 'http://localhost:5254/callbacks/sync');
    assert.ok(Buffer.from(callbacks.sync?.secret.slice('whsec_'.length) ?? '', 'base64').length >= 24);
  });

  it("one further app is of today's era with everything on", () => {
    const { name, era, openidConnectOn, keys, applications, channelOnConsent } = app('1402026');
    assert.deepEqual(
      [name, era, openidConnectOn, keys[0]?.secret.on, applications.terms?.ageCheck, channelName(channelOnConsent)],
      ['온담상점', 'current', true, true, true, '온담상점'],
    );
  });
});
