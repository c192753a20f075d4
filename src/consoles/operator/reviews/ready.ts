/** Reasons ready-made, in Korean and in English, whatever language the reviewer reads: the applicant reads them. */
import { itemOf } from '../../../apps/index.ts';
import type { Inspection } from '../../../inspections/index.ts';
import { languages, translator } from '../../../web/text/index.ts';

/** Why a part is left out. Of items it is the guide's sentence (신청 버튼 상태 구분): 전화번호 수집에 대한 권한 요청은 반려 되었습니다. */
export function readyReasons({ review, app, application }: Inspection, part: string): string[] {
  return languages.map((language) => {
    const t = translator(language);
    // In every era the guide's own words, whatever the item is called.
    if (part === 'phone_number') return t('ready.phone');
    if (review.kind === 'items') return t('ready.item', { item: shortName((app && itemOf(app, part)?.label[language]) ?? part) });
    return t('ready.term', { title: application?.terms.find(({ tag }) => tag === part)?.title[language] ?? part });
  });
}

/** Why all of it is turned down. */
export function readyRejections(inspection: Inspection): string[] {
  const { review } = inspection;
  if (review.parts.length === 1) return readyReasons(inspection, review.parts[0]!);
  return languages.map((language) => translator(language)(`ready.all.${review.kind}`));
}

/** `카카오계정(전화번호)` is 전화번호, and what stands in brackets behind other names is left away. */
function shortName(label: string): string {
  const inner = /^(?:카카오계정|Kakao Account )\(([^)]+)\)$/.exec(label)?.[1];
  return inner ?? label.replace(/\s*\(.*\)$/, '');
}
