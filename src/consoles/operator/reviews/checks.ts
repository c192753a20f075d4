/** Checks in words. */
import type { Check } from '../../../inspections/index.ts';
import { hasText, type Translate } from '../../../web/text/index.ts';
import { sizeInWords } from '../../kit/file-field.ts';
import type { Badge } from '../../kit/parts.ts';
import { paperName } from './paper.ts';

export interface CheckView {
  badge: Badge;
  /** What was checked, and what came of it. */
  title: string;
  says: string;
}

const LOOKS = { ok: 'ok', notOk: 'fail', unknown: 'wait' } as const;

export function checkView(t: Translate, { name, about, verdict, why, details }: Check): CheckView {
  const key = `check.${name}.${why}`;
  const { size } = details;
  const values = {
    ...details,
    about: paperName(t, about ?? ''),
    ...(typeof size === 'number' && { size: sizeInWords(size) }),
  };
  return {
    badge: { word: t(`check.${verdict}`), look: LOOKS[verdict] },
    title: t(`check.${name}`),
    says: hasText(key) ? t(key, values) : why,
  };
}
