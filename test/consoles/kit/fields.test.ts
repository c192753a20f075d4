/** Fields as they are drawn, from a draft. */
import assert from 'node:assert/strict';
import type { Context } from 'koa';
import type { Draft } from '../../../src/consoles/kit/draft.ts';
import { fieldsOf } from '../../../src/consoles/kit/fields.ts';
import { sizeInWords } from '../../../src/consoles/kit/file-field.ts';
import { formOf } from '../../../src/consoles/kit/form.ts';
import { translator } from '../../../src/web/text/index.ts';

const EMPTY: Draft = { typed: {}, errors: {}, changed: [], stored: {}, refusal: null, once: 't', version: null, as: 'han' };
const CHOICES = [
  { value: 'a', word: '가', note: '설명' },
  { value: 'b', word: '나', refusal: '권한이 없습니다.' },
  { value: 'c', word: '다' },
];
const ctx = { path: '/here', state: { language: 'ko', t: translator('ko') } } as unknown as Context;
const fields = (draft: Partial<Draft> = {}) => fieldsOf(ctx, { ...EMPTY, ...draft });

describe('콘솔 · the fields of a form', () => {
  it('have what was typed, what is wrong, and tell both to those who hear the page', () => {
    const field = fields({ typed: { name: '<b>' }, errors: { name: '입력해 주세요.' } }).text('name', '이름', { hint: '20자까지' });
    assert.equal(field.value, '<b>');
    assert.equal(field.error, '입력해 주세요.');
    assert.equal(field.describedBy, 'f-name-hint f-name-error');
  });

  it('say of what may stay empty that it may', () => {
    assert.equal(fields().text('name', '이름').optional, null);
    assert.equal(fields().text('name', '이름', { required: false }).optional, '선택 입력');
  });

  it('have ids without dots', () => assert.equal(fields().text('terms.0.title.ko', '약관 제목').id, 'f-terms-0-title-ko'));

  it('tell their limit', () => {
    const { hint, most } = fields().area('reason', '수집 사유', { most: 400, hint: '자세히 입력해 주세요.' });
    assert.deepEqual([hint, most], ['자세히 입력해 주세요. · 최대 400자', 400]);
    assert.equal(fields().area('reason', '수집 사유').hint, null);
  });

  for (const kind of ['select', 'radios', 'checks'] as const) {
    it(`of several offers (${kind}) know what was chosen, what cannot be, and the words of what is stored`, () => {
      const field = fields({ typed: { one: 'c' }, changed: ['one'], stored: { one: ['a', 'gone'] } })[kind]('one', '하나', CHOICES);
      assert.deepEqual(
        field.options.map(({ id, isChosen, note, refusal }) => [id, isChosen, note, refusal]),
        [
          ['f-one', false, '설명', null],
          ['f-one-1', false, null, '권한이 없습니다.'],
          ['f-one-2', true, null, null],
        ],
      );
      assert.equal(field.storedNow?.text, '가, gone');
    });
  }

  it('know several that were chosen', () => {
    const { options } = fields({ typed: { many: ['a', 'c'] } }).checks('many', '여럿', CHOICES);
    assert.deepEqual(
      options.map(({ isChosen }) => isChosen),
      [true, false, true],
    );
  });

  it('say that nothing is stored now', () => {
    const { storedNow } = fields({ changed: ['name'], stored: { name: '' } }).text('name', '이름');
    assert.equal(storedNow?.text, '비어 있음');
  });
});

describe('콘솔 · 사업자등록번호', () => {
  const typed = { 'number.0': '120', 'number.1': '8', 'number.2': '47521' };

  it('says what is wrong with one box, and marks that one', () => {
    const field = fields({ typed, errors: { 'number.1': '2자리를 입력해 주세요.' } }).registrationNumber('number', '사업자등록번호');
    assert.equal(field.error, '2자리를 입력해 주세요.');
    assert.deepEqual(
      field.boxes.map(({ value, isWrong }) => [value, isWrong]),
      [
        ['120', false],
        ['8', true],
        ['47521', false],
      ],
    );
  });

  it('marks all of them when it is the number', () => {
    const { boxes } = fields({ typed, errors: { number: '맞지 않습니다.' } }).registrationNumber('number', '사업자등록번호');
    assert.ok(boxes.every(({ isWrong }) => isWrong));
  });

  it('shows the whole number that is stored now, whichever box was changed', () => {
    const stored = { 'number.0': '214', 'number.1': '88', 'number.2': '12345' };
    const field = fields({ typed, changed: ['number.2'], stored }).registrationNumber('number', '사업자등록번호');
    assert.equal(field.storedNow?.text, '214-88-12345');
  });
});

describe('콘솔 · a field for a file', () => {
  const options = { kinds: ['image/jpeg', 'image/png', 'application/pdf'], limit: 10 * 1024 * 1024 };

  it('says in words what it takes', () => {
    const { hint, accept } = fields().file('proof', '증빙', options);
    assert.equal(hint, '지원 파일: jpg, png, pdf (최대 10MB)');
    assert.equal(accept, 'image/jpeg,.jpg,image/png,.png,application/pdf,.pdf');
  });

  it('carries the file that an earlier try has kept', () => {
    const { kept } = fields().file('proof', '증빙', { ...options, kept: { id: 'd1', name: '약관.png', size: 1_400_000 } });
    assert.deepEqual(kept, { name: '약관.png', size: '1.3MB', href: null, field: 'proofKept', id: 'd1' });
  });

  for (const [bytes, words] of [
    [1, '1KB'],
    [640 * 1024, '640KB'],
    [1024 * 1024, '1MB'],
    [10 * 1024 * 1024, '10MB'],
  ] as const) {
    it(`writes ${bytes} bytes as ${words}`, () => assert.equal(sizeInWords(bytes), words));
  }
});

describe('콘솔 · a form as a whole', () => {
  it('posts to the address of its page, and carries its token, its version and its person', () => {
    const form = formOf(ctx, { ...EMPTY, version: 'v' }, { actions: [], hidden: { step: '2' } });
    assert.equal(form.action, '/here');
    assert.deepEqual(
      form.hidden.map(({ name, value }) => `${name}=${value}`),
      ['once=t', 'as=han', 'version=v', 'step=2'],
    );
  });

  it('is multipart when there is a file in it, even in a group', () => {
    const file = fields().file('proof', '증빙', { kinds: [], limit: 1 });
    assert.equal(formOf(ctx, EMPTY, { actions: [], groups: [{ title: '서류', hint: null, fields: [file] }] }).hasFiles, true);
    assert.equal(formOf(ctx, EMPTY, { actions: [] }).hasFiles, false);
  });

  it('lists what is wrong in its own order, and first what is wrong with all of it', () => {
    const errors = { 'number.2': '셋째', name: '첫째', '': '전체' };
    const draft = { ...EMPTY, errors };
    const field = fieldsOf(ctx, draft);
    const form = formOf(ctx, draft, { fields: [field.text('name', '이름'), field.registrationNumber('number', '번호')], actions: [] });
    assert.deepEqual(form.problems?.list, [
      { label: null, text: '전체', href: null },
      { label: '이름', text: '첫째', href: '#f-name' },
      { label: '번호', text: '셋째', href: '#f-number' },
    ]);
  });
});
