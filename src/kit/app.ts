/** Makes an app that is approved for all that it asks for: a seed's app, planted. */
import type { z } from 'zod';
import { itemOf, newAdminKey, newKey } from '../apps/index.ts';
import type { House } from '../house.ts';
import { ALL, type AppKey, type Channel, type Tx } from '../store/index.ts';
import { plantRows } from '../store/seed/plant.ts';
import { type SeedApp, seedFile } from '../store/seed/shape.ts';
import { DESK_ID } from '../sync/index.ts';
import { InputRefused } from '../web/forms.ts';
import { type AppFacts, factsOf } from './app-facts.ts';
import type { appInput } from './app-input.ts';
import { connect, putTestBusiness, TEST_BUSINESS } from './connect.ts';
import { findAccount, findChannel } from './find.ts';
import { IdTaken } from './refused.ts';
import { applicableTerms } from './term.ts';

type Given = z.output<typeof appInput>;
type Items = SeedApp['items'];

const KINDS = ['channel', 'sync', 'unlink', 'account'] as const;
const APPROVED = { submittedBy: DESK_ID, decision: { outcome: 'approved' } } as const;
const PURPOSE = '테스트';

/** Throws InputRefused, IdTaken, what `webhooks.admit` throws, what is wrong with a term, and what connect throws. */
export async function createApp(house: House, given: Given): Promise<AppFacts> {
  const owner = given.owner === undefined ? null : (await findAccount(house, given.owner)).id;
  const channels = await Promise.all(given.channels.map((channel) => findChannel(house, channel)));
  for (const [kind, url] of Object.entries(given.callbacks)) if (url) await house.webhooks.admit(url, `callbacks.${kind}`);
  const id = await house.store.write(async (tx) => {
    const app = await seedAppOf(tx, given, owner, channels);
    await mustBeFree(tx, app, given);
    await putTestBusiness(tx);
    plantRows(tx, { accounts: [], businesses: [], channels: [], apps: [app], links: [], friendships: [] }, house.clock.now());
    for (const channel of channels) await connect(house, tx, app.id, channel);
    for (const kind of KINDS) if (given.callbacks[kind]) await house.webhooks.register(tx, app.id, kind, given.callbacks[kind]);
    return app.id;
  });
  return factsOf(house, (await house.apps.byId(id))!);
}

async function seedAppOf(tx: Tx, given: Given, owner: string | null, channels: readonly Channel[]): Promise<SeedApp> {
  const { name, company, era, loginOn, oidc, simpleSignup, autoLink, switches } = given;
  const id = given.id ?? (await freeId(tx));
  const items = itemsOf(given);
  return seedFile.shape.apps.unwrap().element.parse({
    id,
    name: name ?? `테스트 앱 ${id}`,
    company,
    era,
    loginOn,
    openidConnectOn: oidc,
    simpleSignupOn: simpleSignup,
    autoLink,
    switches,
    businessNumber: channels[0]?.businessNumber ?? TEST_BUSINESS,
    members: owner === null ? [] : [{ accountId: owner, role: 'owner' }],
    keys: [restKey(given), newKey('javascript'), newKey('native')],
    adminKeys: [given.adminKey ?? newAdminKey()],
    items,
    applications: applicationsOf(given, items),
  });
}

async function freeId(tx: Tx): Promise<string> {
  const ids = (await tx.find('apps', 'all', ALL)).map(({ id }) => Number(id));
  return String(Math.max(1_000_000, ...ids) + 1);
}

function restKey({ clientId, clientSecret, redirectUris, logoutRedirectUris }: Given): AppKey {
  const { key, secret, ...rest } = newKey('rest');
  return {
    ...rest,
    key: clientId ?? key,
    secret: { value: clientSecret ?? secret.value, on: clientSecret !== null },
    redirectUris,
    logoutRedirectUris,
  };
}

/** Throws InputRefused for an item that the era does not have. */
function itemsOf({ items, era }: Given): Items {
  return Object.entries(items).map(([id, state]) => {
    if (!itemOf({ era }, id)) throw new InputRefused(`items.${id}`, 'no such consent item');
    return { id, state, purpose: PURPOSE };
  });
}

/** What an app without a single term or reviewed item applied for: nothing. */
function applicationsOf({ terms, ageCheck, era }: Given, items: Items): object {
  const drafts = applicableTerms(terms, []).map(({ tag, title, url, required }) => ({ tag, title, url, required }));
  const reviewed = items
    .filter(({ id }) => itemOf({ era }, id)?.needsReview)
    .map(({ id, state }) => ({ id, required: state === 'required' }));
  return {
    ...(drafts.length > 0 && { terms: { ...APPROVED, ageCheck, terms: drafts } }),
    ...(reviewed.length > 0 && { items: { ...APPROVED, items: reviewed, reason: PURPOSE } }),
  };
}

/** Keys are unique over all apps, whatever they are for. */
async function mustBeFree(tx: Tx, { id, keys }: SeedApp, { clientId, adminKey }: Given): Promise<void> {
  if (await tx.get('apps', id)) throw new IdTaken('id', id, 'an app');
  for (const [field, key] of Object.entries({ clientId, adminKey })) {
    if (key === undefined) continue;
    const takers = [...(await tx.find('apps', 'key', key)), ...(await tx.find('apps', 'adminKey', key))];
    if (takers.length > 0) throw new IdTaken(field, key, 'an app');
  }
  if (keys.some(({ key }) => key === adminKey)) throw new IdTaken('adminKey', String(adminKey), 'its own REST API key');
}
