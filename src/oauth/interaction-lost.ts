/** For a page of a login that leads nowhere any more. */
import { RuleBroken } from '../rule.ts';

/** The page is too old, belongs to another browser, or another tab went ahead. */
export class InteractionLost extends RuleBroken {
  readonly code = 'interaction_lost';
}
