/** Every parameter of every endpoint of kauth and kapi, sent as nobody should. */
import { SECOND } from '../../src/clock.ts';
import { APPS, CALLBACK, describeHouse, type World } from '../helpers/house.ts';
import { signUp } from '../helpers/login.ts';
import { assertDecent, assertUnharmed } from './decent.ts';
import { type Endpoint, endpoints } from './endpoints.ts';
import { head, raw } from './raw.ts';
import { strange, values } from './values.ts';

const FORM = 'Content-Type: application/x-www-form-urlencoded;charset=utf-8';
/** As far as a query goes: a header may have 16 KB. */
const LONGEST_QUERY = 14_000;

describeHouse('malformed · the parameters of', (world) => {
  for (const endpoint of endpoints) {
    it(`${endpoint.method} ${endpoint.path}`, async () => {
      const ask = await asker(world, endpoint);
      for (const [what, value] of Object.entries(values)) {
        for (const name of endpoint.names) await ask(`${name}=${value}`, `${what} as ${name}`);
        await ask(endpoint.names.map((name) => `${name}=${value}`).join('&'), `${what} everywhere`);
      }
      for (const [what, queryOf] of Object.entries(strange))
        for (const name of new Set([endpoint.names[0]!, endpoint.names.at(-2) ?? ''])) await ask(queryOf(name), `${what} (${name})`);
      await assertUnharmed(world);
    });
  }
});

/** Sends parameters where the endpoint reads them: the query, for a POST the form, too. */
async function asker(world: World, endpoint: Endpoint) {
  const { method, path } = endpoint;
  const headers = await keysFor(world, endpoint);
  const usual = await usualOf(world, endpoint);
  return async (sent: string, what: string): Promise<void> => {
    // Quotas of a minute are not what this is about.
    world.clock.advance(SECOND);
    const names = new Set(sent.split('&').map((field) => field.split('=', 1)[0]));
    const query = [...usual.filter((field) => !names.has(field.split('=', 1)[0])), sent].join('&');
    for (const header of headers) {
      if (query.length < LONGEST_QUERY) {
        const asked = head(`${method} ${path}?${query} HTTP/1.1`, ...header, ...(method === 'POST' ? ['Content-Length: 0'] : []));
        assertDecent(endpoint, await raw(world.url, asked), `${what}, in the query`);
      }
      if (method !== 'POST') continue;
      const asked = head(`POST ${path} HTTP/1.1`, ...header, FORM, `Content-Length: ${query.length}`);
      assertDecent(endpoint, await raw(world.url, asked, query), `${what}, in the form`);
    }
  };
}

/** The headers by which each key that the endpoint takes is sent; once without where it takes none. */
async function keysFor(world: World, { keys }: Endpoint): Promise<string[][]> {
  if (keys.length === 0) return [[]];
  const { access_token: token } = await signUp(world, { app: APPS.demo, as: 'han' });
  const [adminKey] = (await world.app(APPS.demo)).adminKeys;
  return keys.map((key) => [`Authorization: ${key === 'token' ? `Bearer ${token}` : `KakaoAK ${adminKey}`}`]);
}

/** What gets a request past the first check, so that the others see something. */
async function usualOf(world: World, { door, path }: Endpoint): Promise<string[]> {
  if (door === 'kapi') {
    const link = await world.house.consent.link(APPS.demo, '01-han');
    return link ? ['target_id_type=user_id', `target_id=${link.number}`] : [];
  }
  const { key, secret } = await world.key(APPS.demo);
  const client = [`client_id=${key}`, `client_secret=${secret.value}`];
  if (path === '/oauth/authorize') return ['response_type=code', ...client, `redirect_uri=${encodeURIComponent(CALLBACK)}`];
  if (path === '/oauth/token') return ['grant_type=authorization_code', ...client, `redirect_uri=${encodeURIComponent(CALLBACK)}`];
  if (path === '/oauth/logout') return [...client, `logout_redirect_uri=${encodeURIComponent('http://localhost:3000/')}`];
  return ['/api/agt', '/apiweb/code.json'].includes(path) ? client : [];
}
