/** The base of every domain error. Rooms throw these; only the doors' tables know how each one sounds outside. */

/**
 * A rule of the guide or of the API that a request broke.
 * `code` is stable and snake_case: tables and tests name it. `details` are plain facts for the explanation
 * (which tag, which item, what was expected), never secrets.
 */
export abstract class RuleBroken extends Error {
  abstract readonly code: string;
  readonly details: Readonly<Record<string, unknown>>;

  constructor(message: string, details: Record<string, unknown> = {}) {
    super(message);
    this.name = new.target.name;
    this.details = details;
  }
}
