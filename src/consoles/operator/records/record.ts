/** `GET /_sim/records/:app/:account`: the record of one person in one app, as a document. */
import type { Context } from 'koa';
import type { ConsentRecord } from '../../../consent/index.ts';
import type { House } from '../../../house.ts';
import type { ConsentEntry } from '../../../store/index.ts';
import { reading } from '../../../web/language.ts';
import { type Moment, momentOf } from '../../../web/moment.ts';
import { screen } from '../../../web/screens.ts';
import type { Language } from '../../../web/text/index.ts';
import { type Fact, fact } from '../../kit/parts.ts';
import { type Head, head } from '../head.ts';
import { type EntryCard, entryCard } from './entry.ts';
import { pathOf, screenWord } from './words.ts';

interface RecordScreen {
  head: Head;
  facts: Fact[];
  inForce: Standing[];
  entries: EntryCard[];
  paths: { csv: string; json: string };
}

interface Standing {
  kind: string;
  name: string;
  /** In the words that were agreed to; null where they were not kept. */
  label: { text: string; language: Language } | null;
  condition: string | null;
  purpose: string | null;
  url: string | null;
  since: Moment;
  screen: string | null;
}

const recordPage = screen<RecordScreen>('operator/record');

export function showRecord(house: House) {
  return async (ctx: Context): Promise<void> => {
    const { t } = reading(ctx);
    const record = await house.consent.record(String(ctx.params.app), String(ctx.params.account));
    if (!record) return;
    const app = (await house.apps.byId(record.appId))?.name ?? record.entries.at(-1)?.appName ?? record.appId;
    const person = (await house.accounts.byId(record.accountId))?.nickname || record.accountId;
    const path = pathOf(record.appId, record.accountId);
    await recordPage(ctx, {
      head: head(ctx, {
        heading: t('records.of', { person }),
        lead: t('records.ofLead', { app }),
        trail: [{ href: '/_sim/records', word: t('records.title') }],
      }),
      facts: factsOf(house, ctx, record, app),
      inForce: standingOf(ctx, record),
      entries: record.entries.map((entry) => entryCard(ctx, record, entry)),
      paths: { csv: `${path}.csv`, json: `${path}.json` },
    });
  };
}

function factsOf({ clock }: House, ctx: Context, { appId, accountId, link, entries }: ConsentRecord, app: string): Fact[] {
  const { t } = reading(ctx);
  const ended = entries.at(-1)?.act === 'unlinked';
  return [
    fact(t('records.app'), app, { kind: 'code', text: appId }),
    fact(t('records.account'), { kind: 'code', text: accountId }),
    fact(t('records.number'), { kind: 'code', text: link?.number ?? entries.at(-1)?.number ?? '-' }),
    fact(t('records.state'), t(`records.state.${ended || !link ? 'unlinked' : link.state}`)),
    fact(t('records.asOf'), { kind: 'time', time: momentOf(clock.now()) }),
  ];
}

function standingOf(ctx: Context, { agreements, before }: ConsentRecord): Standing[] {
  const { t, language } = reading(ctx);
  const recorded = agreements
    .filter(({ ended }) => !ended)
    .map(({ row, given }) => ({
      kind: t(`records.kind.${row.kind}`),
      name: row.name,
      label: labelOf(row, given, language),
      condition: t(row.required ? 'records.required' : 'records.optional'),
      purpose: row.purpose,
      url: row.url,
      since: momentOf(given.at),
      screen: screenWord(t, given.screen),
    }));
  const older = before.map(({ kind, name, agreedAt }) => ({
    kind: t(`records.kind.${kind}`),
    name,
    label: null,
    condition: null,
    purpose: null,
    url: null,
    since: momentOf(agreedAt),
    screen: null,
  }));
  return [...older, ...recorded];
}

/** In the language of the screen that it stood on; what stood on none is in the reader's. */
function labelOf(
  { label }: ConsentEntry['rows'][number],
  { screen: seen }: ConsentEntry,
  reader: Language,
): { text: string; language: Language } {
  const language = seen?.language ?? reader;
  return { text: label[language], language };
}
