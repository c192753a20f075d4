/** How long things live, in seconds. Source: kakao-api 1.2, 1.3, 1.10. */
import { code, type Mark, type Row, type Sources } from '../row.ts';
import type { Table } from '../table.ts';

const MINUTE = 60;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** The name of a row, in which its seconds stand: where the code has other ones, it has another row. */
export const lifetime = (what: string, seconds: number): string => `${what}: ${seconds} seconds`;

const lasts = (sources: Sources, what: string, seconds: number, ko: string, en: string, mark: Mark = {}): Row =>
  code(sources, lifetime(what, seconds), ko, en, mark);

const OURS: Mark = {
  ours: { ko: '카카오의 시간은 알려지지 않아 시뮬레이터가 정했습니다.', en: 'Kakao’s own is not established; this one is ours.' },
};

// prettier-ignore
export const lifetimes: Table = {
  id: 'lifetimes',
  section: '1.10',
  title: { ko: '유효 시간', en: 'Lifetimes' },
  kind: 'listed',
  rows: [
    lasts('doc sdk', 'access token of a REST API key', 6 * HOUR - 1, 'REST API 키의 액세스 토큰과 ID 토큰, 여섯 시간', 'Access and ID token, six hours'),
    lasts('doc sdk', 'access token of a JavaScript key', 2 * HOUR - 1, 'JavaScript 키의 액세스 토큰과 ID 토큰, 두 시간', 'Access and ID token, two hours'),
    lasts('doc sdk', 'access token of a native key', 12 * HOUR - 1, '네이티브 앱 키의 액세스 토큰과 ID 토큰, 열두 시간', 'Access and ID token, twelve hours'),
    lasts('doc sdk', 'refresh token', 60 * DAY - 1, '리프레시 토큰, 두 달', 'Two months'),
    lasts('doc', 'renewal of a refresh token', 30 * DAY, '리프레시 토큰을 새로 주는 마지막 한 달', 'In the last month'),
    lasts('recall', 'authorization code', 10 * MINUTE, '인가 코드, 10분', 'Ten minutes'),
    lasts('doc', 'Kakao account session', DAY, '카카오계정 세션, 하루', 'A day'),
    lasts('doc', 'Kakao account session, kept', 30 * DAY, '로그인 상태를 유지한 카카오계정 세션, 한 달', 'A month'),
    lasts('sdk', 'hand-over of a finished login', 10 * MINUTE, '끝난 로그인을 기다리는 스크립트가 묻는 시간, 10분', 'As long as the SDKs ask'),
    lasts('sdk', 'agt', 5 * MINUTE, 'agt, 5분', 'Five minutes', OURS),
    lasts('sdk', 'login page left open', HOUR, '열어 둔 로그인 화면, 한 시간', 'An hour', OURS),
  ],
};
