/** A number under which nothing is stored. */
import { RuleBroken } from '../rule.ts';

/** No business is stored under this number: it has to be registered first. */
export class UnknownBusiness extends RuleBroken {
  readonly code = 'unknown_business';
}
