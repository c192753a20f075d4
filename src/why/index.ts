/**
 * Why: a refusal in words, for the person who has to mend it: the rule, expected against got, the key that was used,
 * the setting in the console, the section of the contract. Drawn on the error page and on `/_sim/why/{id}`.
 */
import type { Refusal } from '../refusals/index.ts';
import { type Moment, momentOf } from '../web/moment.ts';
import { hasText, type Translate } from '../web/text/index.ts';
import { hintsOf } from './hints.ts';
import { isExplained, placeOf, type RuleName, rules } from './rules.ts';
import { type Piece, uriDifference } from './uri-difference.ts';

export { isExplained, rules } from './rules.ts';

export interface Explanation {
  /** Path of its own page. */
  path: string;
  code: string;
  status: number;
  /** The rule that refused, by its stable code, and in a sentence. */
  rule: string;
  sentence: string;
  /** What probably happened. */
  hints: string[];
  /** Expected, got and what else was looked at. */
  facts: { label: string; value: string }[];
  /** For URIs: what came and the nearest of the registered, in pieces. */
  difference: { got: Piece[]; nearest: Piece[] } | null;
  /** Type of the key that was used. */
  key: string | null;
  app: string | null;
  /** The setting that mends it. */
  mend: { label: string; href: string } | null;
  reference: { label: string; href: string };
  /** Method and path. */
  request: string;
  at: Moment;
}

/** Told elsewhere on the page, or of no use to a reader. */
const NOT_FACTS = new Set(['appId', 'appName', 'accountId', 'basic', 'sent', 'detail', 'awaiting', 'status', 'fault']);

/** The header of JSON answers that leads to the page. */
export const WHY_HEADER = 'X-Kakao-Sync-Why';

export function pathOf({ id }: Refusal): string {
  return `/_sim/why/${id}`;
}

/** @param appName of the app that the request named, if it did */
export function explain(refusal: Refusal, appName: string | undefined, t: Translate): Explanation {
  const { code, status, rule, appId, keyType, details, method, path, refusedAt } = refusal;
  const { section = '2.17' } = isExplained(rule) ? rules[rule] : {};
  const setting = settingOf(refusal);
  const difference = differenceOf(details);
  return {
    path: pathOf(refusal),
    code,
    status,
    rule,
    sentence: sentenceOf(refusal, t),
    hints: hintsOf(refusal, difference).map(({ text, values }) => t(text, values)),
    facts: Object.entries(details)
      .filter(([name, value]) => value !== undefined && value !== null && !NOT_FACTS.has(name))
      .map(([name, value]) => ({ label: labelOf(t, name), value: textOf(value) })),
    difference: difference ? { got: difference.gotPieces, nearest: difference.nearestPieces } : null,
    key: keyType && t(`key.${keyType}`),
    app: appId && (appName ? `${appName} (${appId})` : appId),
    mend: setting && appId && !details.fault ? mendAt(setting, appId, t) : null,
    reference: { label: t('why.section', { section }), href: `/_sim/coverage#${section}` },
    request: `${method} ${path}`,
    at: momentOf(refusedAt),
  };
}

/** A fault that was asked for says so, whatever rule it speaks with. */
function sentenceOf({ rule, details }: Refusal, t: Translate): string {
  if (details.fault) return t('why.askedFor', { fault: String(details.fault) });
  return isExplained(rule) ? t(`why.${rule}`) : t('why.unknown');
}

function mendAt(setting: NonNullable<ReturnType<typeof settingOf>>, appId: string, t: Translate): Explanation['mend'] {
  const { label, href } = placeOf(setting, appId);
  return { label: t(label), href };
}

/** Items that are configured already want their review, and nothing else. */
function settingOf({ rule, details: { items, awaiting } }: Refusal): (typeof rules)[RuleName]['setting'] {
  if (Array.isArray(items) && Array.isArray(awaiting) && items.length === awaiting.length) return 'application';
  return isExplained(rule) ? rules[rule].setting : null;
}

/** Of a URI and a list of registered ones, or of the one that was expected. */
function differenceOf(details: Refusal['details']) {
  const { got, registered, registeredLogout, expectedUri } = details;
  const list = registered ?? registeredLogout ?? (expectedUri === undefined ? [] : [expectedUri]);
  return typeof got === 'string' && Array.isArray(list) ? uriDifference(got, list.map(String)) : undefined;
}

function labelOf(t: Translate, name: string): string {
  const key = `fact.${name}`;
  return hasText(key) ? t(key) : name;
}

function textOf(value: unknown): string {
  if (Array.isArray(value)) return value.map(String).join('\n') || '-';
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}
