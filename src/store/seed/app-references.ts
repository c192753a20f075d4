/** What an app of a seed says about the other parts. */
import { refusedHost } from '../../outward/reach.ts';
import { known, knownAccount, knownBusiness, knownSubmitter, type Named, twice } from './names.ts';
import { type Path, type Problem, problem } from './problems.ts';
import type { Seed, SeedApp } from './shape.ts';
import { ACCOUNT_EVENTS, AGE_CHECK, CONSENT_ITEMS } from './vocabulary.ts';

/** The problems of all apps: their keys over all of them, then each one's own. */
export function* appReferences(seed: Seed): Iterable<Problem> {
  yield* keys(seed);
  for (const [i, app] of seed.apps.entries()) yield* appProblems(seed, app, ['apps', i]);
}

/** The tags that a person may have agreed to in this app. */
export function tagsOf({ applications: { terms } }: SeedApp): string[] {
  return [...(terms?.terms.map(({ tag }) => tag) ?? []), ...(terms?.ageCheck ? [AGE_CHECK] : [])];
}

function* keys({ apps }: Seed): Iterable<Problem> {
  yield* twice(
    apps.map(({ id }, i) => [id, ['apps', i, 'id']]),
    'app id',
  );
  const all = apps.flatMap((app, i): Named[] => [
    ...app.keys.map(({ key }, j): Named => [key, ['apps', i, 'keys', j, 'key']]),
    ...app.adminKeys.map((key, j): Named => [key, ['apps', i, 'adminKeys', j]]),
  ]);
  yield* twice(all, 'key');
}

function* appProblems(seed: Seed, app: SeedApp, path: Path): Iterable<Problem> {
  const { terms, items } = app.applications;
  yield* knownBusiness(seed, app.businessNumber, [...path, 'businessNumber']);
  for (const [i, { accountId }] of app.members.entries()) yield* knownAccount(seed, accountId, [...path, 'members', i, 'accountId']);
  yield* consentItems(app.items, [...path, 'items']);
  yield* connections(seed, app, path);
  for (const [i, event] of (app.callbacks.account?.events ?? []).entries())
    yield* known(event, ACCOUNT_EVENTS, 'an event of the account webhook', [...path, 'callbacks', 'account', 'events', i]);
  yield* callbackAddresses(app.callbacks, [...path, 'callbacks']);
  if (terms) {
    const at = [...path, 'applications', 'terms'];
    yield* knownSubmitter(seed, terms.submittedBy, [...at, 'submittedBy']);
    yield* twice(
      terms.terms.map(({ tag }, i) => [tag, [...at, 'terms', i, 'tag']]),
      'tag',
    );
  }
  if (items) {
    const at = [...path, 'applications', 'items'];
    yield* knownSubmitter(seed, items.submittedBy, [...at, 'submittedBy']);
    yield* consentItems(items.items, [...at, 'items']);
  }
}

/** Callbacks that would never be sent. Names are looked up when there is something to send. */
function* callbackAddresses({ channel, unlink, account, sync }: SeedApp['callbacks'], path: Path): Iterable<Problem> {
  const given: [url: string | undefined, at: Path][] = [
    [channel, ['channel']],
    [unlink?.url, ['unlink', 'url']],
    [account?.url, ['account', 'url']],
    [sync?.url, ['sync', 'url']],
  ];
  for (const [url, at] of given) {
    const host = url === undefined ? null : refusedHost(url);
    if (host !== null)
      yield problem(
        [...path, ...at],
        `expected an address that requests may go to: ${host} is link-local, cloud metadata, multicast or unspecified`,
      );
  }
}

function* connections(seed: Seed, app: SeedApp, path: Path): Iterable<Problem> {
  const connected = app.connections.map(({ channelId }) => channelId);
  yield* twice(
    connected.map((id, i) => [id, [...path, 'connections', i, 'channelId']]),
    'channel',
  );
  for (const [i, channelId] of connected.entries()) {
    const at = [...path, 'connections', i, 'channelId'];
    yield* known(
      channelId,
      seed.channels.map(({ id }) => id),
      'the id of a channel of this file',
      at,
    );
    const channel = seed.channels.find(({ id }) => id === channelId);
    if (!channel) continue;
    if (channel.certification?.decision?.outcome !== 'approved')
      yield problem(at, `expected a certified profile: channel ${channelId} has no approved certification`);
    if (app.businessNumber === null || channel.businessNumber !== app.businessNumber) {
      yield problem(
        at,
        `expected a profile of the same business: the app has ${app.businessNumber ?? 'none'}, channel ${channelId} has ${channel.businessNumber ?? 'none'}`,
      );
    }
  }
  if (app.channelOnConsent !== null)
    yield* known(app.channelOnConsent, connected, 'a channel that this app is connected to', [...path, 'channelOnConsent']);
}

function* consentItems(items: readonly { id: string }[], path: Path): Iterable<Problem> {
  yield* twice(
    items.map(({ id }, i) => [id, [...path, i, 'id']]),
    'consent item',
  );
  for (const [i, { id }] of items.entries()) yield* known(id, CONSENT_ITEMS, 'a consent item', [...path, i, 'id']);
}
