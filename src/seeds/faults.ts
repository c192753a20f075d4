/** Faults that a world of one's own begins with: checked as the room checks them, and planted as its rows. */
import { z } from 'zod';
import { checked, FaultRefused } from '../faults/index.ts';
import type { Problem, Seed } from '../store/seed.ts';
import { howLong } from '../time-text.ts';

/** As `fail` takes them. */
export const faultInput = z.strictObject({
  on: z.string().min(1),
  with: z
    .union([z.string(), z.number().int().transform(String)], 'expected a code like KOE320, or reset, hang, truncate, 502')
    .nullable()
    .optional(),
  after: z.boolean().optional(),
  ms: howLong.optional(),
  times: z.number().int().nullable().optional(),
  app: z.string().optional(),
  user: z.string().optional(),
  flow: z.string().optional(),
});
export type FaultInput = z.output<typeof faultInput>;

type Row = NonNullable<NonNullable<Seed['rows']>['faults']>[number];

/** The rows of these faults in that world, and what cannot be asked for. */
export function faultRows(faults: readonly FaultInput[], { apps, accounts }: Seed): { rows: Row[]; problems: Problem[] } {
  const rows: Row[] = [];
  const problems: Problem[] = [];
  faults.forEach(({ app, user, ...fault }, at) => {
    const refuse = (field: string, message: string): void => void problems.push({ path: `faults[${at}].${field}`, message });
    const appId = app === undefined ? null : apps.find((each) => namesOf(each).includes(app))?.id;
    const accountId = user === undefined ? null : accounts.find(({ id, key, email }) => [id, key, email?.address].includes(user))?.id;
    if (appId === undefined) refuse('app', `expected the id, the name or a key of an app of this world, got "${app}"`);
    if (accountId === undefined) refuse('user', `expected the key, id or address of an account of this world, got "${user}"`);
    try {
      rows.push({ ...checked({ ...fault, appId, accountId }), id: `0-config-${String(at).padStart(4, '0')}` });
    } catch (error) {
      if (!(error instanceof FaultRefused)) throw error;
      refuse(String(error.details.field), String(error.details.expected));
    }
  });
  return { rows, problems };
}

const namesOf = ({ id, name, keys }: Seed['apps'][number]): string[] => [id, name, ...keys.map((each) => each.key)];
