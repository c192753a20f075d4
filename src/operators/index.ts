/**
 * Operators (운영자): who may see and change all of a simulator that others reach, too.
 * Words: operator secret (운영자 비밀값), shared (함께 쓰는 시뮬레이터), session.
 * Limits: a session ends after twelve hours, after two without a request, and when the secret is changed; all in the machine's time, as
 * moving or stopping house time is what operators do.
 * Leaves to others: which pages are theirs, and how one signs in (gate), who is signed in to the consoles (accounts).
 */
import { createHash, createHmac, timingSafeEqual } from 'node:crypto';
import { type Clock, HOUR, MINUTE } from '../clock.ts';
import { RuleBroken } from '../rule.ts';
import { ALL, randomToken, type Store } from '../store/index.ts';

export const SESSION_LASTS = 12 * HOUR;
export const SESSION_IDLES = 2 * HOUR;
/** A session in use is written down no more often. */
const NOTED_EVERY = MINUTE;

export class SecretWrong extends RuleBroken {
  readonly code = 'secret_wrong';
}

export type Operators = ReturnType<typeof openOperators>;

/** @param secret null where nobody is asked for one */
export function openOperators({ store, clock, secret }: { store: Store; clock: Clock; secret: string | null }) {
  const now = (): number => clock.now() - clock.offset();
  /** What is kept of an id: nobody who reads the store can use it, and it is worth nothing under another secret. */
  const kept = (id: string): string =>
    createHmac('sha256', secret ?? '')
      .update(id)
      .digest('base64url');

  return {
    /** Whether others reach this simulator, so that operators have to prove themselves. */
    isShared: secret !== null,

    /** Throws SecretWrong for what is not the secret. */
    prove(sent: string): void {
      if (secret === null || !timingSafeEqual(digest(sent), digest(secret))) throw new SecretWrong('this is not the operator secret');
    },

    /** Opens a session; its id goes into a cookie. Sessions that are over go. */
    async open(): Promise<string> {
      const id = randomToken();
      const at = now();
      await store.write(async (tx) => {
        for (const old of await tx.find('operatorSessions', 'all', ALL)) if (isOver(old, at)) tx.remove('operatorSessions', old.id);
        tx.put('operatorSessions', { id: kept(id), openedAt: at, seenAt: at });
      });
      return id;
    },

    /** Whether somebody is signed in by this session id still, who then is for two hours more. */
    async holds(id: string | undefined): Promise<boolean> {
      const session = id ? await store.get('operatorSessions', kept(id)) : undefined;
      const at = now();
      if (!session || isOver(session, at)) return false;
      if (at - session.seenAt >= NOTED_EVERY) {
        await store.write(async (tx) => {
          // Signed out meanwhile is signed out.
          if (await tx.get('operatorSessions', session.id)) tx.put('operatorSessions', { ...session, seenAt: at });
        });
      }
      return true;
    },

    close: (id: string): Promise<void> => store.write(async (tx) => tx.remove('operatorSessions', kept(id))),
  };
}

function isOver({ openedAt, seenAt }: { openedAt: number; seenAt: number }, at: number): boolean {
  return at - openedAt >= SESSION_LASTS || at - seenAt >= SESSION_IDLES;
}

const digest = (text: string): Buffer => createHash('sha256').update(text).digest();
