/** One entry of a record as its document shows it. */
import type { Context } from 'koa';
import type { ConsentRecord, RecordRow } from '../../../consent/index.ts';
import type { ConsentEntry } from '../../../store/index.ts';
import { reading } from '../../../web/language.ts';
import { type Moment, momentOf } from '../../../web/moment.ts';
import type { Language, Translate } from '../../../web/text/index.ts';
import type { Badge } from '../../kit/parts.ts';
import { actWord, endOf, screenWord } from './words.ts';

export interface EntryCard {
  id: string;
  at: Moment;
  act: string;
  appName: string;
  screen: string | null;
  reason: string | null;
  /** Of the words. */
  language: Language;
  rows: EntryRow[];
}

interface EntryRow {
  kind: string;
  name: string;
  label: string;
  condition: string;
  purpose: string | null;
  url: string | null;
  result: Badge;
  endedAt: Moment | null;
}

export function entryCard(ctx: Context, record: ConsentRecord, entry: ConsentEntry): EntryCard {
  const { t, language: reader } = reading(ctx);
  const language = entry.screen?.language ?? reader;
  return {
    id: entry.id,
    at: momentOf(entry.at),
    act: actWord(t, entry),
    appName: entry.appName,
    screen: screenWord(t, entry.screen),
    reason: entry.reason,
    language,
    rows: entry.rows.map((row) => {
      const ended = endOf(record, entry, row);
      return {
        kind: t(`records.kind.${row.kind}`),
        name: row.name,
        label: row.label[language],
        condition: t(row.required ? 'records.required' : 'records.optional'),
        purpose: row.purpose,
        url: row.url,
        result: resultOf(t, entry, row),
        endedAt: ended && momentOf(ended.at),
      };
    }),
  };
}

function resultOf(t: Translate, { act }: ConsentEntry, { kind, agreed }: RecordRow): Badge {
  if (act !== 'agreed') return { word: t('records.ended'), look: 'fail' };
  if (kind === 'channel') return agreed ? { word: t('records.added'), look: 'ok' } : { word: t('records.notAdded'), look: 'off' };
  return agreed ? { word: t('records.agreed'), look: 'ok' } : { word: t('records.notAgreed'), look: 'off' };
}
