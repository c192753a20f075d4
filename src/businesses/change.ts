/** Changing a business that is stored. Source: guide, 준비 2: 등록 후에는 카카오 for 비즈니스에서 사업자정보를 관리할 수 있습니다. */
import { type Business, type Tx } from '../store/index.ts';
import { type BusinessFacts, factsIn } from './register.ts';
import { UnknownBusiness } from './unknown.ts';

/** The business, for who has entered it; to everybody else there is none to change. Throws UnknownBusiness. */
export function ownBusiness(business: Business | undefined, by: string, number: string): Business {
  if (business?.registeredBy !== by) throw new UnknownBusiness(`no business ${number} of ${by}`, { number });
  return business;
}

/** All but its number. What was certified or approved of it stays so. Throws UnknownBusiness, BusinessIncomplete. */
export async function change(tx: Tx, by: string, number: string, facts: BusinessFacts): Promise<Business> {
  const business = ownBusiness(await tx.get('businesses', number), by, number);
  const changed = { ...business, ...factsIn(facts) };
  tx.put('businesses', changed);
  return changed;
}
