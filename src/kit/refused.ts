/** What a caller asked for is not there, or is there already. */
import { RuleBroken } from '../rule.ts';

/** There is nothing with this id. */
export class NotThere extends RuleBroken {
  readonly code = 'not_found';
}

/** What was to be made with this id, key or name exists. */
export class IdTaken extends RuleBroken {
  readonly code = 'id_taken';
  constructor(field: string, value: string, what: string) {
    super(`${field}: ${what} has ${value} already`, { field, expected: 'another one, or none at all: then a new one is made' });
  }
}
