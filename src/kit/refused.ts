/** What a caller asked for is not there. */
import { RuleBroken } from '../rule.ts';

/** There is nothing with this id. */
export class NotThere extends RuleBroken {
  readonly code = 'not_found';
}
