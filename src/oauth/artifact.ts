/** Rows of kauth in the table of the provider's: each is of a model, known by its name there, and ends in house time. */
import { SECOND } from '../clock.ts';
import type { House } from '../house.ts';
import type { Artifact } from '../store/index.ts';

/**
 * A row that is new.
 * @param seconds how long it lives
 * @param more what else is known of it
 */
export function artifact(
  { clock }: Pick<House, 'clock'>,
  model: string,
  name: string,
  seconds: number,
  more: Partial<Omit<Artifact, 'id' | 'model' | 'expiresAt'>>,
): Artifact {
  return {
    id: `${model}:${name}`,
    model,
    expiresAt: clock.now() + seconds * SECOND,
    grantId: null,
    uid: null,
    clientId: null,
    accountId: null,
    consumedAt: null,
    payload: {},
    ...more,
  };
}

/** The row as it is stored, unless its time is over. */
export async function standing(
  { store, clock }: Pick<House, 'store' | 'clock'>,
  model: string,
  name: string,
): Promise<Artifact | undefined> {
  const row = await store.get('artifacts', `${model}:${name}`);
  return row && row.expiresAt > clock.now() ? row : undefined;
}
