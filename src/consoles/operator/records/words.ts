/** Addresses of records, and their acts and screens in words. */
import type { ConsentRecord } from '../../../consent/index.ts';
import type { ConsentEntry } from '../../../store/index.ts';
import type { Translate } from '../../../web/text/index.ts';

export function pathOf(appId: string, accountId: string): string {
  return `/_sim/records/${encodeURIComponent(appId)}/${encodeURIComponent(accountId)}`;
}

export function actWord(t: Translate, { act, by }: ConsentEntry): string {
  if (act === 'registered' || act === 'unlinked') return t(`records.act.${act}`);
  return t(`records.act.${act}.${by === 'person' ? 'person' : 'app'}`);
}

/** Like "첫 동의 · 카카오싱크 간편가입 · 기본 화면 · 한국어 · 시기 current". */
export function screenWord(t: Translate, screen: ConsentEntry['screen']): string | null {
  if (!screen) return null;
  return [
    t(`records.screen.${screen.variant}`),
    t(`records.screen.${screen.simpleSignup ? 'simpleSignup' : 'plain'}`),
    t(`records.screen.${screen.layout}`),
    t(`records.screen.${screen.language}`),
    t('records.screen.era', { era: screen.era }),
  ].join(' · ');
}

/** The entry that ended an agreement which was given in this entry. */
export function endOf(
  { agreements }: ConsentRecord,
  entry: ConsentEntry,
  { kind, name }: ConsentEntry['rows'][number],
): ConsentEntry | null {
  return agreements.find(({ given, row }) => given === entry && row.kind === kind && row.name === name)?.ended ?? null;
}
