/** Checks as the tests read them. */
import type { Rooms } from '../helpers/rooms.ts';

/** Each check in one line: what, of what, how, why. */
export const lines = async ({ house }: Rooms, reviewId: string): Promise<string[]> =>
  (await house.inspections.of(reviewId)).checks.map(({ name, about, verdict, why }) =>
    [name, about, verdict, why].filter(Boolean).join(' '),
  );
