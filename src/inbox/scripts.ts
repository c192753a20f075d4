/** Scripts: how a receiver answers the next ones, one after the other. */
import { RuleBroken } from '../rule.ts';
import { type InboxScript, timeId, type Tx } from '../store/index.ts';
import type { InboxKind, InboxOptions } from './index.ts';
import type { Reply } from './receive.ts';

/** A script that nothing can be answered by. `details.field`. */
export class ScriptRefused extends RuleBroken {
  readonly code = 'script_refused';
}

export interface NewScript {
  kind: InboxKind;
  does: InboxScript['does'];
  /** Of an answer 200 to 599, of a redirect 300 to 399. */
  status: number;
  location: string | null;
  delayMs: number;
  times: number;
}

const MOST_SCRIPTS = 100;
const MOST_TIMES = 1000;
const LONGEST_DELAY = 60_000;

/** Throws ScriptRefused. */
export async function addScript({ clock }: InboxOptions, tx: Tx, appId: string, script: NewScript): Promise<InboxScript> {
  const { kind, does, status, location, delayMs, times } = script;
  if ((await tx.find('inboxScripts', 'app', appId)).length >= MOST_SCRIPTS) throw refused('does', `at most ${MOST_SCRIPTS} scripts wait`);
  if (!isWithin(times, 1, MOST_TIMES)) throw refused('times', `expected 1 to ${MOST_TIMES}`);
  if (!isWithin(delayMs, 0, LONGEST_DELAY)) throw refused('delayMs', `expected 0 to ${LONGEST_DELAY}`);
  const [least, most] = does === 'redirect' ? [300, 399] : [200, 599];
  const answers = does === 'answer' || does === 'redirect';
  if (answers && !isWithin(status, least, most)) throw refused('status', `expected ${least} to ${most}`);
  if (does === 'redirect' && !isAddress(location)) throw refused('location', 'expected a path or an http address');
  const row: InboxScript = {
    id: timeId(clock.now()),
    appId,
    kind,
    does,
    status: answers ? status : 200,
    location: does === 'redirect' ? location : null,
    delayMs,
    timesLeft: times,
  };
  tx.put('inboxScripts', row);
  return row;
}

/** The reply of the script whose turn it is, which is used up once; undefined when none waits. */
export async function nextScript(tx: Tx, appId: string, kind: InboxKind): Promise<Reply | undefined> {
  const [script] = await tx.find('inboxScripts', 'receiver', `${appId}:${kind}`);
  if (!script) return undefined;
  const timesLeft = script.timesLeft - 1;
  if (timesLeft === 0) tx.remove('inboxScripts', script.id);
  else tx.put('inboxScripts', { ...script, timesLeft });
  const { does, status, location, delayMs } = script;
  if (does === 'answer') return { does, delayMs, status, body: null };
  return does === 'redirect' ? { does, delayMs, status, location: location! } : { does, delayMs };
}

/** Goes into a header: no line breaks, and nothing that is not ASCII. */
function isAddress(text: string | null): boolean {
  return text !== null && text.length <= 2000 && /^(?:\/|https?:\/\/)[\x21-\x7e]*$/i.test(text) && URL.canParse(text, 'http://localhost');
}

function isWithin(value: number, least: number, most: number): boolean {
  return Number.isInteger(value) && value >= least && value <= most;
}

function refused(field: string, expected: string): ScriptRefused {
  return new ScriptRefused(`${field}: ${expected}`, { field, expected });
}
