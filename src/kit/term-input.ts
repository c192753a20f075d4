/** Terms as a test names them. */
import { z } from 'zod';
import type { Term } from '../store/index.ts';
import type { DraftTerm } from '../terms/index.ts';
import { named, says } from './says.ts';

const title = z.union(
  [
    z.string().min(1),
    z.strictObject({ ko: says(z.string().min(1), 'In Korean.', '한국어'), en: says(z.string().min(1), 'In English.', '영어') }),
  ],
  'expected a title, or one in each language: { ko, en }',
);

export const termFields = {
  tag: says(z.string(), 'The key that the partner receives.', '파트너가 받는 약관 태그'),
  title: says(
    title.optional(),
    'Its title, or one in each language; the tag unless told otherwise.',
    '제목, 또는 언어별 제목. 생략하면 태그',
  ),
  url: says(z.string().optional(), 'Where it can be read.', '약관 주소'),
  required: says(z.boolean().default(true), 'Whether one has to agree to it.', '필수 약관인지 여부'),
};

/** A tag alone is a required term. */
export const termInput = z.union([z.string(), z.strictObject(termFields)], 'expected a tag, or { tag, title, url, required }');
export type TermGiven = z.output<typeof termInput>;

/** A term for an app that there is already. */
export const newTerm = z.strictObject({ app: says(z.string(), 'Id, key or name of the app.', '앱 ID, 키 또는 이름'), ...termFields });
export type NewTerm = z.input<typeof newTerm>;

export const termShape = named(
  'Term',
  z.strictObject({
    tag: says(z.string(), 'The key that the partner receives.', '파트너가 받는 약관 태그'),
    title: says(
      z.strictObject({ ko: says(z.string(), 'In Korean.', '한국어'), en: says(z.string(), 'In English.', '영어') }),
      'Its title.',
      '제목',
    ),
    url: says(z.string(), 'Where it can be read.', '약관 주소'),
    required: says(z.boolean(), 'Whether one has to agree to it.', '필수 약관인지 여부'),
  }),
);
export type TermFacts = z.output<typeof termShape>;

/** The term as it is applied for; evidence is for the desk, and nobody sits there. */
export function draftTerm(given: TermGiven): DraftTerm {
  const {
    tag,
    title = tag,
    url = 'https://example.com/terms',
    required,
  } = typeof given === 'string' ? { tag: given, required: true } : given;
  return { tag, title: typeof title === 'string' ? { ko: title, en: title } : title, url, required, evidence: null };
}

export function termOf({ tag, title, url, required }: Term): TermFacts {
  return { tag, title: { ...title }, url, required };
}
