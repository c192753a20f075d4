/** Modules of the dynamic and comprehensive plans about redirect URIs and keys (security 1.2, useful extras). */
import assert from 'node:assert/strict';
import { decodeProtectedHeader } from 'jose';
import { APPS, CALLBACK } from '../helpers/house.ts';
import { OWNER, refused } from '../helpers/rooms.ts';
import { describeParty, type Party } from './party.ts';

describeParty('beyond the certification plans', ['Kakao'], (party) => {
  it('oidcc-redirect-uri-query-OK · a registered query stays, and the code stands behind it', async () => {
    await register(party, `${CALLBACK}?foo=bar`);
    const { page, got } = await party.arrive({ redirect_uri: `${CALLBACK}?foo=bar` });
    assert.ok(page.url.href.startsWith(`${CALLBACK}?foo=bar&`), page.url.href);
    assert.deepEqual([got['foo'], typeof got['code']], ['bar', 'string']);
  });

  it('oidcc-redirect-uri-query-added · a query that nobody registered is a page', async () => {
    await register(party, CALLBACK);
    await isPage(party, { redirect_uri: `${CALLBACK}?foo=bar` });
  });

  it('oidcc-redirect-uri-query-mismatch · another query than the registered one is a page', async () => {
    await register(party, `${CALLBACK}?foo=bar`);
    for (const uri of [`${CALLBACK}?bar=foo`, `${CALLBACK}?foo=bar&foo=bar`, CALLBACK]) await isPage(party, { redirect_uri: uri });
  });

  it('oidcc-redirect-uri-regfrag · a URI with a fragment is not registered', async () => {
    const { house } = party.world;
    const { key } = await party.world.key(APPS.linked);
    const place = { key, list: 'redirectUris' } as const;
    await refused('list_value_refused', house.apps.addValue(OWNER, APPS.linked, place, `${CALLBACK}#foobar`));
    await house.apps.addValue(OWNER, APPS.linked, place, `${CALLBACK}/without`);
  });

  it('oidcc-server-rotate-keys · another key signs, and is published beside the one before it', async () => {
    const kids = async (): Promise<unknown[]> => {
      const { keys } = (await (await fetch(String(party.config.serverMetadata().jwks_uri))).json()) as { keys: { kid: string }[] };
      return keys.map(({ kid }) => kid);
    };
    const { tokens: before } = await party.logIn();
    const [old] = await kids();
    assert.equal(decodeProtectedHeader(before.id_token!).kid, old);
    await party.world.house.keys.rotate();
    const [fresh, former] = await kids();
    assert.deepEqual([former, fresh === old], [old, false]);
    // openid-client asks for keys once a minute at most.
    const { tokens: after } = await party.logIn({}, { config: await party.begin() });
    assert.equal(decodeProtectedHeader(after.id_token!).kid, fresh);
  });

  it('oidcc-ensure-redirect-uri-in-authorization-request · with two registered and none sent is a page', async () => {
    await register(party, CALLBACK, `${CALLBACK}/2`);
    await isPage(party, { redirect_uri: undefined });
  });
});

/** As the redirect URIs of the party's own key, in the place of the others. */
function register({ world, config }: Party, ...redirectUris: string[]): Promise<void> {
  return world.house.store.write(async (tx) => {
    const app = (await tx.get('apps', APPS.openidConnect))!;
    const { client_id: own } = config.clientMetadata();
    tx.put('apps', { ...app, keys: app.keys.map((key) => (key.key === own ? { ...key, redirectUris } : key)) });
  });
}

async function isPage(party: Party, params: Record<string, string | undefined>): Promise<void> {
  const { seen, page } = await party.arrive(params);
  assert.deepEqual([seen, page.status, page.headers['location']], [[], 400, undefined]);
}
