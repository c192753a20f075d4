/** Whatever a person and an app do to a consent, in whatever order: all APIs tell the same of it, and what a small model tells. */
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { DAY, HOUR } from '../../src/clock.ts';
import { AGE, after, ITEMS, items, type Model, type Step, step, tags, TERMS } from './agreeing.ts';
import { admin, type Differences, NUMBER, openKapi, target, tokenRow } from './helpers.ts';
import { term } from './terms.ts';

const world = (autoLink: boolean): Differences => ({
  items,
  ageCheck: true,
  app: { autoLink, items: items.map((id) => ({ id, state: ITEMS[id]!, purpose: '시험' })) },
  link: { state: 'unlinked', connectedAt: null, synchedAt: null },
  rows: tags.map((tag, i) => term(tag, i + 1, TERMS[tag]!)),
});

type Kapi = Awaited<ReturnType<typeof openKapi>>;

describe('kapi · consent, registration, revocation, upgrade, unlink and return, in any order', () => {
  for (const autoLink of [true, false]) {
    it(`leave user/me, scopes, service_terms and ids in agreement with one another, automatic linking ${autoLink ? 'ON' : 'OFF'}`, async () => {
      await fc.assert(
        fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 8 }), async (steps) => {
          const kapi = await openKapi(world(autoLink));
          let model: Model = null;
          for (const one of steps) {
            await play(kapi, one);
            model = after(model, one, autoLink);
            assert.deepEqual(await told(kapi), model && expected(model));
          }
        }),
        { numRuns: 40 },
      );
    });
  }
});

const paths = {
  'revoke items': (names: string[]) => ['/v2/user/revoke/scopes', { scopes: JSON.stringify(names) }] as const,
  'revoke terms': (names: string[]) => ['/v2/user/revoke/service_terms', { tags: names.join() }] as const,
  'upgrade terms': (names: string[]) => ['/v2/user/upgrade/service_terms', { tags: names.join() }] as const,
};

async function play(kapi: Kapi, one: Step): Promise<void> {
  if (one.does === 'visit') return visit(kapi, one);
  if (one.does === 'register') return register(kapi);
  if (one.does === 'let a day pass') return kapi.clock.advance(DAY);
  const [path, fields] = one.does === 'unlink' ? ['/v1/user/unlink', {}] : paths[one.does](one.names);
  const { status } = await kapi.http
    .post(path)
    .set(admin)
    .type('form')
    .send({ ...target, ...fields });
  assert.ok([200, 400, 403].includes(status), `${path} answered ${status}`);
}

async function register({ http, store, clock }: Kapi): Promise<void> {
  await store.write(async (tx) => tx.put('artifacts', tokenRow('fresh', clock.now() + HOUR)));
  const { status } = await http.post('/v1/user/signup').set('authorization', 'Bearer fresh');
  assert.ok([200, 400, 401].includes(status), `signup answered ${status}`);
}

async function visit({ house }: Kapi, one: Extract<Step, { does: 'visit' }>): Promise<void> {
  const [app, account] = [(await house.apps.byId('123456'))!, (await house.accounts.byId('person'))!];
  const request = { ...one, channels: [] };
  const asked = await house.consent.question(app, account, request);
  if (asked.kind !== 'question') return;
  const { optionalItems, terms, ageCheck } = asked.question;
  await house.consent.answer(app, account, request, {
    requiredItems: asked.question.requiredItems.length > 0,
    items: optionalItems.map(({ id }) => id).filter((id) => one.ticks.includes(id)),
    terms: terms.filter(({ tag, required }) => required || one.ticks.includes(tag)).map(({ tag }) => tag),
    age: ageCheck,
    channels: [],
  });
}

/** What the APIs tell of the user, each in its own words; null when every one says that there is no such user. */
async function told({ http }: Kapi) {
  const get = (path: string) => http.get(path).query(target).set(admin);
  const [me, scopes, terms] = [await get('/v2/user/me'), await get('/v2/user/scopes'), await get('/v2/user/service_terms')];
  const { text: ids } = await get('/v1/user/ids');
  const codes = [me, scopes, terms].map(({ body }) => body.code);
  const isListed = ids.startsWith(`{"elements":[${NUMBER}],`);
  if (!isListed) assert.ok(ids.startsWith('{"elements":[],'), ids);
  if (!isListed && codes.every((code) => code === -101)) return null;

  for (const { text } of isListed ? [me, scopes, terms] : [me]) assert.ok(text.startsWith(`{"id":${NUMBER},`), text);
  const { profile, email, gender, ...flags } = me.body.kakao_account ?? {};
  if (!isListed) return { before: codes, signedUp: me.body.has_signed_up, values: [profile?.nickname, email, gender] };
  return {
    values: [profile?.nickname, email, gender],
    needed: [flags.profile_nickname_needs_agreement, flags.email_needs_agreement, flags.gender_needs_agreement],
    items: (scopes.body.scopes as { id: string; agreed: boolean }[]).filter(({ agreed }) => agreed).map(({ id }) => id),
    terms: (terms.body.service_terms as { tag: string }[]).map(({ tag }) => tag),
  };
}

function expected(model: NonNullable<Model>) {
  const has = ['profile_nickname', 'account_email', 'gender'].map((id) => model.items.includes(id));
  const values = ['데모회원', 'demo@example.test', 'female'].map((value, i) => (has[i] ? value : undefined));
  if (!model.registered) return { before: [undefined, -101, -101], signedUp: false, values: [values[0], values[1], undefined] };
  return {
    values,
    needed: has.map((each) => !each),
    items: items.filter((id) => model.items.includes(id)),
    terms: [...tags, AGE].filter((tag) => model.terms.includes(tag)),
  };
}
