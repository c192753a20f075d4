/** What a test makes with one call each: it works as it is, and it is what was asked for. */
import assert from 'node:assert/strict';
import { refused } from '../helpers/rooms.ts';
import { describeKit, me } from './kit.ts';

describeKit('the kit · apps, accounts, channels, terms', (kakao) => {
  it('makes an app and a person that need nothing else for a login', async () => {
    const [app, account] = [await kakao.apps.create(), await kakao.accounts.create()];
    const { tokens, user } = await kakao.signUp({ app, account });
    const { id, kakao_account: known } = await me(kakao, tokens!.access_token);
    assert.equal(String(id), user);
    assert.equal(known.email, account.email);
    assert.deepEqual(known.profile, { ...(known.profile as object), nickname: account.nickname });
  });

  it('makes an app as it is described, with pinned ids', async () => {
    const pinned = { id: '7', name: '내 앱', clientId: 'a'.repeat(32), clientSecret: 's3cret', adminKey: 'b'.repeat(32) };
    const channel = await kakao.channels.create({ name: '내 채널', searchId: '@내채널' });
    const app = await kakao.apps.create({
      ...pinned,
      redirectUris: ['https://example.com/oauth'],
      oidc: true,
      items: { account_email: 'required', phone_number: 'optional' },
      terms: ['tos', { tag: 'ads', title: '광고', required: false }],
      channels: [channel],
      callbacks: { sync: 'http://localhost:3000/hook' },
    });
    const { company: _, javascriptKey, nativeKey, syncSecret, terms, ...facts } = app;
    assert.deepEqual(facts, {
      ...pinned,
      redirectUris: ['https://example.com/oauth'],
      oidc: true,
      loginOn: true,
      simpleSignup: true,
      items: { account_email: 'required', phone_number: 'optional' },
      channels: [channel.id],
      channelOnConsent: channel.id,
    });
    assert.deepEqual(
      terms.map(({ tag, title, required }) => [tag, title.ko, required]),
      [
        ['tos', 'tos', true],
        ['ads', '광고', false],
      ],
    );
    assert.match(`${javascriptKey} ${nativeKey} ${syncSecret}`, /^[0-9a-f]{32} [0-9a-f]{32} whsec_/);
    assert.deepEqual(await kakao.apps.get('내 앱'), app);
  });

  it('makes an app with its client secret OFF, and one without simple signup', async () => {
    const account = await kakao.accounts.create();
    for (const input of [{ clientSecret: null }, { terms: [] }, { simpleSignup: false }]) {
      const app = await kakao.apps.create(input);
      assert.ok((await kakao.signUp({ app, account })).tokens);
    }
  });

  it('makes people who differ, and people without this or that', async () => {
    const [one, other] = [await kakao.accounts.create(), await kakao.accounts.create()];
    assert.notEqual(one.email, other.email);
    assert.notEqual(one.phone, other.phone);
    const app = await kakao.apps.create({ items: { account_email: 'required', birthyear: 'required' } });
    const nobody = await kakao.accounts.create({ email: null, birthyear: null, key: 'nobody' });
    const { tokens } = await kakao.signUp({ app, account: 'nobody' });
    const known = (await me(kakao, tokens!.access_token)).kakao_account;
    assert.equal(nobody.email, null);
    assert.deepEqual([known.has_email ?? known.email, known.birthyear], [undefined, undefined]);
    assert.equal((await kakao.accounts.create({ email: 'Kim@Example.com' })).email, 'kim@example.com');
  });

  it('connects a channel to an app, and the person adds it on the consent screen', async () => {
    const app = await kakao.apps.create();
    const channel = await kakao.channels.create({ app });
    assert.deepEqual(channel.apps, [app.id]);
    const { tokens } = await kakao.signUp({ app, account: 'han', agree: [channel.id] });
    const answer = await fetch(`${kakao.url}/v2/api/talk/channels`, { headers: { authorization: `Bearer ${tokens!.access_token}` } });
    assert.equal(answer.status, 403); // it is no consent item of the app
    assert.deepEqual((await kakao.channels.get(channel)).apps, [app.id]);
  });

  it('adds terms to an app, to one without any, too', async () => {
    for (const before of [['service'], []]) {
      const app = await kakao.apps.create({ terms: before });
      await kakao.terms.create({ app, tag: 'later', required: false });
      await kakao.terms.create({ app, tag: 'later still', title: { ko: '나중', en: 'Later' } }).then(
        () => assert.fail('a tag has no blanks'),
        (error: unknown) => assert.match(String(error), /later still is no tag/),
      );
      assert.deepEqual(
        (await kakao.terms.list(app)).map(({ tag }) => tag),
        [...before, 'later'],
      );
      assert.ok((await kakao.signUp({ app, account: 'han', agree: ['later'] })).tokens);
    }
  });

  it('refuses what does not fit, by name', async () => {
    await refused('input_refused', kakao.apps.create({ redirectUri: 'x' } as object), { field: 'redirectUri' });
    await refused('input_refused', kakao.apps.create({ items: { email: 'required' } }), { field: 'items.email' });
    await refused('input_refused', kakao.apps.create({ redirectUris: ['/oauth'] }), { field: 'redirectUris.0' });
    await refused('input_refused', kakao.apps.create({ owner: 'nobody' }), { field: 'user' });
    await refused('id_taken', kakao.apps.create({ id: '1000001' }), { field: 'id' });
    await refused('id_taken', kakao.apps.create({ clientId: (await kakao.apps.get('1000001')).clientId }), { field: 'clientId' });
    await refused('id_taken', kakao.apps.create({ clientId: 'c'.repeat(32), adminKey: 'c'.repeat(32) }), { field: 'adminKey' });
    await refused('login_taken', kakao.accounts.create({ email: 'han@example.com' }));
    await refused('login_taken', kakao.accounts.create({ key: 'han' }));
    await refused('id_taken', kakao.accounts.create({ id: '01-han' }), { field: 'id' });
    await refused('search_id_taken', kakao.channels.create({ searchId: (await kakao.channels.list())[0]!.searchId }));
    const channel = await kakao.channels.create({ certified: false });
    await refused('not_certified', kakao.apps.create({ channels: [channel] }));
    await refused('other_business', kakao.channels.create({ app: '205699' }));
    await refused('callback_url_refused', kakao.apps.create({ callbacks: { channel: 'ftp://x' } }), { field: 'callbacks.channel' });
    const metadata = kakao.apps.create({ callbacks: { sync: 'http://[fd00:ec2::254]/' } });
    await refused('callback_address_refused', metadata, { field: 'callbacks.sync' });
  });

  it('writes nothing where it refuses', async () => {
    const before = await kakao.apps.list();
    await refused('callback_url_refused', kakao.apps.create({ callbacks: { channel: 'ftp://x' } }));
    assert.deepEqual(await kakao.apps.list(), before);
  });
});
