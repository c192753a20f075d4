/** Forms of the gallery: opened, wrong, stale, with files that were kept; and a block to confirm. */
import { fieldsOf } from '../../../src/consoles/kit/fields.ts';
import { type Draft, freshDraft } from '../../../src/consoles/kit/draft.ts';
import { type Form, formOf } from '../../../src/consoles/kit/form.ts';
import { button, fact, link } from '../../../src/consoles/kit/parts.ts';
import { reading } from '../../../src/web/language.ts';
import type { Typed } from '../../../src/web/typed.ts';
import type { Exhibit } from './exhibits.ts';
import { factsOf } from './facts.ts';
import type { Studio } from './gallery.ts';

const TYPED: Typed = {
  name: '데일리룩',
  'number.0': '120',
  'number.1': '81',
  'number.2': '47521',
  url: 'https://dailylook.example/terms',
  reason: '주문과 배송을 위해 수집합니다.',
  trade: 'mail-order',
  required: 'optional',
  items: ['phone', 'birthyear'],
  since: '2019-04-11',
};
const ERRORS = {
  name: '20자까지 입력할 수 있습니다.',
  'number.2': '숫자 5자리를 입력해 주세요.',
  reason: '400자까지 입력할 수 있습니다.',
  url: 'http:// 또는 https://로 시작하는 주소를 입력해 주세요.',
  required: '하나를 선택해 주세요.',
  trade: '하나를 선택해 주세요.',
  registration: '파일을 첨부해 주세요.',
  '': '약관은 최대 10개까지 등록할 수 있습니다.',
};
const KEPT = { id: '01ABC', name: '사업자등록증 (2019년 4월 발급).png', size: 1_400_000 };

export const formExhibits: Readonly<Record<string, Exhibit>> = {
  form: exhibit({}),
  'form-filled': exhibit({ typed: TYPED }, true),
  'form-wrong': exhibit({ typed: { ...TYPED, reason: '가나다 '.repeat(120) }, errors: ERRORS }, true),
  'form-stale': exhibit({
    typed: TYPED,
    refusal: 'stale',
    changed: ['name', 'number.2', 'items', 'trade', 'reason'],
    stored: { ...TYPED, name: '데일리룩 2', items: ['phone'], trade: '', reason: '' },
  }),
  'form-other-person': exhibit({ typed: TYPED, refusal: 'otherPerson' }),
  confirm: { view: 'confirm', model: confirm },
};

function exhibit(draft: Partial<Draft>, hasKept = false): Exhibit {
  return {
    view: 'form',
    model: (studio) => ({
      frame: studio.frame('center', {
        heading: '비즈니스 인증',
        trail: [{ href: '/center/profiles', word: '프로필' }],
        road: factsOf.refused,
      }),
      form: form(studio, { ...freshDraft(studio.house, studio.ctx), version: 'name=1', ...draft }, hasKept),
    }),
  };
}

function form({ ctx }: Studio, draft: Draft, hasKept: boolean): Form {
  const { t } = reading(ctx);
  const field = fieldsOf(ctx, draft);
  const pictures = { kinds: ['image/jpeg', 'image/png'], limit: 10 * 1024 * 1024 };
  return formOf(ctx, draft, {
    fields: [
      field.text('name', '업체명', { hint: '사업자등록증에 적힌 이름입니다.' }),
      field.registrationNumber('number', '사업자등록번호'),
      field.date('since', '개업일', { required: false }),
    ],
    groups: [
      {
        title: '1. 약관 입력',
        hint: '최대 10개까지 등록 가능하며, 등록 순으로 화면에 노출됩니다.',
        fields: [
          field.text('url', '약관 URL', { type: 'url', placeholder: 'https://' }),
          field.radios('required', '약관 조건', [
            { value: 'required', word: '필수 동의 항목' },
            { value: 'optional', word: '선택 동의 항목', note: '동의하지 않아도 가입할 수 있습니다.' },
          ]),
          field.select('trade', '업종', [
            { value: '', word: t('form.none') },
            { value: 'mail-order', word: '통신판매업' },
            { value: 'health-food', word: '건강기능식품판매업' },
          ]),
          field.checks('items', '개인정보 항목', [
            { value: 'phone', word: '휴대전화번호' },
            { value: 'birthyear', word: '생년' },
            { value: 'ci', word: 'CI', refusal: '이 앱에서는 신청할 수 없습니다.' },
          ]),
          field.area('reason', '수집 사유', { most: 400, hint: '수집하려는 목적을 자세히 입력해 주세요.' }),
        ],
      },
      {
        title: '2. 서류 첨부',
        hint: null,
        fields: [
          field.file('registration', '사업자등록증', { ...pictures, kept: hasKept ? KEPT : undefined, href: '/form' }),
          field.file('certificate', '통신판매업 신고증', { ...pictures, required: false, hint: '발급일 3개월 이내.' }),
        ],
      },
    ],
    actions: [button('심사 요청', 'primary', { testid: 'submit' }), link('이전', '/form')],
  });
}

function confirm({ ctx, house, frame }: Studio): Record<string, unknown> {
  const draft = freshDraft(house, ctx);
  return {
    frame: frame('business', { heading: '비즈 앱과 인증 프로필 연결', road: factsOf.ready }),
    confirm: {
      heading: '이대로 연결할까요?',
      says: '동일한 사업자 정보가 입력된 비즈 앱과 인증 프로필입니다.',
      summary: [fact('비즈 앱', '테스트비즈앱1 (205700)'), fact('인증 프로필', '프로필1 (12345)', '프로필2 (12346)')],
      warning: '연결을 해제하려면 고객센터에 문의해야 합니다.',
      form: formOf(ctx, draft, { actions: [button('연결하기'), button('모두 지우기', 'danger'), link('취소', '/confirm', 'quiet')] }),
    },
  };
}
