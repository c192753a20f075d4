/** Storing a business that the simulator does not know. Source: guide, 준비 1 and 2: 저장된 정보가 없을 경우, 직접 입력 가능함. */
import { RuleBroken } from '../rule.ts';
import type { Business, Tx } from '../store/index.ts';
import { type Boxes, registrationNumber } from './number.ts';

/** 업체명, 대표자명, 업태, 종목, 주소. */
export const businessFields = ['companyName', 'representative', 'type', 'item', 'address'] as const;

export type BusinessFacts = Pick<Business, (typeof businessFields)[number]>;

/** Fields that must be filled are not. `details.missing` lists them. */
export class BusinessIncomplete extends RuleBroken {
  readonly code = 'business_incomplete';
  constructor(missing: readonly string[]) {
    super(`a business needs ${missing.join(', ')}`, { missing });
  }
}

/** There is a business with this number: it is looked up, not registered again. */
export class BusinessKnown extends RuleBroken {
  readonly code = 'business_known';
}

/** The fields that are left empty. */
export function missingFacts(facts: BusinessFacts): (typeof businessFields)[number][] {
  return businessFields.filter((field) => facts[field].trim() === '');
}

/** Stores the business in the caller's unit of work. Throws NumberRefused, BusinessIncomplete, BusinessKnown. */
export async function register(tx: Tx, by: string, boxes: Boxes, facts: BusinessFacts): Promise<Business> {
  const id = registrationNumber(boxes);
  const business: Business = { id, ...factsIn(facts), registeredBy: by };
  if (await tx.get('businesses', id)) throw new BusinessKnown(`the business ${id} is stored already`, { number: id });
  tx.put('businesses', business);
  return business;
}

/** The facts as they are stored, without the blanks around them. Throws BusinessIncomplete. */
export function factsIn(facts: BusinessFacts): BusinessFacts {
  const missing = missingFacts(facts);
  if (missing.length > 0) throw new BusinessIncomplete(missing);
  const { companyName, representative, type, item, address } = facts;
  return {
    companyName: companyName.trim(),
    representative: representative.trim(),
    type: type.trim(),
    item: item.trim(),
    address: address.trim(),
  };
}
