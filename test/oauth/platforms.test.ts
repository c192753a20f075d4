/** Platforms (플랫폼, reference 1.6, 1.7): the token request of an SDK proves where it runs, or is KOE009. */
import assert from 'node:assert/strict';
import type { AppKey } from '../../src/apps/index.ts';
import { APPS, CALLBACK, describeHouse, type World } from '../helpers/house.ts';
import { agreement, token } from '../helpers/login.ts';
import { placeOf } from './helpers.ts';

type Fields = Record<string, string>;

const DOMAINS = { domains: ['https://shop.example.com', 'http://localhost:3000'] };
const ANDROID = { androidKeyHashes: ['Xo8WBi6jzSxKDVR4drqm84yr9iU=', 'a+b/c='] };
const IOS = { iosBundleIds: ['com.example.shop'] };

/** What is registered under a key, what a token request proves, and whether it is let in. */
const rows: { type: AppKey['type']; registered: Partial<AppKey>; proof: Fields; ok: boolean }[] = [
  { type: 'javascript', registered: DOMAINS, proof: { client_origin: 'http://localhost:3000' }, ok: true },
  { type: 'javascript', registered: DOMAINS, proof: { client_origin: 'http://localhost:3001' }, ok: false },
  { type: 'javascript', registered: DOMAINS, proof: { client_origin: 'https://shop.example.com/' }, ok: false },
  { type: 'javascript', registered: DOMAINS, proof: { client_origin: '' }, ok: false },
  { type: 'javascript', registered: DOMAINS, proof: {}, ok: false },
  { type: 'javascript', registered: DOMAINS, proof: { android_key_hash: 'http://localhost:3000' }, ok: false },
  { type: 'javascript', registered: {}, proof: { client_origin: 'https://anywhere.example.com' }, ok: true },
  { type: 'javascript', registered: {}, proof: {}, ok: true },
  { type: 'javascript', registered: { ...ANDROID, ...IOS }, proof: {}, ok: true },
  { type: 'native', registered: ANDROID, proof: { android_key_hash: 'a+b/c=' }, ok: true },
  { type: 'native', registered: ANDROID, proof: { android_key_hash: 'A+B/C=' }, ok: false },
  { type: 'native', registered: ANDROID, proof: { ios_bundle_id: 'com.example.shop' }, ok: false },
  { type: 'native', registered: IOS, proof: { ios_bundle_id: 'com.example.shop' }, ok: true },
  { type: 'native', registered: IOS, proof: { ios_bundle_id: 'com.example.shop.debug' }, ok: false },
  { type: 'native', registered: { ...ANDROID, ...IOS }, proof: { ios_bundle_id: 'com.example.shop' }, ok: true },
  { type: 'native', registered: { ...ANDROID, ...IOS }, proof: { android_key_hash: 'other', ios_bundle_id: 'com.example.shop' }, ok: true },
  { type: 'native', registered: { ...ANDROID, ...IOS }, proof: {}, ok: false },
  { type: 'native', registered: {}, proof: { ios_bundle_id: 'any' }, ok: true },
  { type: 'native', registered: DOMAINS, proof: {}, ok: true },
  { type: 'rest', registered: { ...DOMAINS, ...ANDROID, ...IOS }, proof: {}, ok: true },
];

describeHouse('oauth · platforms', (world) => {
  for (const { type, registered, proof, ok } of rows) {
    const sent = Object.entries(proof).map(([name, value]) => `${name}=${value}`);
    it(`${type} key, ${Object.keys(registered).join(' and ') || 'nothing'} registered, ${sent.join(', ') || 'no proof'}: ${ok ? 'tokens' : 'KOE009'}`, async () => {
      const request = await begun(world, type, registered);
      const answer = await token(world, { ...request, ...proof });
      if (ok) assert.equal(answer.status, 200, answer.text);
      else assertRefused(answer);
    });
  }

  it('a request that is refused leaves the code good', async () => {
    const request = await begun(world, 'native', IOS);
    assertRefused(await token(world, { ...request, ios_bundle_id: 'other' }));
    assert.equal((await token(world, { ...request, ios_bundle_id: 'com.example.shop' })).status, 200);
  });

  it('a refresh has to prove it as well', async () => {
    const request = await begun(world, 'native', IOS);
    const { body } = await token(world, { ...request, ios_bundle_id: 'com.example.shop' });
    const refresh = { client_id: request['client_id']!, grant_type: 'refresh_token', refresh_token: body.refresh_token as string };
    assertRefused(await token(world, refresh));
    assert.equal((await token(world, { ...refresh, ios_bundle_id: 'com.example.shop' })).status, 200);
  });

  it('a code of a JavaScript key, redeemed by the server under its REST API key, proves itself by the client secret', async () => {
    const request = await begun(world, 'javascript', DOMAINS);
    const { key, secret } = await world.key(APPS.demo);
    assert.equal((await token(world, { ...request, client_id: key, client_secret: secret.value })).status, 200);
  });
});

/** Somebody has logged in under a key of this type: what redeems the code, but for the proof. */
async function begun(world: World, type: AppKey['type'], registered: Partial<AppKey>): Promise<Fields> {
  const { keys } = await world.app(APPS.demo);
  await world.change('apps', APPS.demo, { keys: keys.map((each) => (each.type === type ? { ...each, ...registered } : each)) });
  const { key, secret, redirectUris } = keys.find((each) => each.type === type)!;
  const redirectUri = type === 'native' ? redirectUris[0]! : CALLBACK;
  const visitor = world.visitor();
  let page = await visitor.submit(await visitor.authorize({ client_id: key, redirect_uri: redirectUri }), { persona: 'returning' });
  if (placeOf(page) === 'consent') page = await visitor.submit(page, agreement(page, 'all'));
  const proof = secret.on ? { client_secret: secret.value } : {};
  return { grant_type: 'authorization_code', client_id: key, redirect_uri: redirectUri, code: page.query['code']!, ...proof };
}

function assertRefused({ status, body }: Awaited<ReturnType<typeof token>>): void {
  assert.equal(status, 400);
  assert.deepEqual(body, {
    error: 'misconfigured',
    error_description: 'invalid android_key_hash or ios_bundle_id or web_site_url',
    error_code: 'KOE009',
  });
}
