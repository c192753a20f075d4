/** A record for machines: the schema of the JSON export, and the same as flat rows for the CSV. Keys stay as they are. */
import { z } from 'zod';
import type { ConsentRecord } from '../../../consent/index.ts';
import { endOf } from './words.ts';

const when = z.iso.datetime();
const bilingual = z.strictObject({ ko: z.string(), en: z.string() });
const kind = z.enum(['item', 'term', 'age', 'channel']);

/** User numbers are text: all of their digits. Times are UTC, of the house. */
export const recordDocument = z.strictObject({
  app_id: z.string(),
  account_id: z.string(),
  user_number: z.string().regex(/^\d{1,19}$/),
  as_of: when,
  state: z.enum(['linked', 'preregistered', 'unlinked']),
  /** What stands; `label` is null for what is older than the record. */
  in_force: z.array(z.strictObject({ kind, name: z.string(), label: bilingual.nullable(), agreed_at: when })),
  entries: z.array(
    z.strictObject({
      id: z.string(),
      at: when,
      act: z.enum(['agreed', 'registered', 'withdrawn', 'unlinked']),
      by: z.enum(['person', 'app', 'kakao']),
      reason: z.string().nullable(),
      app_name: z.string(),
      screen: z
        .strictObject({
          variant: z.enum(['first', 'additional']),
          simple_signup: z.boolean(),
          layout: z.enum(['classic', 'newer']),
          language: z.enum(['ko', 'en']),
          era: z.string(),
        })
        .nullable(),
      rows: z.array(
        z.strictObject({
          kind,
          name: z.string(),
          label: bilingual,
          purpose: z.string().nullable(),
          url: z.string().nullable(),
          required: z.boolean(),
          agreed: z.boolean(),
          ended_at: when.nullable(),
        }),
      ),
    }),
  ),
});
export type RecordDocument = z.output<typeof recordDocument>;

export function documentOf(record: ConsentRecord, now: number): RecordDocument {
  const { appId, accountId, link, entries, agreements, before } = record;
  const last = entries.at(-1);
  return recordDocument.parse({
    app_id: appId,
    account_id: accountId,
    user_number: link?.number ?? last?.number,
    as_of: iso(now),
    state: last?.act === 'unlinked' || !link ? 'unlinked' : link.state,
    in_force: [
      ...before.map((each) => ({ kind: each.kind, name: each.name, label: null, agreed_at: iso(each.agreedAt) })),
      ...agreements
        .filter(({ ended }) => !ended)
        .map(({ row, given }) => ({ kind: row.kind, name: row.name, label: row.label, agreed_at: iso(given.at) })),
    ],
    entries: entries.map((entry) => ({
      id: entry.id,
      at: iso(entry.at),
      act: entry.act,
      by: entry.by,
      reason: entry.reason,
      app_name: entry.appName,
      screen: entry.screen && screenOf(entry.screen),
      rows: entry.rows.map((row) => {
        const ended = endOf(record, entry, row);
        return { ...row, ended_at: ended && iso(ended.at) };
      }),
    })),
  } satisfies Record<keyof RecordDocument, unknown>);
}

function screenOf({ simpleSignup, ...screen }: NonNullable<ConsentRecord['entries'][number]['screen']>) {
  return { ...screen, simple_signup: simpleSignup };
}

function iso(at: number): string {
  return new Date(at).toISOString();
}
