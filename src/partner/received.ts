/** The callbacks that came in: bounded, in memory, each seen once. */
import { keep } from './bounded.ts';
import { isRecord, readJson, textAt } from './json.ts';

/** Enough for a day of testing. What nobody vouched for has its own, smaller place and cannot push out what is real. */
const VERIFIED_LIMIT = 500;
const UNVERIFIED_LIMIT = 100;

/** What a receiver took down. */
export interface Receipt {
  readonly kind: 'channel' | 'sync' | 'unlink' | 'account';
  readonly verified: boolean;
  /** When it came, RFC 3339; undefined in a shop without a clock. */
  readonly at: string | undefined;
  /** Those worth showing, secrets masked. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  /** What the sender calls this delivery (X-Kakao-Resource-ID, webhook-id), if it does. */
  readonly resource: string | undefined;
}

export interface Callback extends Receipt {
  /** In order of arrival. */
  readonly number: number;
  /** The user number it is about; undefined if it does not say. */
  readonly user: string | undefined;
  /** How often it came. */
  times: number;
}

export interface Received {
  /** Takes a receipt down. A verified one that came before only counts again. */
  add(receipt: Receipt): void;
  /** The callbacks about this user, and those that say nothing of a user; newest first. */
  about(user: string | undefined): Callback[];
  /** Calls `listener` after each arrival. Returns the way to stop. */
  watch(listener: (callback: Callback) => void): () => void;
}

/** An empty shelf. */
export function createReceived(): Received {
  const verified = new Map<string, Callback>();
  const unverified = new Map<string, Callback>();
  const listeners = new Set<(callback: Callback) => void>();
  let arrivals = 0;

  return {
    add(receipt) {
      const number = ++arrivals;
      const key = receipt.verified && receipt.resource ? `${receipt.kind} ${receipt.resource}` : `#${number}`;
      const known = verified.get(key);
      const callback = known ?? { ...receipt, number, user: userOf(receipt), times: 0 };
      callback.times += 1;
      if (receipt.verified) keep(verified, key, callback, VERIFIED_LIMIT);
      else keep(unverified, key, callback, UNVERIFIED_LIMIT);
      for (const listener of listeners) listener(callback);
    },
    about(user) {
      const all = [...verified.values(), ...unverified.values()];
      return all.filter((each) => isAbout(each, user)).sort((a, b) => b.number - a.number);
    },
    watch(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

/** Whether a person with this user number may see the callback. */
export function isAbout(callback: Callback, user: string | undefined): boolean {
  return callback.user === undefined || callback.user === user;
}

/** An `open_id` is opaque and names no user of ours. Source: kakao-api 3.2. */
function userOf({ kind, body }: Receipt): string | undefined {
  if (kind === 'unlink') return new URLSearchParams(body).get('user_id') ?? undefined;
  const said = readJson(kind === 'account' ? payloadOf(body) : body);
  if (kind === 'account') return textAt(said, 'sub');
  if (kind === 'sync') return textAt(said, 'data', 'id');
  return isRecord(said) && said['id_type'] !== 'open_id' ? textAt(said, 'id') : undefined;
}

/** What a token says, whoever signed it. */
export function payloadOf(token: string): string {
  return Buffer.from(token.split('.')[1] ?? '', 'base64url').toString('utf8');
}
