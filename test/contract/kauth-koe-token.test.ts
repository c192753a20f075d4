/** KOE codes of the token endpoint, code by code: one request that brings each, and how it reads. Reference 1.6. */
import assert from 'node:assert/strict';
import { APPS, CALLBACK, describeHouse } from '../helpers/house.ts';
import { token } from '../helpers/login.ts';
import { eachRow } from './helpers.ts';
import { clientOf, errorsOf, type Fields, grantOf, refusalIn, whileBroken } from './kauth-walk.ts';

/** Of what was changed: the request, or the world before it. */
interface Case {
  says: string;
  sent?: Record<string, string | undefined>;
  before?: () => Promise<unknown>;
  told?: () => Promise<string>;
}

describeHouse('contract · 1.6 · /oauth/token', (world) => {
  /** A request that is in order but for its code. */
  const ask = async (sent: Case['sent'] = {}) =>
    refusalIn(await token(world, { grant_type: 'authorization_code', ...(await clientOf(world)), code: 'none-such', ...sent }));
  /** A request that is in order, but for what is changed. */
  const askWithCode = async (sent: Fields) => refusalIn(await token(world, { ...(await grantOf(world)), ...sent }));

  // prettier-ignore
  const cases: Record<string, Case> = {
    KOE001: { says: '400 invalid_request KOE001 Bad request', sent: { code: 'x'.repeat(60_000) } },
    KOE003: { says: '500 server_error KOE003 Internal server error', told: () =>
      whileBroken(world, async () => refusalIn(await token(world, { client_id: 'a' }))) },
    KOE008: { says: '400 misconfigured KOE008 Not allowed for app key type', told: async () =>
      ask({ client_id: (await world.app(APPS.demo)).adminKeys[0]! }) },
    KOE009: {
      says: '400 misconfigured KOE009 invalid android_key_hash or ios_bundle_id or web_site_url',
      told: async () => {
        const { keys } = await world.app(APPS.demo);
        await world.change('apps', APPS.demo, { keys: keys.map((key) => ({ ...key, domains: ['https://shop.example.com'] })) });
        return ask({ ...(await clientOf(world, APPS.demo, 'javascript')), client_origin: 'https://other.example.com' });
      },
    },
    KOE010: { says: '401 invalid_client KOE010 Bad client credentials', sent: { client_secret: 'kakao' } },
    KOE101: { says: '401 invalid_client KOE101 Not exist client_id [x]', sent: { client_id: 'x' } },
    KOE114: { says: '400 invalid_grant KOE114 Application ID mismatch', told: async () =>
      askWithCode(await clientOf(world, APPS.secretOff)) },
    KOE125: { says: '400 invalid_client KOE125 The app is suspended', before: () => world.change('apps', APPS.demo, { suspended: true }) },
    KOE207: { says: '400 invalid_request KOE207 Required parameter is missing: code', sent: { code: undefined } },
    KOE237: {
      says: '400 invalid_request KOE237 token request rate limit exceeded',
      before: async () => {
        const { switches } = await world.app(APPS.demo);
        await world.change('apps', APPS.demo, { switches: { ...switches, tokenRequestsPerMinute: 1 } });
        await ask();
      },
    },
    KOE303: { says: '400 invalid_grant KOE303 Redirect URI mismatch.', told: () => askWithCode({ redirect_uri: `${CALLBACK}/` }) },
    KOE310: { says: '400 unsupported_grant_type KOE310 unsupported grant_type [password]', sent: { grant_type: 'password' } },
    KOE319: { says: '400 invalid_grant KOE319 refresh_token is missing', sent: { grant_type: 'refresh_token' } },
    KOE320: { says: '400 invalid_grant KOE320 authorization code not found for code=none-such', sent: {} },
    KOE322: {
      says: '400 invalid_grant KOE322 expired_or_invalid_refresh_token',
      sent: { grant_type: 'refresh_token', refresh_token: 'none-such' },
    },
  };

  eachRow(errorsOf('/oauth/token'), cases, async ({ says, sent, before, told = () => ask(sent) }) => {
    await before?.();
    assert.equal(await told(), says);
  });
});
