/** A reset is whole: whatever was done, the state and everything that can be seen are afterwards as in a fresh start. */
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { DAY, HOUR } from '../../src/clock.ts';
import { RuleBroken } from '../../src/rule.ts';
import { snapshotOf } from '../../src/store/index.ts';
import { APPS, CALLBACK, describeHouse, type World } from '../helpers/house.ts';
import { goThrough, signUp } from '../helpers/login.ts';
import { OWNER, upload } from '../helpers/rooms.ts';
import type { Visitor } from '../helpers/visitor.ts';
import { callApi } from '../control/api.ts';

const PERSONAS = ['han', 'new', 'returning'] as const;
type Persona = (typeof PERSONAS)[number];
type Act = (world: World, as: Persona, amount: number) => Promise<unknown>;

/** What can happen to a world, through its doors and in its rooms. */
const acts: Readonly<Record<string, Act>> = {
  signUp: (world, as) => signUp(world, { app: APPS.demo, as }),
  signUpElsewhere: (world, as) => goThrough(world, { app: APPS.openidConnect, as }),
  halfALogin: async (world) => world.visitor().authorize({ client_id: (await world.key(APPS.demo)).key, redirect_uri: CALLBACK }),
  wrongLogin: async (world) => world.visitor().authorize({ client_id: 'nobody', redirect_uri: CALLBACK }),
  block: async ({ house }, as) => {
    const person = await house.accounts.persona(as);
    return person && house.consent.relate('_xqDemo', person, 'BLOCKED');
  },
  trigger: (world, user) => callApi(world, 'POST /deliveries', { event: 'unlink', app: APPS.demo, user }),
  address: (world, _, amount) => callApi(world, `PUT /apps/${APPS.demo}/callbacks/channel`, { url: `http://127.0.0.1:9/${amount}` }),
  inbox: (world) => callApi(world, `PUT /apps/${APPS.linked}/callbacks/unlink/inbox`),
  fail: (world, user, times) => callApi(world, 'POST /faults', { on: 'user/me', with: 'reset', times, user }),
  later: (world, _, amount) => callApi(world, 'POST /clock/advances', { by: `${amount}h` }),
  freeze: ({ house }, _, amount) => house.world.setTime({ at: house.clock.now() + amount * HOUR, frozen: true }),
  policy: ({ house }) => house.reviews.setPolicy('items', 'working-days'),
  submit: ({ house }, _, amount) => house.store.write((tx) => house.reviews.submit(tx, { kind: 'terms', subject: `${amount}`, by: OWNER })),
  upload: (world) => upload({ ...world, at: assert.fail, change: assert.fail }, OWNER),
  change: (world, _, amount) => world.change('apps', APPS.demo, { name: `앱 ${amount}`, loginOn: amount % 2 === 0 }),
  delete: async ({ house }, as) => house.store.write(async (tx) => tx.remove('accounts', (await house.accounts.persona(as))?.id ?? 'none')),
  session: ({ house }) => house.accounts.openSession(OWNER),
};

/** What a person or a program can look at. */
const DESKS = ['', '/reviews', '/desk', '/deliveries', '/endpoints', '/triggers', '/inbox', '/records', '/journeys', '/why', '/resets'];
const CALLS = ['/clock', '/faults', '/endpoints', '/deliveries', '/troubles', '/snapshots', '/triggers', '/openapi.json'];
const SEEN = [...DESKS, ...CALLS.map((path) => `/api${path}`)].map((path) => `/_sim${path}`);
const PAGES = [
  '/',
  '/talk',
  '/account',
  '/developers',
  '/business',
  '/center',
  '/.well-known/openid-configuration',
  '/.well-known/jwks.json',
];

describeHouse('world · a reset after anything at all', (world) => {
  it('leaves the state and every page and answer as a fresh start has them', async () => {
    const fresh = { state: await stateOf(world), seen: await seenIn(world) };
    const step = fc.tuple(fc.constantFrom(...Object.keys(acts)), fc.constantFrom(...PERSONAS), fc.integer({ min: 1, max: 99 }));
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 3, maxLength: 8 }), async (steps) => {
        for (const [name, as, amount] of steps) {
          await acts[name]!(world, as, amount).catch((error: unknown) => {
            // What was done before may forbid it; then that is what happened.
            if (!(error instanceof RuleBroken) && !(error as Error).message.startsWith('no ')) throw error;
          });
        }
        await callApi(world, 'POST /resets');
        assert.equal(world.clock.offset(), 0);
        assert.deepEqual(await stateOf(world), fresh.state);
        assert.deepEqual(await seenIn(world), fresh.seen);
        assert.deepEqual([...(await world.house.documents.contents()).keys()], []);
      }),
      { numRuns: Number(process.env['KAKAO_SYNC_TEST_ROUNDS'] ?? 5) },
    );
    world.reported.splice(0);
  }).timeout(120_000);
});

/** Every row of every table, its times counted from the day the seed was planted. */
async function stateOf({ house }: World): Promise<unknown> {
  const { plantedAt } = await house.world.beginning();
  const { secrets, ...rows } = await snapshotOf(house.store);
  assert.ok(secrets);
  const sorted = Object.fromEntries(Object.entries(rows).map(([name, list]) => [name, [...list].sort((a, b) => (a.id < b.id ? -1 : 1))]));
  return JSON.parse(JSON.stringify(sorted), (_, value: unknown) =>
    typeof value === 'number' && Math.abs(value - plantedAt) < 60 * DAY ? `planted ${Math.round((value - plantedAt) / HOUR)} h` : value,
  );
}

/** What is there to be seen, without what each look makes anew: times, tokens of forms, ids. */
async function seenIn(world: World): Promise<Record<string, string>> {
  const visitor = world.visitor();
  const seen: Record<string, string> = {};
  for (const path of [...SEEN, ...PAGES]) seen[path] = plain((await visitor.open(path)).html);
  seen['consent'] = plain(await consentOf(world, world.visitor()));
  await world.house.journeys.settled();
  return seen;
}

async function consentOf(world: World, visitor: Visitor): Promise<string> {
  const { key } = await world.key(APPS.demo);
  const login = await visitor.authorize({ client_id: key, redirect_uri: CALLBACK });
  const page = await visitor.submit(login, { persona: 'new' });
  assert.match(page.url.pathname, /^\/oauth\/consent\//);
  return page.html;
}

function plain(html: string): string {
  return html
    .replace(/\d{4}-\d\d-\d\d(?:[T ]\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:Z|[+-]\d\d:\d\d)?)?/g, 'TIME')
    .replace(/\b0[0-9A-HJKMNP-TV-Z]{23}\b/g, 'ID')
    .replace(/>\d\d:\d\d(?::\d\d)?</g, '>TIME<')
    .replace(/"aheadMs":-?\d+/g, '')
    .replace(/name="(?:once|version|plantedAt|form_token)" value="[^"]*"/g, '')
    .replace(/\/oauth\/consent\/[\w-]+/g, 'CONSENT');
}
