/** The inbox: what arrives is verified as a receiver has to, told from what came before, and kept within bounds. */
import assert from 'node:assert/strict';
import { importJWK, SignJWT } from 'jose';
import { Webhook } from 'standardwebhooks';
import { SHELVES } from '../../src/inbox/receive.ts';
import type { InboxKind } from '../../src/inbox/index.ts';
import { APPS } from '../helpers/house.ts';
import { describeRooms, OWNER, refused } from '../helpers/rooms.ts';

const APP = APPS.demo;

describeRooms('the inbox', (rooms) => {
  const arrive = (kind: InboxKind, headers: Record<string, string>, body: string | Buffer = '{}') =>
    rooms.house.inbox.receive(APP, kind, { method: 'POST', query: '', headers: Object.entries(headers), body: Buffer.from(body) });
  const newest = async () => (await rooms.house.inbox.items(APP, { limit: 1 }))[0]!;
  const verdictOf = async (kind: InboxKind, headers: Record<string, string>, body?: string) => {
    const reply = await arrive(kind, headers, body);
    return [(await newest()).verdict, 'status' in reply ? reply.status : null];
  };
  const primary = async () => (await rooms.house.apps.byId(APP))!.adminKeys[0]!;
  const set = async (claims: Record<string, unknown> = {}, header: Record<string, unknown> = {}, key = rooms.house.secrets.signingKey) =>
    new SignJWT({ iss: rooms.house.url, aud: APP, sub: '1', jti: 'set-1', events: {}, ...claims })
      .setProtectedHeader({ alg: 'RS256', typ: 'secevent+jwt', kid: rooms.house.secrets.signingKey.kid!, ...header })
      .sign(await importJWK(key, 'RS256'));

  for (const kind of ['channel', 'unlink'] as const) {
    it(`believes a ${kind} callback by the primary admin key alone`, async () => {
      const key = await primary();
      await rooms.house.apps.addAdminKey(OWNER, APP).catch(() => undefined);
      await rooms.change('apps', APP, { adminKeys: [key, 'b'.repeat(32)] });
      assert.deepEqual(await verdictOf(kind, { authorization: `KakaoAK ${key}` }), ['verified', 200]);
      assert.deepEqual(await verdictOf(kind, { Authorization: `KakaoAK ${'b'.repeat(32)}` }), ['other_admin_key', 401]);
      assert.deepEqual(await verdictOf(kind, { authorization: `KakaoAK ${'c'.repeat(32)}` }), ['wrong_key', 401]);
      assert.deepEqual(await verdictOf(kind, { authorization: `Bearer ${key}` }), ['no_authorization', 401]);
      assert.deepEqual(await verdictOf(kind, {}), ['no_authorization', 401]);
    });
  }

  it('believes a sync callback by its Standard Webhooks signature', async () => {
    const { secret } = (await rooms.house.webhooks.endpoint(APP, 'sync'))!;
    // The machine's time is what a receiver compares with.
    const machine = rooms.clock.now() - rooms.clock.offset();
    const signed = (at: number, body: string) => ({
      'webhook-id': 'id-1',
      'webhook-timestamp': String(Math.floor(at / 1000)),
      'webhook-signature': new Webhook(secret!).sign('id-1', new Date(at), body),
    });
    assert.deepEqual(await verdictOf('sync', signed(machine, '{}'), '{}'), ['verified', 200]);
    assert.deepEqual(await verdictOf('sync', signed(machine, '{}'), '{"n":1}'), ['wrong_signature', 401]);
    assert.deepEqual(await verdictOf('sync', signed(machine - 600_000, '{}'), '{}'), ['wrong_time', 401]);
    assert.deepEqual(await verdictOf('sync', {}, '{}'), ['no_signature', 401]);
    await rooms.house.store.write((tx) => rooms.house.webhooks.register(tx, APP, 'sync', ''));
    assert.deepEqual(await verdictOf('sync', signed(machine, '{}'), '{}'), ['no_secret', 401]);
  });

  it('believes a SET by the published keys, its typ, iss and aud', async () => {
    const app = (await rooms.house.apps.byId(APP))!;
    assert.deepEqual(await verdictOf('account', {}, await set()), ['verified', 202]);
    assert.deepEqual(await verdictOf('account', {}, await set({ aud: app.keys[0]!.key })), ['verified', 202]);
    assert.deepEqual(await verdictOf('account', {}, await set({ aud: APPS.openidConnect })), ['set_audience', 400]);
    assert.deepEqual(await verdictOf('account', {}, await set({ iss: 'https://kauth.kakao.com' })), ['set_issuer', 400]);
    assert.deepEqual(await verdictOf('account', {}, await set({}, { typ: 'JWT' })), ['set_typ', 400]);
    assert.deepEqual(await verdictOf('account', {}, await set({}, { kid: 'another' })), ['set_signature', 400]);
    assert.deepEqual(await verdictOf('account', {}, `${(await set()).slice(0, -6)}AAAAAA`), ['set_signature', 400]);
    assert.deepEqual(await verdictOf('account', {}, '{"event":"added"}'), ['no_set', 400]);
    const reply = await arrive('account', {}, await set({ aud: 'x' }));
    assert.deepEqual('body' in reply && reply.body, { err: 'invalid_audience', description: 'set_audience' });
  });

  it('says of what came before that it is a duplicate, by the resource id of its kind', async () => {
    const authorization = `KakaoAK ${await primary()}`;
    await arrive('channel', { authorization, 'X-Kakao-Resource-ID': 'A' });
    const first = await newest();
    await arrive('unlink', { authorization, 'x-kakao-resource-id': 'A' });
    assert.equal((await newest()).duplicateOf, null, 'another kind is another receiver');
    await arrive('channel', { authorization, 'x-kakao-resource-id': 'A' });
    assert.equal((await newest()).duplicateOf, first.id);
    await arrive('account', {}, await set());
    await arrive('account', {}, await set());
    assert.deepEqual([(await newest()).resourceId, (await newest()).duplicateOf !== null], ['set-1', true]);
  });

  it('answers by its scripts in their order, each so many times, then as usual', async () => {
    const authorization = `KakaoAK ${await primary()}`;
    const add = (script: object) =>
      rooms.house.inbox.addScript(APP, { kind: 'channel', does: 'answer', status: 500, location: null, delayMs: 0, times: 1, ...script });
    await add({ times: 2 });
    await add({ does: 'redirect', status: 307, location: '/elsewhere' });
    await add({ does: 'hang', delayMs: 5 });
    await add({ kind: 'unlink', status: 410 });
    const replies = [];
    for (let i = 0; i < 5; i += 1) replies.push(await arrive('channel', { authorization }));
    assert.deepEqual(replies, [
      { does: 'answer', delayMs: 0, status: 500, body: null },
      { does: 'answer', delayMs: 0, status: 500, body: null },
      { does: 'redirect', delayMs: 0, status: 307, location: '/elsewhere' },
      { does: 'hang', delayMs: 5 },
      { does: 'answer', delayMs: 0, status: 200, body: null },
    ]);
    assert.deepEqual(
      (await rooms.house.inbox.scripts(APP)).map(({ kind, status }) => [kind, status]),
      [['unlink', 410]],
    );
  });

  for (const [field, script] of [
    ['status', { status: 199 }],
    ['status', { does: 'redirect', status: 200, location: '/x' }],
    ['location', { does: 'redirect', status: 302, location: 'javascript:alert(1)' }],
    ['location', { does: 'redirect', status: 302, location: '/x\r\nSet-Cookie: a=b' }],
    ['delayMs', { delayMs: 60_001 }],
    ['times', { times: 0 }],
  ] as const) {
    it(`refuses a script by its ${field}: ${JSON.stringify(script)}`, async () => {
      const usual = { kind: 'channel', does: 'answer', status: 200, location: null, delayMs: 0, times: 1 } as const;
      await refused('script_refused', rooms.house.inbox.addScript(APP, { ...usual, ...script }), { field });
      assert.deepEqual(await rooms.house.inbox.scripts(APP), []);
    });
  }

  it('keeps so many of what is verified, and fewer of what nobody vouched for, which push out none of the others', async () => {
    const authorization = `KakaoAK ${await primary()}`;
    for (let i = 0; i < SHELVES.verified + 3; i += 1) await arrive('channel', { authorization, 'x-kakao-resource-id': `r${i}` });
    for (let i = 0; i < SHELVES.other + 3; i += 1) await arrive('channel', {});
    const items = await rooms.house.inbox.items(APP, { limit: 1000 });
    assert.equal(items.length, SHELVES.verified + SHELVES.other);
    const verified = items.filter(({ verdict }) => verdict === 'verified').map(({ resourceId }) => resourceId);
    assert.deepEqual([verified[0], verified.at(-1)], [`r${SHELVES.verified + 2}`, 'r3']);
  });

  it('keeps bytes that are no text, too', async () => {
    await arrive('channel', {}, Buffer.from([0xff, 0xfe, 0x00]));
    const { body, isText, size } = await newest();
    assert.deepEqual([body, isText, size], ['//4A', false, 3]);
  });

  it('is there for apps alone', async () => {
    await refused(
      'unknown_app',
      rooms.house.inbox.receive('404', 'channel', { method: 'POST', query: '', headers: [], body: Buffer.alloc(0) }),
    );
  });
});
