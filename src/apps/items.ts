/** The consent items (동의항목) that exist, as the console and the screens name them. Source: kakao-api 4.1. */
import type { App } from '../store/index.ts';
import { inEra } from './era.ts';

export interface ConsentItem {
  id: string;
  label: { ko: string; en: string };
  type: 'PRIVACY' | 'SERVICE';
  /** May be switched on only after an approved items review (개인정보제공 항목 검수). */
  needsReview: boolean;
}

const privacy = (id: string, ko: string, en: string, needsReview = false): ConsentItem => ({
  id,
  label: { ko, en },
  type: 'PRIVACY',
  needsReview,
});
const service = (id: string, ko: string, en: string): ConsentItem => ({ id, label: { ko, en }, type: 'SERVICE', needsReview: false });

const items: readonly ConsentItem[] = [
  privacy('profile', '프로필 정보(닉네임/프로필 사진)', 'Profile info (nickname/profile image)'),
  privacy('profile_nickname', '닉네임', 'Nickname'),
  privacy('profile_image', '프로필 사진', 'Profile image'),
  privacy('account_email', '카카오계정(이메일)', 'Kakao Account (email)'),
  privacy('name', '이름', 'Name', true),
  privacy('gender', '성별', 'Gender', true),
  privacy('age_range', '연령대', 'Age range', true),
  privacy('birthday', '생일', 'Birthday', true),
  privacy('birthyear', '출생 연도', 'Birth year', true),
  privacy('phone_number', '카카오계정(전화번호)', 'Kakao Account (phone number)', true),
  privacy('account_ci', 'CI(연계정보)', 'CI (connecting information)', true),
  privacy('shipping_address', '배송지정보(수령인명, 배송지 주소, 전화번호)', 'Shipping addresses (recipient, address, phone number)', true),
  privacy('plusfriends', '카카오톡 채널 추가 상태 및 내역', 'KakaoTalk Channels added and their history'),
  privacy(
    'friends',
    '카카오 서비스 내 친구목록(프로필사진, 닉네임, 즐겨찾기 포함)',
    'Friends in Kakao services (profile image, nickname, favourites)',
  ),
  service('talk_message', '카카오톡 메시지 전송', 'Send messages in KakaoTalk'),
];

const byId = new Map(items.map((item) => [item.id, item]));

/** Ids of all items, in console order. */
export const itemIds: readonly string[] = items.map((item) => item.id);

/** The item with this id in the words of the app's era, or undefined where there is none. */
export function consentItem(id: string, app: Pick<App, 'era'>): ConsentItem | undefined {
  const item = byId.get(id);
  return item && { ...item, label: inEra(app, 'itemLabels')[id] ?? item.label };
}

/** The item, if the app's era has it: what can be configured and applied for. */
export function itemOf(app: Pick<App, 'era'>, id: string): ConsentItem | undefined {
  return inEra(app, 'absentItems').includes(id) ? undefined : consentItem(id, app);
}
