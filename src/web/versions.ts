/** Versions: which stored values a form was drawn from, so that it cannot undo what somebody else has changed meanwhile. */
import { createHash } from 'node:crypto';
import { RuleBroken } from '../rule.ts';
import type { Typed } from './typed.ts';

/** What the form shows was changed since it was drawn. `details.changed` names the fields. */
export class FormStale extends RuleBroken {
  readonly code = 'form_stale';
  readonly changed: readonly string[];
  constructor(changed: readonly string[]) {
    super(`changed meanwhile: ${changed.join(', ')}`, { changed });
    this.changed = changed;
  }
}

/** For the hidden field `version`. It holds a fingerprint of each stored value, and none of the values. */
export function versionOf(stored: Typed): string {
  return new URLSearchParams(Object.entries(stored).map(([name, value]): [string, string] => [name, fingerprint(value)])).toString();
}

/** Names of the fields that were changed, added or removed since that version. */
export function changedSince(version: string, stored: Typed): string[] {
  const before = new Map(new URLSearchParams(version));
  const now = new Map(new URLSearchParams(versionOf(stored)));
  return [...new Set([...now.keys(), ...before.keys()])].filter((name) => before.get(name) !== now.get(name));
}

/** Of all that stands in a form: the same twice is the same fingerprint. */
export function fingerprint(value: Typed | Typed[string]): string {
  return createHash('sha256').update(JSON.stringify(value)).digest('base64url').slice(0, 12);
}
