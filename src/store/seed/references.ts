/** What the parts of a seed say about one another: every name must stand somewhere, and stand there once. */
import { appReferences, tagsOf } from './app-references.ts';
import { known, knownAccount, knownBusiness, knownSubmitter, type Named, twice } from './names.ts';
import { type Problem, problem } from './problems.ts';
import type { Seed } from './shape.ts';

/** The problems between the parts of a seed whose shape is right. */
export function referenceProblems(seed: Seed): Problem[] {
  return [accounts, businesses, channels, appReferences, links, friendships].flatMap((problems) => [...problems(seed)]);
}

function* accounts({ accounts }: Seed): Iterable<Problem> {
  yield* twice(
    accounts.map(({ id }, i) => [id, ['accounts', i, 'id']]),
    'account id',
  );
  // What a person may type into the login form must lead to one account.
  const logins = accounts.flatMap(({ key, email, phone }, i): Named[] => [
    [key, ['accounts', i, 'key']],
    [email?.address ?? null, ['accounts', i, 'email', 'address']],
    [phone, ['accounts', i, 'phone']],
  ]);
  yield* twice(logins, 'login');
}

/** Rows are listed by id, and personas are offered in that order: a file has them in the same. */
export function* orderProblems({ accounts }: Seed): Iterable<Problem> {
  for (const [i, { id }] of accounts.entries()) {
    const before = accounts[i - 1];
    if (before && before.id > id)
      yield problem(['accounts', i, 'id'], `expected an id that sorts after ${before.id}, the one before it, got ${id}`);
  }
}

function businesses({ businesses }: Seed): Iterable<Problem> {
  return twice(
    businesses.map(({ number }, i) => [number, ['businesses', i, 'number']]),
    'registration number',
  );
}

function* channels(seed: Seed): Iterable<Problem> {
  for (const name of ['id', 'profileNumber', 'searchId'] as const) {
    yield* twice(
      seed.channels.map((channel, i) => [channel[name], ['channels', i, name]]),
      name,
    );
  }
  for (const [i, { businessNumber, managers, certification }] of seed.channels.entries()) {
    yield* knownBusiness(seed, businessNumber, ['channels', i, 'businessNumber']);
    for (const [j, { accountId }] of managers.entries()) yield* knownAccount(seed, accountId, ['channels', i, 'managers', j, 'accountId']);
    if (certification) yield* knownSubmitter(seed, certification.submittedBy, ['channels', i, 'certification', 'submittedBy']);
  }
}

function* links(seed: Seed): Iterable<Problem> {
  yield* twice(
    seed.links.map(({ appId, accountId }, i) => [`${appId} and ${accountId}`, ['links', i, 'accountId']]),
    'pair of app and account',
  );
  yield* twice(
    seed.links.map(({ appId, number }, i) => [`${appId}: ${number}`, ['links', i, 'number']]),
    'user number in an app',
  );
  for (const [i, { appId, accountId, items, terms }] of seed.links.entries()) {
    yield* knownAccount(seed, accountId, ['links', i, 'accountId']);
    yield* known(
      appId,
      seed.apps.map(({ id }) => id),
      'the id of an app of this file',
      ['links', i, 'appId'],
    );
    const app = seed.apps.find(({ id }) => id === appId);
    if (!app) continue;
    for (const [j, id] of items.entries())
      yield* known(
        id,
        app.items.map((item) => item.id),
        `an item that app ${appId} has configured`,
        ['links', i, 'items', j],
      );
    for (const [j, tag] of terms.entries()) yield* known(tag, tagsOf(app), `the tag of a term of app ${appId}`, ['links', i, 'terms', j]);
  }
}

function* friendships(seed: Seed): Iterable<Problem> {
  yield* twice(
    seed.friendships.map(({ channelId, accountId }, i) => [`${channelId} and ${accountId}`, ['friendships', i, 'accountId']]),
    'pair of channel and account',
  );
  for (const [i, { channelId, accountId }] of seed.friendships.entries()) {
    yield* known(
      channelId,
      seed.channels.map(({ id }) => id),
      'the id of a channel of this file',
      ['friendships', i, 'channelId'],
    );
    yield* knownAccount(seed, accountId, ['friendships', i, 'accountId']);
    const person = seed.accounts.find(({ id }) => id === accountId);
    if (person && !person.hasTalk)
      yield problem(['friendships', i, 'accountId'], `expected an account with KakaoTalk: ${accountId} has none`);
  }
}
