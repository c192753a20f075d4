/** `GET /_sim/records/:app/:account.csv`, `.json` and `/_sim/records/:app.csv`: what the pages show, to keep elsewhere. */
import { stringify } from 'csv-stringify/sync';
import type { Context } from 'koa';
import type { House } from '../../../house.ts';
import { documentOf, type RecordDocument } from './document.ts';

export function sendJson(house: House) {
  return async (ctx: Context): Promise<void> => {
    const [document] = await documents(house, String(ctx.params.app), String(ctx.params.account));
    if (!document) return;
    ctx.attachment(`consent-${document.app_id}-${document.account_id}.json`);
    ctx.type = 'application/json; charset=utf-8';
    ctx.body = `${JSON.stringify(document, null, 2)}\n`;
  };
}

export function sendCsv(house: House) {
  return async (ctx: Context): Promise<void> => {
    const found = await documents(house, String(ctx.params.app), String(ctx.params.account));
    if (found.length > 0) sendRows(ctx, `consent-${ctx.params.app}-${ctx.params.account}.csv`, found);
  };
}

/** The whole of an app: everybody's record, in the order of its people's accounts. */
export function sendAppCsv(house: House) {
  return async (ctx: Context): Promise<void> => {
    const app = await house.apps.byId(String(ctx.params.app));
    const people = (await house.consent.records(String(ctx.params.app))).map(({ accountId }) => accountId).sort();
    if (!app && people.length === 0) return;
    sendRows(
      ctx,
      `consent-${ctx.params.app}.csv`,
      (await Promise.all(people.map((each) => documents(house, ctx.params.app, each)))).flat(),
    );
  };
}

async function documents({ consent, clock }: House, appId: string, accountId: string): Promise<RecordDocument[]> {
  const record = await consent.record(appId, accountId);
  return record ? [documentOf(record, clock.now())] : [];
}

/** With a byte order mark, so that spreadsheets read Korean; a text that they would take for a formula gets a `'` before it. */
function sendRows(ctx: Context, name: string, records: readonly RecordDocument[]): void {
  ctx.attachment(name);
  ctx.type = 'text/csv; charset=utf-8';
  ctx.body = stringify(records.flatMap(rowsOf), {
    header: true,
    columns: [...COLUMNS],
    bom: true,
    escape_formulas: true,
    record_delimiter: 'windows',
  });
}

// prettier-ignore
const COLUMNS = [
  'app_id', 'app_name', 'account_id', 'user_number', 'entry', 'at', 'act', 'by', 'reason',
  'screen', 'simple_signup', 'layout', 'language', 'era',
  'kind', 'name', 'label_ko', 'label_en', 'purpose', 'url', 'required', 'agreed', 'ended_at',
] as const;

/** A line for each row of each entry; an entry without rows has one of its own. */
function rowsOf({ app_id, account_id, user_number, entries }: RecordDocument): Record<string, string>[] {
  return entries.flatMap(({ id: entry, rows, screen, reason, ...happened }) => {
    const common = {
      app_id,
      account_id,
      user_number,
      entry,
      ...happened,
      reason: reason ?? '',
      ...(screen && { ...screen, screen: screen.variant, simple_signup: String(screen.simple_signup) }),
    };
    if (rows.length === 0) return [common];
    return rows.map(({ label, purpose, url, required, agreed, ended_at, ...row }) => ({
      ...common,
      ...row,
      label_ko: label.ko,
      label_en: label.en,
      purpose: purpose ?? '',
      url: url ?? '',
      required: String(required),
      agreed: String(agreed),
      ended_at: ended_at ?? '',
    }));
  });
}
