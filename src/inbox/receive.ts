/** An arrival: verified, told from those before, written down with the answer that it gets, in one unit of work. */
import { UnknownApp } from '../apps/index.ts';
import { type InboxItem, timeId, type Tx } from '../store/index.ts';
import type { InboxKind, InboxOptions } from './index.ts';
import { nextScript } from './scripts.ts';
import { resourceOf, type Verdict, verdictOf } from './verdict.ts';

/** A request as it came. */
export interface Arrived {
  method: string;
  /** Without its question mark. */
  query: string;
  headers: readonly (readonly [name: string, value: string])[];
  body: Buffer;
}

/** What is answered, once the delay is over. */
export type Reply =
  | { does: 'answer'; delayMs: number; status: number; body: object | null }
  | { does: 'redirect'; delayMs: number; status: number; location: string }
  | { does: 'hang'; delayMs: number }
  | { does: 'reset'; delayMs: number };

/** Items that are kept for each app. */
export const SHELVES = { verified: 200, other: 50 } as const;

/** Throws UnknownApp. */
export async function receive(options: InboxOptions, appId: string, kind: InboxKind, arrived: Arrived): Promise<Reply> {
  const { store, clock, apps } = options;
  const app = await apps.byId(appId);
  if (!app) throw new UnknownApp(`no app ${appId}`, { appId });
  const { isText, body } = textOf(arrived.body);
  const verdict = await verdictOf(options, app, kind, arrived, body);
  const resourceId = resourceOf(kind, arrived, body);
  return store.write(async (tx) => {
    const script = await nextScript(tx, appId, kind);
    const reply = script ?? usual(kind, verdict);
    const [first] = resourceId ? await tx.find('inboxItems', 'resource', `${appId}:${kind}:${resourceId}`) : [];
    const now = clock.now();
    tx.put('inboxItems', {
      id: timeId(now),
      appId,
      kind,
      receivedAt: now,
      method: arrived.method,
      query: arrived.query,
      headers: arrived.headers.map(([name, value]): [string, string] => [name, value]),
      body,
      isText,
      size: arrived.body.length,
      verdict,
      resourceId,
      duplicateOf: first?.id ?? null,
      answered: 'status' in reply ? String(reply.status) : reply.does,
    } satisfies InboxItem);
    await sweep(tx, appId);
    return reply;
  });
}

/** As a good receiver answers: what Kakao asks for, and no for what is not Kakao's. Source: kakao-api 3.3–3.5. */
function usual(kind: InboxKind, verdict: Verdict): Reply {
  const answer = (status: number, body: object | null = null): Reply => ({ does: 'answer', delayMs: 0, status, body });
  if (kind !== 'account') return answer(verdict === 'verified' ? 200 : 401);
  return verdict === 'verified' ? answer(202) : answer(400, { err: SET_ERRORS[verdict] ?? 'invalid_request', description: verdict });
}

/** Names of RFC 8935. */
const SET_ERRORS: Readonly<Partial<Record<Verdict, string>>> = {
  set_signature: 'invalid_key',
  set_issuer: 'invalid_issuer',
  set_audience: 'invalid_audience',
};

async function sweep(tx: Tx, appId: string): Promise<void> {
  for (const [shelf, most] of Object.entries(SHELVES)) {
    const items = await tx.find('inboxItems', 'shelf', `${appId}:${shelf}`);
    for (const { id } of items.slice(0, Math.max(0, items.length - most))) tx.remove('inboxItems', id);
  }
}

function textOf(bytes: Buffer): { isText: boolean; body: string } {
  try {
    return { isText: true, body: new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes) };
  } catch {
    return { isText: false, body: bytes.toString('base64') };
  }
}
