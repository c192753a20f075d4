/**
 * oidc-provider's rows in our store. Clients are read from the apps, so there is no copy to keep in step.
 * Rows are dated in house time; the provider counts the machine's, so times are shifted on the way in and out.
 */
import { type Adapter, type AdapterPayload, errors } from './oidc/index.ts';
import { SECOND } from '../clock.ts';
import type { House } from '../house.ts';
import type { Artifact } from '../store/index.ts';
import { artifact } from './artifact.ts';
import { clientMetadata } from './client.ts';
import { draftOf, keep, landGathered } from './gathered.ts';

/** Fields of a payload that hold seconds of machine time. */
const TIMES = ['exp', 'iat', 'iiat', 'loginTs', 'authTime'] as const;

/** For a row that the provider gives no lifetime: ten years, in seconds. */
const FOREVER = 10 * 365 * 24 * 3600;

/** The adapter factory for one provider. */
export function adapterOf(house: House): (model: string) => Adapter {
  const { store, clock, apps, consent } = house;
  /** A copy with its times moved, which whoever has the other may change: rows are frozen, and the provider goes on with what it has put. */
  const shift = (payload: AdapterPayload, ms: number): AdapterPayload => {
    const shifted: Record<string, unknown> = copyOf(payload);
    for (const field of TIMES) {
      const value = shifted[field];
      if (typeof value === 'number') shifted[field] = value + Math.round(ms / SECOND);
    }
    return shifted;
  };

  const payloadOf = (row: Artifact | null | undefined): AdapterPayload | undefined => {
    if (!row || row.expiresAt <= clock.now()) return undefined;
    const payload = shift(row.payload, -clock.offsetHere());
    return row.consumedAt === null ? payload : { ...payload, consumed: Math.floor(row.consumedAt / SECOND) };
  };

  return (model) => {
    const idOf = (jti: string) => `${model}:${jti}`;

    if (model === 'Client') return clientsOnly(async (id) => clientMetadata(await apps.byKey(id)));
    return {
      async upsert(jti, payload, expiresIn = FOREVER) {
        const { grantId = null, uid = null, clientId = null, accountId = null } = payload;
        const shifted = shift(payload, clock.offsetHere());
        const row = artifact(house, model, jti, expiresIn, { grantId, uid, clientId, accountId, payload: shifted });
        await keep(house, row.id, row);
      },
      async find(jti) {
        const draft = draftOf(idOf(jti));
        return payloadOf(draft === undefined ? await store.get('artifacts', idOf(jti)) : draft);
      },
      async findByUid(uid) {
        await landGathered(house);
        const [row] = await store.find('artifacts', 'uid', `${model}:${uid}`);
        return payloadOf(row);
      },
      /** Checked and set in one unit of work: of twenty at a time, one succeeds. Throws InvalidGrant to the others. */
      async consume(jti) {
        await landGathered(house);
        await store.write(async (tx) => {
          const row = await tx.get('artifacts', idOf(jti));
          if (!row || row.consumedAt !== null) throw new errors.InvalidGrant(`${model} already consumed`);
          tx.put('artifacts', { ...row, consumedAt: clock.now() });
          // Renewed: the one before is discarded.
          if (model === 'RefreshToken') await consent.announceToken(tx, row, 'token-revoked');
        });
      },
      destroy: (jti) => keep(house, idOf(jti), null),
      async revokeByGrantId(grantId) {
        await landGathered(house);
        await store.write(async (tx) => {
          const revoked = (await tx.find('artifacts', 'grant', grantId)).filter((row) => row.model === model);
          for (const { id } of revoked) tx.remove('artifacts', id);
          if (model === 'AccessToken' && revoked[0]) await consent.announceToken(tx, revoked[0], 'token-revoked');
        });
      },
      findByUserCode: neverUsed,
    };
  };
}

/** Of plain JSON. */
function copyOf<T>(value: T): T {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map(copyOf) as T;
  const copy: Record<string, unknown> = {};
  for (const key in value) copy[key] = copyOf(value[key]);
  return copy as T;
}

function clientsOnly(find: Adapter['find']): Adapter {
  return {
    find,
    upsert: neverUsed,
    findByUid: neverUsed,
    findByUserCode: neverUsed,
    consume: neverUsed,
    destroy: neverUsed,
    revokeByGrantId: neverUsed,
  };
}

/** Features that would call this (device flow, dynamic registration) are off. */
async function neverUsed(): Promise<never> {
  throw new Error('this provider feature is off');
}
