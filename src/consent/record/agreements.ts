/** Reads a record from its beginning: each agreement that was ever given, and when it ended. */
import type { ConsentEntry } from '../../store/index.ts';

export interface RecordedAgreement {
  row: ConsentEntry['rows'][number];
  /** The entry that it was given in. */
  given: ConsentEntry;
  /** The entry that ended it; null while it is in force. */
  ended: ConsentEntry | null;
}

/** Items, terms and the age check. A channel is added and no more: what becomes of a friend is KakaoTalk's. @param entries in their order */
export function agreementsIn(entries: readonly ConsentEntry[]): RecordedAgreement[] {
  const all: RecordedAgreement[] = [];
  for (const entry of entries) {
    if (entry.act === 'agreed') give(all, entry);
    if (entry.act === 'withdrawn' || entry.act === 'unlinked') end(all, entry);
  }
  return all;
}

/** What was agreed to already keeps its date. */
function give(all: RecordedAgreement[], entry: ConsentEntry): void {
  for (const row of entry.rows) {
    const stands = all.some((each) => !each.ended && isSame(each.row, row));
    if (row.agreed && row.kind !== 'channel' && !stands) all.push({ row, given: entry, ended: null });
  }
}

function end(all: RecordedAgreement[], entry: ConsentEntry): void {
  for (const each of all) {
    if (!each.ended && (entry.act === 'unlinked' || entry.rows.some((row) => isSame(row, each.row)))) each.ended = entry;
  }
}

function isSame(a: RecordedAgreement['row'], b: RecordedAgreement['row']): boolean {
  return a.kind === b.kind && a.name === b.name;
}
