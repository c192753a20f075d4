/** A business as facts, in the words of the registration certificate. */
import type { Business } from '../../businesses/index.ts';
import { businessFields } from '../../businesses/index.ts';
import type { Translate } from '../../web/text/index.ts';
import { type Fact, fact } from '../kit/parts.ts';

export function businessFacts(t: Translate, business: Business): Fact[] {
  return [
    fact(t('business.number'), { kind: 'code', text: business.id }),
    ...businessFields.map((field) => fact(t(`business.${field}`), business[field])),
  ];
}
