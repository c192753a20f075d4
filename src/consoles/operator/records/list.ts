/** `GET /_sim/records`: who has a consent record; `?app=`, `?person=`, `?page=`. */
import type { Context } from 'koa';
import { z } from 'zod';
import type { RecordSummary } from '../../../consent/index.ts';
import type { House } from '../../../house.ts';
import { query } from '../../../web/forms.ts';
import { reading } from '../../../web/language.ts';
import { type Moment, momentOf } from '../../../web/moment.ts';
import { screen } from '../../../web/screens.ts';
import { freshDraft } from '../../kit/draft.ts';
import type { Field } from '../../kit/field.ts';
import { fieldsOf } from '../../kit/fields.ts';
import { appChoices } from '../choices.ts';
import { type Head, head } from '../head.ts';
import { pathOf } from './words.ts';

interface RecordsScreen {
  head: Head;
  fields: Field[];
  rows: { path: string; person: string; app: string; number: string; inForce: number; entries: number; last: Moment }[];
  /** The whole record of the app that was chosen. */
  csv: string | null;
  newer: string | null;
  older: string | null;
}

const PAGE_SIZE = 50;
const recordsQuery = z.object({
  app: z.string().max(200).default(''),
  person: z.string().max(200).default(''),
  page: z.coerce.number().int().min(1).catch(1),
});
const recordsPage = screen<RecordsScreen>('operator/records');

export function showRecords(house: House) {
  return async (ctx: Context): Promise<void> => {
    const { t } = reading(ctx);
    const { page, ...asked } = query(ctx, recordsQuery);
    const found = await search(house, asked, page * PAGE_SIZE + 1);
    const shown = found.slice((page - 1) * PAGE_SIZE, page * PAGE_SIZE);
    const at = (number: number) => `/_sim/records?${new URLSearchParams({ ...asked, page: String(number) })}`;
    await recordsPage(ctx, {
      head: head(ctx, { heading: t('records.title'), lead: t('records.lead') }),
      fields: await fields(house, ctx, asked),
      rows: shown.map(({ appId, accountId, number, appName, person, inForce, entries, lastAt }) => ({
        path: pathOf(appId, accountId),
        person,
        app: appName,
        number,
        inForce,
        entries,
        last: momentOf(lastAt),
      })),
      csv: asked.app && found.length > 0 ? `/_sim/records/${encodeURIComponent(asked.app)}.csv` : null,
      newer: page > 1 ? at(page - 1) : null,
      older: found.length > page * PAGE_SIZE ? at(page + 1) : null,
    });
  };
}

type Found = RecordSummary & { person: string };

/** The first ones by nickname as it is, user number or account id. */
async function search({ accounts, consent }: House, { app, person }: { app: string; person: string }, most: number): Promise<Found[]> {
  const wanted = person.trim().toLowerCase();
  const found: Found[] = [];
  for await (const summary of consent.eachRecord(app || undefined)) {
    const each = { ...summary, person: (await accounts.byId(summary.accountId))?.nickname || summary.accountId };
    if ([each.person, each.number, each.accountId].some((text) => text.toLowerCase().includes(wanted))) found.push(each);
    if (found.length === most) break;
  }
  return found;
}

async function fields(house: House, ctx: Context, asked: { app: string; person: string }): Promise<Field[]> {
  const { t } = reading(ctx);
  const field = fieldsOf(ctx, freshDraft(house, ctx, asked));
  return [
    field.select('app', t('records.app'), await appChoices(house, t('records.allApps'))),
    field.text('person', t('records.person'), { hint: t('records.personHint') }),
  ];
}
