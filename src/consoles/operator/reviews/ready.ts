/** Reasons ready-made, in Korean and in English, whatever language the reviewer reads: the applicant reads them. */
import type { Inspection } from '../../../inspections/index.ts';
import { hasText, languages, translator } from '../../../web/text/index.ts';

/** Why a part is left out, in the guide's words (신청 버튼 상태 구분): 전화번호 수집에 대한 권한 요청은 반려 되었습니다. */
export function readyReasons({ review, application }: Inspection, part: string): string[] {
  return languages.map((language) => {
    const t = translator(language);
    const short = `apply.short.${part}`;
    if (review.kind === 'items') return t('business.itemRefused', { item: hasText(short) ? t(short) : part });
    return t('business.termRefused', { term: application?.terms.find(({ tag }) => tag === part)?.title[language] ?? part });
  });
}

/** Why all of it is turned down. */
export function readyRejections(inspection: Inspection): string[] {
  const { review } = inspection;
  if (review.parts.length === 1) return readyReasons(inspection, review.parts[0]!);
  return languages.map((language) => translator(language)(`ready.all.${review.kind}`));
}
