/** Preregistered users whom the app did not register within a day: they are unlinked. Source: kakao-api 2.9, 5.9. */
import { MINUTE } from '../clock.ts';
import { ALL } from '../store/index.ts';
import type { ConsentDeps } from './deps.ts';
import { isOverdue } from './linked.ts';
import { unlink } from './withdraw.ts';

/** Unlinks all whose time is over, each in a unit of work; resolves with their number. */
export async function unlinkOverdue(deps: ConsentDeps): Promise<number> {
  const now = deps.clock.now();
  let unlinked = 0;
  for (const link of await deps.store.find('links', 'preregistered', ALL)) {
    const app = isOverdue(link, now) ? await deps.apps.byId(link.appId) : undefined;
    if (app && (await unlink(deps, app, link, 'INCOMPLETE_SIGN_UP'))) unlinked += 1;
  }
  return unlinked;
}

/** Does so each minute, without keeping the process alive for it. Returns the way to stop, which waits for what is under way. */
export function sweepOverdue(deps: ConsentDeps, report: (error: unknown) => void): () => Promise<void> {
  let sweeping: Promise<unknown> = Promise.resolve();
  const timer = setInterval(() => {
    sweeping = sweeping.then(() => unlinkOverdue(deps)).catch(report);
  }, MINUTE).unref();
  return async () => {
    clearInterval(timer);
    await sweeping;
  };
}
