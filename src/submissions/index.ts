/**
 * Submissions: the forms of our own pages that were taken, each one once however often it is sent.
 * Words: token (made for a form when it is drawn, sent with it), answer (where its sender goes on to).
 * Limits: a token counts for one person, one form and what it says; it is remembered for a day of house time.
 * Leaves to others: what a form says (web), what is done with it (the room whose verb is called).
 */
import { type Clock, createClock, DAY } from '../clock.ts';
import { type JoinedStore, keptTime, randomToken } from '../store/index.ts';

/** A form as it was sent. */
export interface Submission {
  /** As it came; what is no token of ours is taken as none. */
  token: string | undefined;
  /** Account id of the sender. */
  by: string;
  /** Which form, by its path. */
  form: string;
  /** What it says, as a fingerprint: a page that was gone back to and filled in anew is another submission. */
  content: string;
}

export type Submissions = ReturnType<typeof openSubmissions>;

const KEPT = DAY;
const TOKEN = /^[\w-]{32}$/;

export function openSubmissions({ store, clock }: { store: JoinedStore; clock: Clock }) {
  return {
    /** A token for a form that is about to be drawn. */
    token: (): string => randomToken(24),

    isToken: (value: unknown): value is string => typeof value === 'string' && TOKEN.test(value),

    /**
     * Runs `work`, which may call any verbs of the house, as one unit of work, and keeps its answer in that unit. A form that
     * was taken before is not run again: it resolves with the answer it had. When `work` throws, nothing of it lands and the
     * token can be sent again. Without a token the form is run each time.
     */
    once({ token, by, form, content }: Submission, work: () => Promise<string>): Promise<string> {
      const id = token && TOKEN.test(token) ? `${by}:${form}:${token}:${content}` : null;
      return store.together(async (tx) => {
        const before = id ? await tx.get('submissions', id) : undefined;
        if (before && before.expiresAt > clock.now()) return before.answer;
        const answer = await work();
        // The form may be the one that moves the clock, which happens once this has landed.
        const from = Math.max(clock.now(), createClock(await keptTime(tx)).now());
        if (id) tx.put('submissions', { id, answer, expiresAt: from + KEPT });
        return answer;
      });
    },
  };
}
