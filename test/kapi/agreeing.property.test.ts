/** Whatever a person and an app do to a consent, in whatever order: all APIs tell the same of it, and what a small model tells. */
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { admin, type Differences, NUMBER, openKapi, target } from './helpers.ts';
import { term } from './terms.ts';

const ITEMS: Readonly<Record<string, 'required' | 'optional' | 'in-use'>> = {
  profile_nickname: 'required',
  account_email: 'optional',
  gender: 'optional',
  plusfriends: 'in-use',
};
/** By tag, whether they are required. */
const TERMS: Readonly<Record<string, boolean>> = { service: true, marketing: false, privacy: true, events: false };
const AGE = 'user_age_check';
const items = Object.keys(ITEMS);
const tags = Object.keys(TERMS);

const world: Differences = {
  items,
  ageCheck: true,
  app: { items: items.map((id) => ({ id, state: ITEMS[id]!, purpose: '시험' })) },
  link: { state: 'unlinked', connectedAt: null, synchedAt: null },
  rows: tags.map((tag, i) => term(tag, i + 1, TERMS[tag]!)),
};

/** One thing that the person or the app does: `names` are items or tags; `ticks` what a visitor of the consent screen ticks by choice. */
type Step =
  | { does: 'visit'; scope: string[]; serviceTerms: string[] | null; ticks: string[] }
  | { does: 'revoke items' | 'revoke terms' | 'upgrade terms'; names: string[] }
  | { does: 'unlink' };
/** What was agreed to, or null for a person who is not linked. */
type Model = { items: string[]; terms: string[] } | null;
type Kapi = Awaited<ReturnType<typeof openKapi>>;

const someTags = fc.subarray([...tags, AGE], { minLength: 1 });
const visit = fc.record({
  does: fc.constant('visit' as const),
  scope: fc.subarray(items),
  serviceTerms: fc.option(someTags),
  ticks: fc.subarray([...items, ...tags]),
});
const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 3, arbitrary: visit },
  { weight: 2, arbitrary: fc.record({ does: fc.constant('revoke items' as const), names: fc.subarray(items, { minLength: 1 }) }) },
  { weight: 2, arbitrary: fc.record({ does: fc.constantFrom('revoke terms' as const, 'upgrade terms' as const), names: someTags }) },
  { weight: 1, arbitrary: fc.constant({ does: 'unlink' as const }) },
);

describe('kapi · consent, revocation, upgrade, unlink and return, in any order', () => {
  it('leave user/me, scopes and service_terms in agreement with one another', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 8 }), async (steps) => {
        const kapi = await openKapi(world);
        let model: Model = null;
        for (const one of steps) {
          await play(kapi, one);
          model = after(model, one);
          assert.deepEqual(await told(kapi), model && expected(model));
        }
      }),
      { numRuns: 40 },
    );
  });
});

function after(model: Model, one: Step): Model {
  if (one.does === 'visit') return afterVisit(model, one);
  if (!model || one.does === 'unlink') return null;
  const { names } = one;
  if (one.does === 'revoke items')
    return names.some((id) => ITEMS[id] === 'required') ? model : { ...model, items: model.items.filter((id) => !names.includes(id)) };
  if (one.does === 'revoke terms')
    return { ...model, terms: model.terms.filter((tag) => !names.includes(tag) || TERMS[tag] || tag === AGE) };
  return { ...model, terms: [...new Set([...model.terms, ...names.filter((tag) => tag in TERMS)])] };
}

function afterVisit(model: Model, { scope, serviceTerms, ticks }: Extract<Step, { does: 'visit' }>): Model {
  const had = model ?? { items: [], terms: [AGE] };
  const askedItems = items.filter((id) => scope.includes(id) || (!model && ITEMS[id] !== 'in-use'));
  const named = tags.filter((tag) => !had.terms.includes(tag) && (serviceTerms?.includes(tag) ?? !model));
  const askedTerms = !model || named.some((tag) => TERMS[tag]) ? named : [];
  return {
    items: [...new Set([...had.items, ...askedItems.filter((id) => ITEMS[id] === 'required' || ticks.includes(id))])],
    terms: [...had.terms, ...askedTerms.filter((tag) => TERMS[tag] || ticks.includes(tag))],
  };
}

const paths = {
  'revoke items': (names: string[]) => ['/v2/user/revoke/scopes', { scopes: JSON.stringify(names) }] as const,
  'revoke terms': (names: string[]) => ['/v2/user/revoke/service_terms', { tags: names.join() }] as const,
  'upgrade terms': (names: string[]) => ['/v2/user/upgrade/service_terms', { tags: names.join() }] as const,
};

async function play({ http, house }: Kapi, one: Step): Promise<void> {
  if (one.does !== 'visit') {
    const [path, fields] = one.does === 'unlink' ? ['/v1/user/unlink', {}] : paths[one.does](one.names);
    const { status } = await http
      .post(path)
      .set(admin)
      .type('form')
      .send({ ...target, ...fields });
    return assert.ok([200, 400, 403].includes(status), `${path} answered ${status}`);
  }
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
  const answers = [me, scopes, terms];
  if (answers.every(({ body }) => body.code === -101) && ids.includes('"elements":[]')) return null;
  for (const { text } of answers) assert.ok(text.startsWith(`{"id":${NUMBER},`), text);
  assert.ok(ids.startsWith(`{"elements":[${NUMBER}],`), ids);
  const { profile, email, gender, ...flags } = me.body.kakao_account;
  return {
    values: [profile?.nickname, email, gender],
    needed: [flags.profile_nickname_needs_agreement, flags.email_needs_agreement, flags.gender_needs_agreement],
    items: (scopes.body.scopes as { id: string; agreed: boolean }[]).filter(({ agreed }) => agreed).map(({ id }) => id),
    terms: (terms.body.service_terms as { tag: string }[]).map(({ tag }) => tag),
  };
}

function expected(model: NonNullable<Model>) {
  const has = ['profile_nickname', 'account_email', 'gender'].map((id) => model.items.includes(id));
  return {
    values: ['데모회원', 'demo@example.test', 'female'].map((value, i) => (has[i] ? value : undefined)),
    needed: has.map((each) => !each),
    items: items.filter((id) => model.items.includes(id)),
    terms: [...tags, AGE].filter((tag) => model.terms.includes(tag)),
  };
}
