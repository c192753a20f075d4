/** What a term must be before it is applied for. Source: guide, 신청 2단계 (1). `details.field` names its place in the form. */
import { RuleBroken } from '../rule.ts';
import { type Draft, TAG, TAKEN_TAGS, type Term } from '../store/index.ts';

/** A term as somebody fills it in: anything may still be missing. */
export type DraftTerm = Draft['content']['terms'][number];

/** 최대 10개까지. */
export const MOST_TERMS = 10;

/** A terms review without a term. */
export class NoTerms extends RuleBroken {
  readonly code = 'no_terms';
}

/** More terms than an app may have, the approved ones among them. `details`: `most`, `approved`. */
export class TooManyTerms extends RuleBroken {
  readonly code = 'too_many_terms';
}

/** 약관 제목 is needed in Korean and in English. */
export class TitleMissing extends RuleBroken {
  readonly code = 'title_missing';
}

/** 약관 URL: a web address. */
export class TermUrlRefused extends RuleBroken {
  readonly code = 'term_url_refused';
}

/** Tag: text without blanks and commas that means nothing else. */
export class TagRefused extends RuleBroken {
  readonly code = 'tag_refused';
}

/** 약관별 Tag는 중복될 수 없습니다. `details.tag`. */
export class TagAlreadyUsed extends RuleBroken {
  readonly code = 'tag_already_used';
}

/** 검수 증빙 서류: the page on which the service itself asks for this agreement, one for each term. */
export class EvidenceMissing extends RuleBroken {
  readonly code = 'evidence_missing';
}

/** Everything that is wrong with terms to be applied for, in the order of the form. */
export function* termProblems(terms: readonly DraftTerm[], approved: readonly Term[]): Iterable<RuleBroken> {
  if (terms.length === 0) yield new NoTerms('expected at least one term', { field: 'terms' });
  if (terms.length + approved.length > MOST_TERMS)
    yield new TooManyTerms(`expected at most ${MOST_TERMS} terms`, { field: 'terms', most: MOST_TERMS, approved: approved.length });
  const tags = terms.map(({ tag }) => tag.trim());
  const used = approved.map(({ tag }) => tag);
  for (const [at, term] of terms.entries()) {
    const field = `terms[${at}]`;
    const tag = tags[at] ?? '';
    yield* contentProblems(term, field);
    if (!isTag(tag)) yield new TagRefused(`${tag} is no tag`, { field: `${field}.tag`, tag });
    else if (used.includes(tag) || tags.indexOf(tag) !== at)
      yield new TagAlreadyUsed(`the tag ${tag} is used already`, { field: `${field}.tag`, tag });
    if (term.evidence === null) yield new EvidenceMissing('expected the page that asks for it', { field: `${field}.evidence` });
  }
}

/** What is wrong with titles and address, of a new term or of one that is changed. */
export function* contentProblems({ title, url }: Pick<DraftTerm, 'title' | 'url'>, field: string): Iterable<RuleBroken> {
  for (const language of ['ko', 'en'] as const) {
    const place = `${field}.title.${language}`;
    if (title[language].trim() === '') yield new TitleMissing(`expected a title (${language})`, { field: place, language });
  }
  if (!isWebAddress(url.trim())) yield new TermUrlRefused('expected an address like https://example.com/terms', { field: `${field}.url` });
}

/** Whether a browser could open it: http or https, and no name and password before the host, which only look like one. */
export function isWebAddress(text: string): boolean {
  const url = URL.parse(text);
  return url !== null && /^https?:$/.test(url.protocol) && url.username === '' && url.password === '';
}

function isTag(tag: string): boolean {
  return TAG.test(tag) && !TAKEN_TAGS.includes(tag);
}
