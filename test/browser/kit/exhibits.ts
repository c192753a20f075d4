/** What hangs in the gallery: a page for each, by its path. */
import type { ConsoleName } from '../../../src/consoles/kit/frame.ts';
import { badge, button, fact, link, type Status, stepper } from '../../../src/consoles/kit/parts.ts';
import { reading } from '../../../src/web/language.ts';
import { factsOf } from './facts.ts';
import { formExhibits } from './forms.ts';
import type { Studio } from './gallery.ts';

export interface Exhibit {
  view: 'page' | 'parts' | 'form' | 'confirm';
  signedOut?: boolean;
  /** Opened with this query. */
  query?: string;
  model(studio: Studio): Record<string, unknown>;
}

const STATUSES: readonly Status[] = [
  ...(['uncertified', 'certifying', 'certified', 'notApplied', 'draft', 'pending', 'approved', 'approvedInPart'] as const),
  ...(['rejected', 'connected', 'notConnected', 'biz', 'basic', 'on', 'off', 'noRole'] as const),
];
const LONG = '아주긴이름의회사와서비스를가진주식회사데일리룩컴퍼니글로벌홀딩스';

export const exhibits: Readonly<Record<string, Exhibit>> = {
  ...Object.fromEntries(Object.entries(factsOf).map(([name, road], at) => [`road-${name}`, roadExhibit(name, road, at)])),
  parts: { view: 'parts', model: parts },
  'signed-out': {
    view: 'page',
    signedOut: true,
    model: ({ frame }) => ({ frame: frame('developers', { heading: '카카오 디벨로퍼스', lead: '모든 앱입니다.', road: null }) }),
  },
  done: { ...roadExhibit('done', factsOf.connected, 1), query: '?done=saved' },
  ...formExhibits,
};

function roadExhibit(heading: string, road: (typeof factsOf)[keyof typeof factsOf], at: number): Exhibit {
  const theme = (['center', 'developers', 'business'] as const)[at % 3] as ConsoleName;
  return { view: 'page', model: ({ frame }) => ({ frame: frame(theme, { heading, road }) }) };
}

function parts({ ctx, frame }: Studio): Record<string, unknown> {
  const { t } = reading(ctx);
  const time = { iso: '2019-04-11T00:00:00Z', text: '2019-04-11 09:00:00' };
  return {
    frame: frame('business', {
      heading: t('road.step.application'),
      lead: '비즈 앱과 인증 프로필의 연결 상태를 확인하고 카카오싱크를 신청합니다.',
      badge: badge(t, 'pending'),
      portrait: { name: '데일리룩', image: null, kind: 'square' },
      trail: [{ href: '/business/apps', word: '비즈 앱' }],
      road: factsOf.connected,
    }),
    stepper: stepper(t, t('road.step.connection'), ['road.step.app', 'road.step.profile', 'road.state.done'], 1),
    tabs: {
      label: t('road.step.certification'),
      tabs: [
        { word: '유효 정보', href: '/parts', isCurrent: true, count: null },
        { word: '히스토리', href: '/parts?history', isCurrent: false, count: 3 },
        { word: '인증 하기', href: '/parts?certify', isCurrent: false, count: null },
      ],
    },
    badges: STATUSES.map((status) => badge(t, status)),
    facts: [
      fact('업체명', LONG),
      fact('주소', '제주특별자치도 제주시 첨단로 242\n(영평동)'),
      fact('REST API 키', { kind: 'copy', text: '0123456789abcdef0123456789abcdef', of: 'REST API 키' }),
      fact('Tag', { kind: 'code', text: 'service_20190311' }, { kind: 'code', text: 'privacy_20190311' }),
      fact('상태', { kind: 'badge', badge: badge(t, 'approved') }),
      fact('약관 URL', { kind: 'link', text: 'http://www.kakao.com/policy/terms', href: '/parts' }),
      fact('신청일', { kind: 'time', time }),
      fact('메모', { kind: 'none', text: '없음' }),
    ],
    columns: ['비즈 앱 (디벨로퍼스)', '인증된 프로필 (플러스친구)', '카카오싱크'],
    rows: [
      { name: '테스트비즈앱11 (205724)', profiles: ['플러스친구1', '플러스친구12', LONG], actions: [apply('테스트비즈앱11')] },
      {
        name: '카카오M (1234567)',
        profiles: ['프로필1'],
        badge: badge(t, 'noRole'),
        actions: [apply('카카오M', '비즈앱의 권한이 에디터 이상일 경우에만, 카카오싱크 신청이 가능합니다.')],
      },
      {
        name: '카카오 모빌리티 (233452)',
        profiles: ['프로필2'],
        badge: badge(t, 'pending'),
        actions: [apply('모빌리티', '검수 진행 중입니다.')],
      },
    ],
    actions: [
      button('저장'),
      button('연결 해제', 'danger', { name: 'decision', value: 'disconnect' }),
      button('삭제', 'danger', { refusal: '연결된 프로필이 있어 삭제할 수 없습니다.' }),
      link('취소', '/parts', 'quiet'),
      link('도움말', '/parts'),
    ],
    empty: {
      title: '아직 프로필이 없습니다.',
      says: '프로필을 만들면 비즈니스 인증을 신청할 수 있습니다.',
      actions: [link('프로필 만들기', '/parts', 'primary')],
    },
  };
}

function apply(of: string, refusal: string | null = null): ReturnType<typeof link> {
  return link('카카오싱크 신청', '/parts', 'plain', { of, refusal });
}
