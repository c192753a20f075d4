/** Writes the record, within the unit of work that does what is recorded. Entries are added and never changed. */
import { type App, type ConsentEntry, type Link, type Term, timeId, type Tx } from '../../store/index.ts';
import type { UnlinkReason } from '../callbacks/unlink.ts';
import type { ConsentDeps } from '../deps.ts';
import type { Taken } from '../write-answer.ts';
import { answeredRows, standingRows, termRow } from './wording.ts';

/** A screen that was answered: each row of it, ticked or not. */
export function recordAnswer(tx: Tx, taken: Taken, link: Link): void {
  const { app, question, bySync, shown, now } = taken;
  add(tx, app, link, now, {
    act: 'agreed',
    by: 'person',
    screen: {
      variant: question.variant,
      simpleSignup: bySync,
      layout: app.switches.consentLayout,
      language: shown.language,
      era: app.era,
    },
    rows: answeredRows(taken),
  });
}

/** Terms that the app marked as agreed to. */
export function recordUpgrade(deps: ConsentDeps, tx: Tx, app: App, link: Link, terms: readonly Term[]): void {
  if (terms.length > 0) add(tx, app, link, deps.clock.now(), { act: 'agreed', by: 'app', rows: terms.map((term) => termRow(term)) });
}

/** The app registered a preregistered user. */
export function recordRegistration(deps: ConsentDeps, tx: Tx, app: App, link: Link): void {
  add(tx, app, link, deps.clock.now(), { act: 'registered', by: 'app' });
}

/** Before it happens: items or terms that are taken back, in the words that they were agreed to. */
export async function recordWithdrawal(
  deps: ConsentDeps,
  tx: Tx,
  app: App,
  link: Link,
  { kind, names, by }: { kind: 'item' | 'term'; names: readonly string[]; by: 'app' | 'person' },
): Promise<void> {
  const rows = (await standingRows(deps, tx, app, link)).filter((row) => row.kind === kind && names.includes(row.name));
  if (rows.length > 0) add(tx, app, link, deps.clock.now(), { act: 'withdrawn', by, rows });
}

/** Before it happens: all that ends with the link. */
export async function recordUnlink(deps: ConsentDeps, tx: Tx, app: App, link: Link, reason: UnlinkReason): Promise<void> {
  add(tx, app, link, endOf(deps, link, reason), {
    act: 'unlinked',
    by: BY[reason] ?? 'person',
    reason,
    rows: await standingRows(deps, tx, app, link),
  });
}

const BY: Partial<Record<UnlinkReason, ConsentEntry['by']>> = {
  UNLINK_FROM_SERVICE: 'app',
  UNLINK_FROM_ADMIN: 'kakao',
  FORCED_ACCOUNT_DELETE: 'kakao',
  INCOMPLETE_SIGN_UP: 'kakao',
};

/** What was never completed ended when its time was over, whenever somebody came to see. */
function endOf({ clock }: ConsentDeps, { registerBy }: Link, reason: UnlinkReason): number {
  return reason === 'INCOMPLETE_SIGN_UP' ? (registerBy ?? clock.now()) : clock.now();
}

type Happened = Pick<ConsentEntry, 'act' | 'by'> & Partial<ConsentEntry>;

function add(tx: Tx, { id: appId, name: appName }: App, { accountId, number }: Link, at: number, happened: Happened): void {
  const entry = { appId, accountId, number, appName, at, reason: null, screen: null, rows: [], ...happened };
  tx.put('consentEntries', { id: timeId(at), ...entry });
}
