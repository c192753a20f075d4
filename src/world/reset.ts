/** Back to the seed: every table in one unit of work, then the files and the clock. */
import { movePartner, PARTNER_HOME } from '../apps/index.ts';
import type { Clock } from '../clock.ts';
import type { Documents } from '../documents/index.ts';
import { keptTime, type Store, type TableName, TABLE_NAMES } from '../store/index.ts';
import type { Seed } from '../store/seed.ts';
import { filesIn } from '../store/seed/files.ts';
import { plantedBy, plantWorld } from '../store/seed/once.ts';
import type { SeedSource } from '../store/seed/source.ts';

/** Cookie and signing keys, where the demo partner listens, which operators are signed in: the installation's, not the world's. */
export const KEPT: readonly TableName[] = ['secrets', 'operatorSessions', 'failedTries'];

export interface Beginning {
  /** Path of the seed file, or of the config file. */
  seed: string;
  plantedAt: number;
}

/** From which file the world came, and when. */
export async function beginning(store: Store): Promise<Beginning> {
  return (await plantedBy(store)) ?? { seed: '', plantedAt: 0 };
}

interface Deps {
  store: Store;
  clock: Clock;
  documents: Documents;
  seed: SeedSource;
}

/** Throws SeedRefused, and then nothing has changed. A world that has ended already is not ended again. */
export async function reset({ store, clock, documents, seed: source }: Deps, plantedAt: number): Promise<void> {
  const seed = await source.read();
  const gone = await store.write(async (tx) => {
    if (((await plantedBy(tx))?.plantedAt ?? 0) !== plantedAt) return null;
    const uploads = await tx.all('documents');
    for (const table of TABLE_NAMES) if (!KEPT.includes(table)) tx.clear(table);
    plantWorld(tx, seed, source.name, clock.now() - clock.offset());
    const partner = await tx.get('secrets', 'partner');
    if (partner) await movePartner(tx, partnerHome(seed), String(partner.value));
    return uploads;
  });
  if (!gone) return;
  clock.become(await keptTime(store));
  await documents.erase(gone);
  await documents.putBack(filesIn(seed));
}

/** Where the world of a seed expects the demo partner: one that was written down says it. */
function partnerHome({ rows }: Seed): string {
  const partner = rows?.secrets?.find(({ id }) => id === 'partner');
  return partner ? String(partner.value) : PARTNER_HOME;
}
