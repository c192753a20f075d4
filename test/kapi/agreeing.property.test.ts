/** Whatever a person and an app do to a consent, in whatever order: all APIs tell the same of it, and what a small model tells. */
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { differences, type Era } from '../../src/apps/era.ts';
import { DAY, HOUR } from '../../src/clock.ts';
import { AGE, after, CHANNEL, ITEMS, itemsIn, type Model, type Step, stepsIn, tags, TERMS } from './agreeing.ts';
import { SHOWN } from '../helpers/shown.ts';
import { admin, type Differences, openKapi, target, tokenRow } from './helpers.ts';
import { channelRows } from './linked-channels.ts';
import { term } from './terms.ts';
import { told } from './told.ts';

const world = (era: Era, autoLink: boolean): Differences => ({
  items: itemsIn(era),
  ageCheck: true,
  app: { era, autoLink, channelOnConsent: CHANNEL, items: itemsIn(era).map((id) => ({ id, state: ITEMS[id]!, purpose: '시험' })) },
  link: { state: 'unlinked', connectedAt: null, synchedAt: null },
  rows: [...tags.map((tag, i) => term(tag, i + 1, TERMS[tag]!)), ...channelRows.filter(([table]) => table !== 'friendships')],
});

type Kapi = Awaited<ReturnType<typeof openKapi>>;

describe('kapi · consent, registration, revocation, upgrade, unlink and return, in any order', () => {
  for (const era of Object.keys(differences.quotas) as Era[]) {
    for (const autoLink of [true, false]) {
      it(`leave user/me, scopes, terms, channels, ids and the consent record in agreement with one another: era ${era}, automatic linking ${autoLink ? 'ON' : 'OFF'}`, async () => {
        await fc.assert(
          fc.asyncProperty(stepsIn(era), async (steps) => {
            const kapi = await openKapi(world(era, autoLink));
            let model: Model = { user: null, channel: 'NONE' };
            for (const one of steps) {
              await play(kapi, one);
              model = after(model, one, autoLink);
              assert.deepEqual(await told(kapi.http), expected(model, era));
              assert.deepEqual(await onRecord(kapi), inForce(model, era));
            }
          }),
          { numRuns: 20 },
        );
      });
    }
  }
});

function inForce({ user }: Model, era: Era): string[] {
  return user ? [...itemsIn(era).filter((id) => user.items.includes(id)), ...user.terms].sort() : [];
}

/** What the consent record says is in force. */
async function onRecord({ house }: Kapi): Promise<string[]> {
  const record = await house.consent.record('123456', 'person');
  assert.deepEqual(record?.before, [], 'nothing stands that the record does not know');
  return record.agreements
    .filter(({ ended }) => !ended)
    .map(({ row }) => row.name)
    .sort();
}

const paths = {
  'revoke items': (names: string[]) => ['/v2/user/revoke/scopes', { scopes: JSON.stringify(names) }] as const,
  'revoke terms': (names: string[]) => ['/v2/user/revoke/service_terms', { tags: names.join() }] as const,
  'upgrade terms': (names: string[]) => ['/v2/user/upgrade/service_terms', { tags: names.join() }] as const,
};

async function play(kapi: Kapi, one: Step): Promise<void> {
  if (one.does === 'visit') return visit(kapi, one);
  if (one.does === 'register') return register(kapi);
  if (one.does === 'let a day pass') return kapi.clock.advance(DAY);
  if (one.does === 'relate')
    return void (await kapi.house.consent.relate(CHANNEL, (await kapi.house.accounts.byId('person'))!, one.relation));
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
  const { optionalItems, terms, ageCheck, channels } = asked.question;
  const ticked = (rows: readonly { id: string }[]) => rows.map(({ id }) => id).filter((id) => one.ticks.includes(id));
  await house.consent.answer(
    app,
    account,
    request,
    {
      requiredItems: asked.question.requiredItems.length > 0,
      items: ticked(optionalItems),
      terms: terms.filter(({ tag, required }) => required || one.ticks.includes(tag)).map(({ tag }) => tag),
      age: ageCheck,
      channels: ticked(channels),
    },
    SHOWN,
  );
}

/** What the APIs should tell, by the model. */
function expected({ user, channel }: Model, era: Era): Awaited<ReturnType<typeof told>> {
  if (!user) return null;
  const items = itemsIn(era);
  const has = [items[0]!, 'account_email', 'gender'].map((id) => user.items.includes(id));
  const [nickname, email, gender] = ['데모회원', 'demo@example.test', 'female'].map((value, i) => (has[i] ? value : undefined));
  if (!user.registered) return { registered: false, values: [nickname, email, undefined] };
  return {
    registered: true,
    values: [nickname, email, gender],
    needed: has.map((each) => !each),
    items: items.filter((id) => user.items.includes(id)),
    terms: [...tags, AGE].filter((tag) => user.terms.includes(tag)),
    channel: user.items.includes('plusfriends') ? channel : -402,
  };
}
