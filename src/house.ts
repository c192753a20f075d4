/** The composition root: opens each room once, in the order in which they may know one another. */
import { type Accounts, openAccounts } from './accounts/index.ts';
import { type Apps, openApps } from './apps/index.ts';
import { type Businesses, openBusinesses } from './businesses/index.ts';
import { type Channels, openChannels } from './channels/index.ts';
import type { Clock } from './clock.ts';
import { settings } from './config.ts';
import { type Consent, openConsent } from './consent/index.ts';
import { type Documents, openDocuments } from './documents/index.ts';
import { type Faults, openFaults } from './faults/index.ts';
import { type Inspections, openInspections } from './inspections/index.ts';
import { type Addresses, allAt } from './hosts.ts';
import { type Inbox, openInbox } from './inbox/index.ts';
import { type Journeys, openJourneys } from './journeys/index.ts';
import { type Messages, openMessages } from './messages/index.ts';
import { type Keys, openKeys } from './keys/index.ts';
import { openOperators, type Operators } from './operators/index.ts';
import { type Limits, reachesOf, USUAL_LIMITS } from './outward/limits.ts';
import { openRefusals, type Refusals } from './refusals/index.ts';
import { openReviews, type Reviews } from './reviews/index.ts';
import { joined, type JoinedStore, type Store } from './store/index.ts';
import { type Secrets, secretsOf } from './store/secrets.ts';
import { type SeedSource, seedSource } from './store/seed/source.ts';
import { openSubmissions, type Submissions } from './submissions/index.ts';
import { openSync, type Sync } from './sync/index.ts';
import { openTerms, type Terms } from './terms/index.ts';
import { openTries, type Tries } from './tries/index.ts';
import { openWebhooks, type Webhooks } from './webhooks/index.ts';
import { NO_WORLDS, openWorld, type World, type WorldsBeside } from './world/index.ts';

export interface House {
  /** Base URL under which every face is reached, without a slash at the end. */
  readonly url: string;
  /** What partners are told: issuer, endpoints, pictures. */
  readonly addresses: Addresses;
  /** By which names beside that, and whether all requests come through a proxy. */
  readonly reached: { readonly hosts: readonly string[]; readonly byProxy: boolean };
  readonly clock: Clock;
  readonly store: JoinedStore;
  /** As they were when it was opened; what signs now is said by `keys`. */
  readonly secrets: Secrets;
  readonly keys: Keys;
  readonly operators: Operators;
  readonly tries: Tries;
  readonly accounts: Accounts;
  readonly businesses: Businesses;
  readonly documents: Documents;
  readonly refusals: Refusals;
  readonly journeys: Journeys;
  readonly faults: Faults;
  readonly submissions: Submissions;
  readonly reviews: Reviews;
  readonly apps: Apps;
  readonly channels: Channels;
  readonly terms: Terms;
  readonly sync: Sync;
  readonly webhooks: Webhooks;
  readonly consent: Consent;
  readonly messages: Messages;
  readonly inspections: Inspections;
  readonly inbox: Inbox;
  readonly world: World;
  /** Worlds beside this one, in the same process. */
  readonly worlds: WorldsBeside;
  /** Ends what the rooms keep outside of the store. The store itself is its opener's to close. */
  close(): Promise<void>;
}

export interface HouseOptions {
  store: Store;
  clock: Clock;
  url: string;
  reached?: House['reached'];
  /** What partners are told in the place of `url`. */
  addresses?: Addresses;
  /** Opens what is an operator's alone; null, unless told otherwise, where nobody is asked for it. */
  operatorSecret?: string | null;
  /** Where uploaded files are kept; null keeps them until the house is closed. */
  documentsFolder: string | null;
  /** Where named snapshots are kept; null, unless told otherwise, keeps them in memory. */
  snapshotsFolder?: string | null;
  /** What a reset goes back to: a file, the shipped one unless told otherwise. */
  seed?: string | SeedSource;
  /** Who opens worlds beside this one; nobody unless told otherwise. */
  worlds?: WorldsBeside;
  /** Where requests may go. */
  limits?: Limits;
  /** How many journeys are kept. */
  journeysKept?: number;
  report: (error: unknown) => void;
}

/** Builds the house around an open store. `report` gets what goes wrong where nobody waits for an answer. */
export async function openHouse({
  store: engine,
  clock,
  url,
  reached = { hosts: [], byProxy: false },
  addresses = allAt(url),
  operatorSecret = null,
  documentsFolder,
  snapshotsFolder = null,
  worlds = NO_WORLDS,
  seed = settings.seed.default,
  limits = USUAL_LIMITS,
  journeysKept = settings.journeys.default,
  report,
}: HouseOptions): Promise<House> {
  const store = joined(engine);
  const secrets = await secretsOf(engine);
  const operators = openOperators({ store, clock, secret: operatorSecret });
  const keys = openKeys({ store });
  const tries = openTries({ store, clock, isCounting: operators.isShared });
  const accounts = openAccounts({ store, clock });
  const businesses = openBusinesses({ store });
  const documents = await openDocuments({ store, clock, folder: documentsFolder });
  const refusals = openRefusals({ store, clock });
  const journeys = openJourneys({ store, clock, url, most: journeysKept, report });
  const faults = openFaults({ store, clock });
  const submissions = openSubmissions({ store, clock });
  const reviews = openReviews({ store, clock, report });
  const { checks, reachOf } = reachesOf(limits, url, operatorSecret !== null);
  const webhooks = openWebhooks({ store, clock, report, signingKey: keys.signing, reachOf });
  const apps = openApps({ store, clock, businesses, documents, webhooks });
  const channels = openChannels({ store, clock, businesses, documents, reviews });
  const terms = openTerms({ store, clock, reviews });
  const sync = openSync({ store, clock, apps, businesses, channels, documents, reviews, terms });
  const people = { store, clock, accounts, apps, channels, sync, terms, webhooks };
  const signed = { openIdKey: secrets.openIdKey, issuer: addresses.kauth, signingKey: keys.signing };
  const consent = openConsent({ ...people, ...signed, pictures: addresses.pictures });
  const messages = openMessages({ store, clock, channels, consent, sync });
  const inspections = openInspections({ store, clock, apps, businesses, channels, documents, reviews, reach: checks });
  const inbox = openInbox({ store, clock, apps, webhooks, url, issuer: addresses.kauth, publishedKeys: keys.published });
  const world = openWorld({ store, clock, documents, journeys, reviews, snapshotsFolder, seed: seedSource(seed) });
  const below = { operators, keys, tries, accounts, businesses, documents, refusals, journeys, faults, submissions, reviews, webhooks };
  const rooms = { ...below, apps, channels, terms, sync, consent, messages, inspections, inbox, world, worlds };
  const close = async (): Promise<void> => {
    reviews.stop();
    await journeys.ended();
    await documents.close();
  };
  return { url, reached, addresses, clock, store, secrets, ...rooms, close };
}
