/** The whole way through the demo partner on free ports, as a newcomer walks it; and the same again after a restart. */
import assert from 'node:assert/strict';
import { get, type IncomingMessage } from 'node:http';
import supertest from 'supertest';
import { agreement } from '../helpers/login.ts';
import { Visitor } from '../helpers/visitor.ts';
import { shown } from '../partner/street.ts';
import { type Facts, PATIENCE, useRoom } from './program.ts';

describe('the command · a newcomer’s way', () => {
  const room = useRoom();

  it('leads from the demo partner through login and consent to its welcome page, and every callback arrives there', async () => {
    const facts = await room.start(['--port', '0', '--json', '--memory']).facts();
    const guest = newcomer(facts);
    const { html, seen } = await guest.logIn('han');
    assert.deepEqual(seen, ['login', 'consent']);
    assert.equal(shown(html, 'partner-nickname'), '한가람');
    assert.equal(shown(html, 'partner-email'), 'han@example.com');
    assert.match(shown(html, 'partner-user-id'), /^39\d{8}$/);
    for (const tag of ['service_20260105', 'privacy_20260105', 'marketing_20260105', 'user_age_check'])
      assert.match(html, new RegExp(`data-testid="partner-term-${tag}"`));

    const number = shown(html, 'partner-user-id');
    const callbacks = await guest.callbacks(5);
    assert.deepEqual(new Set(callbacks.map(({ kind }) => kind)), new Set(['account', 'channel', 'sync']));
    for (const { verified, body } of callbacks) assert.ok(verified === 'true' && body.includes(number), body);
  }).timeout(PATIENCE);

  it('keeps the sign-up over a restart, and registers the demo partner at its new port', async () => {
    const first = room.start(['--port', '0', '--json']);
    const before = await first.facts();
    const signedUp = await newcomer(before).logIn('han');
    assert.equal((await first.end('SIGTERM')).code, 0);

    const second = room.start(['--port', '0', '--json']);
    const after = await second.facts();
    assert.notEqual(after.partner, before.partner);
    assert.deepEqual(
      after.apps[0]!.redirectUris.filter((uri) => uri.startsWith(before.partner!)),
      [],
    );
    assert.equal(after.apps[0]!.clientId, before.apps[0]!.clientId);

    const again = newcomer(after);
    const { html, seen } = await again.logIn('han');
    assert.deepEqual(seen, ['login'], 'nothing is left to agree to');
    assert.equal(shown(html, 'partner-user-id'), shown(signedUp.html, 'partner-user-id'));
    const fresh = await again.logIn('new', 'login');
    assert.equal(shown(fresh.html, 'partner-nickname'), '새봄');
    assert.equal((await again.callbacks(5)).length, 5, 'sent to the new port');
    assert.equal((await second.end('SIGTERM')).stderr, '');
  }).timeout(PATIENCE);
});

/** A person with one browser, whose cookies go to both. */
function newcomer({ url, partner }: Facts) {
  const visitor = new Visitor(url);
  const shop = supertest.agent(partner!);

  /** From the shop's button to its welcome page. */
  async function logIn(persona: string, prompt = '') {
    const seen: string[] = [];
    const { location = '' } = (await shop.get(`/login?prompt=${prompt}`).expect(302)).headers;
    assert.equal(new URL(location).origin, url);
    assert.equal(new URL(location).searchParams.get('redirect_uri'), `${partner}/oauth/callback`);
    let page = await visitor.open(location);
    while (page.url.origin === url) {
      const name = page.url.pathname.split('/')[2]!;
      assert.ok(!seen.includes(name), page.html);
      seen.push(name);
      page = await visitor.submit(page, name === 'login' ? { persona } : agreement(page, 'all'));
    }
    assert.equal(page.url.origin, partner);
    await shop
      .get(page.url.pathname + page.url.search)
      .expect(303)
      .expect('location', '/welcome');
    return { html: await welcome(), seen };
  }

  async function welcome(): Promise<string> {
    return (await shop.get('/welcome').expect(200)).text;
  }

  /** The callbacks on the welcome page once there are so many; the page's own stream says when to look. */
  async function callbacks(count: number) {
    const cookie = (await shop.get('/welcome')).request.cookies;
    const stream = await new Promise<IncomingMessage>((resolve, reject) =>
      get(`${partner}/callbacks/stream`, { headers: { cookie } }, resolve).on('error', reject),
    );
    for await (const _event of stream) {
      const rows = [...(await welcome()).matchAll(/data-kind="(\w+)" data-verified="(\w+)"[^]*?"partner-callback-body">([^<]*)</g)];
      if (rows.length >= count) return rows.map(([, kind, verified, body]) => ({ kind, verified, body: body! }));
    }
    throw new Error('the stream ended');
  }
  return { logIn, callbacks };
}
