/** 신청 2단계 · what keeps an application from being submitted, by field. */
import assert from 'node:assert/strict';
import { applicationProblems } from '../../src/sync/problems.ts';
import { NEW_APP } from '../helpers/rows.ts';
import { type DraftContent, EMPTY_DRAFT } from '../../src/sync/index.ts';

const term = (over: Partial<DraftContent['terms'][number]> = {}): DraftContent['terms'][number] => ({
  tag: 'service_20261123',
  title: { ko: '서비스 이용약관', en: 'Terms of Service' },
  url: 'https://example.com/terms',
  required: true,
  evidence: 'document',
  ...over,
});
const terms = (...all: DraftContent['terms']): DraftContent => ({ ...EMPTY_DRAFT, kinds: ['terms'], terms: all });
const items = (over: Partial<DraftContent> = {}): DraftContent => ({
  ...EMPTY_DRAFT,
  kinds: ['items'],
  items: [{ id: 'phone_number', required: true }],
  reason: '주문 상담',
  privacyUrl: 'https://example.com/privacy',
  evidence: 'document',
  ...over,
});
const problems = (content: DraftContent): string[] =>
  [...applicationProblems(content, { app: NEW_APP, approvedTerms: [], approvedItems: ['gender'] })].map(
    ({ code, details }) => `${String(details['field'])} ${code}`,
  );

describe('2단계 · the rules of an application', () => {
  const rows: [what: string, content: DraftContent, says: string[]][] = [
    ['terms with everything filled in', terms(term()), []],
    ['items with everything filled in', items(), []],
    ['nothing chosen', EMPTY_DRAFT, ['kinds nothing_chosen']],
    ['no term', terms(), ['terms no_terms']],
    ['no Korean title', terms(term({ title: { ko: ' ', en: 'Terms' } })), ['terms[0].title.ko title_missing']],
    ['no English title', terms(term({ title: { ko: '약관', en: '' } })), ['terms[0].title.en title_missing']],
    ['no address', terms(term({ url: '' })), ['terms[0].url term_url_refused']],
    ['another scheme', terms(term({ url: 'javascript:alert(1)' })), ['terms[0].url term_url_refused']],
    ['half an address', terms(term({ url: 'www.example.com/terms' })), ['terms[0].url term_url_refused']],
    ['a name before the host', terms(term({ url: 'https://shop.example@evil.example/' })), ['terms[0].url term_url_refused']],
    ['blanks around what was typed', terms(term({ tag: ' a ', url: ' https://example.com ' })), []],
    ['no tag', terms(term({ tag: ' ' })), ['terms[0].tag tag_refused']],
    ['a tag with a comma', terms(term({ tag: 'a,b' })), ['terms[0].tag tag_refused']],
    ['a tag with a blank', terms(term({ tag: 'a b' })), ['terms[0].tag tag_refused']],
    ['the tag of the age check', terms(term({ tag: 'user_age_check' })), ['terms[0].tag tag_refused']],
    ['no evidence', terms(term({ evidence: null })), ['terms[0].evidence evidence_missing']],
    ['no item', items({ items: [] }), ['items no_items']],
    ['an item that there is not', items({ items: [{ id: 'shoe_size', required: true }] }), ['items[0] unknown_item']],
    ['an item without a review', items({ items: [{ id: 'profile_nickname', required: true }] }), ['items[0] no_review_needed']],
    ['an approved item', items({ items: [{ id: 'gender', required: true }] }), ['items[0] item_already_approved']],
    [
      'an item twice',
      items({
        items: [
          { id: 'name', required: true },
          { id: 'name', required: false },
        ],
      }),
      ['items[1] item_twice'],
    ],
    ['no reason', items({ reason: ' \r\n ' }), ['reason collection_reason_missing']],
    ['400 characters', items({ reason: '가'.repeat(400) }), []],
    ['400 characters, lines as a browser sends them', items({ reason: `${'가'.repeat(199)}\r\n${'나'.repeat(200)}` }), []],
    ['401 characters', items({ reason: '가'.repeat(401) }), ['reason collection_reason_too_long']],
    ['no privacy address', items({ privacyUrl: '' }), ['privacyUrl privacy_url_refused']],
    ['no evidence for items', items({ evidence: null }), ['evidence evidence_missing']],
    [
      'nothing filled in',
      { ...EMPTY_DRAFT, kinds: ['terms', 'items'] },
      [
        'terms no_terms',
        'items no_items',
        'reason collection_reason_missing',
        'privacyUrl privacy_url_refused',
        'evidence evidence_missing',
      ],
    ],
    ['what was not chosen, however it is', { ...items(), terms: [term({ tag: '' })] }, []],
  ];
  for (const [what, content, says] of rows) {
    it(`${what}: ${says.join(', ') || 'may be submitted'}`, () => assert.deepEqual(problems(content), says));
  }

  it('ten terms at most, their tags unique', () => {
    const many = (count: number) => terms(...Array.from({ length: count }, (_, i) => term({ tag: `t${i}` })));
    assert.deepEqual(problems(many(10)), []);
    assert.deepEqual(problems(many(11)), ['terms too_many_terms']);
    assert.deepEqual(problems(terms(term(), term())), ['terms[1].tag tag_already_used']);
  });
});
