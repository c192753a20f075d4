/** Waiting for rows, as a test does after it has caused them. */
import type { TableName } from './schema.ts';
import type { Store } from './store.ts';

/** Resolves with what `look` finds, now or after the table has changed; with undefined when the time has passed. Throws what `look` throws. */
export function awaited<T>(
  { watch }: Store,
  table: TableName,
  look: () => Promise<T | undefined>,
  timeoutMs: number,
): Promise<T | undefined> {
  return new Promise((resolve, reject) => {
    const end = (settle: () => void): void => {
      clearTimeout(timer);
      unwatch();
      settle();
    };
    const lookOnce = (): void => {
      look().then(
        (found) => found !== undefined && end(() => resolve(found)),
        (error: unknown) => end(() => reject(error)),
      );
    };
    const timer = setTimeout(() => end(() => resolve(undefined)), timeoutMs);
    const unwatch = watch(table, lookOnce);
    lookOnce();
  });
}
