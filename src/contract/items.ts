/** Consent items (동의항목) and their states. Source: kakao-api 4. */
import { NOT_LOGIN } from './reasons.ts';
import { code, differs, fact, leftOut } from './row.ts';
import type { Table } from './table.ts';

const REVIEW = differs(
  '항목마다의 검수 조건은 알려지지 않아, 정한 대로 검수합니다.',
  'Which items need a review is not established; a fixed list does.',
);
const DISCONTINUED = leftOut('서비스가 끝났습니다.', 'Discontinued.');
const PARTNERS = leftOut('제휴사만 쓰는 항목입니다.', 'For partners only.');

// prettier-ignore
export const items: Table = {
  id: 'items',
  section: '4.1',
  title: { ko: '동의항목', en: 'Items' },
  kind: 'listed',
  rows: [
    code('doc', 'profile', '프로필 정보(닉네임/프로필 사진)', 'Profile info (nickname/profile image)'),
    code('doc', 'profile_nickname', '닉네임', 'Nickname'),
    code('doc sdk', 'profile_image', '프로필 사진', 'Profile image'),
    code('sdk recall', 'account_email', '카카오계정(이메일)', 'Kakao Account (email)', differs(
      '비즈 앱이 아니어도, 검수 없이 쓸 수 있습니다.', 'Open to every app, without a review.')),
    code('doc recall', 'name', '이름', 'Name', REVIEW),
    code('seed recall', 'gender', '성별', 'Gender', REVIEW),
    code('seed recall', 'age_range', '연령대', 'Age range', REVIEW),
    code('seed recall', 'birthday', '생일', 'Birthday', REVIEW),
    code('seed sdk', 'birthyear', '출생 연도', 'Birth year', REVIEW),
    code('seed sdk', 'phone_number', '카카오계정(전화번호)', 'Kakao Account (phone number)', REVIEW),
    code('seed doc', 'account_ci', 'CI(연계정보)', 'CI (connecting information)', REVIEW),
    code('doc sdk', 'shipping_address', '배송지정보', 'Shipping addresses', REVIEW),
    code('seed doc sdk', 'plusfriends', '카카오톡 채널 추가 상태 및 내역', 'KakaoTalk Channels added and their history', differs(
      '연결된 채널이 없는 앱도 쓸 수 있습니다.', 'Open to apps without a linked channel, too.')),
    code('seed doc', 'friends', '카카오 서비스 내 친구목록', 'Friends in Kakao services', differs(
      '동의만 받고, 친구 API는 없습니다.', 'Only its consent; there is no friends API.')),
    code('sdk', 'talk_message', '카카오톡 메시지 전송', 'Send messages in KakaoTalk', differs(
      '동의만 받고, 메시지 API는 없습니다.', 'Only its consent; there is no message API.')),
    code('doc', 'talk_chats', '카카오톡 채팅 목록', 'Chat lists in KakaoTalk', PARTNERS),
    code('sdk', 'story_read', '카카오스토리 글 목록', 'Read KakaoStory', DISCONTINUED),
    code('sdk', 'story_publish', '카카오스토리 글 작성', 'Write to KakaoStory', DISCONTINUED),
    code('sdk', 'story_permalink', '카카오스토리 글 주소', 'Addresses in KakaoStory', DISCONTINUED),
    code('sdk doc', 'legal_name, legal_birth_date, legal_gender, is_korean', '법정 신원 항목', 'Legal identity', PARTNERS),
    code('doc', '보안 이벤트 정보 제공', '보안 이벤트 정보', 'Security events', NOT_LOGIN),
  ],
};

// prettier-ignore
export const states: Table = {
  id: 'item-states',
  section: '4.2',
  title: { ko: '단계마다', en: 'In each state' },
  kind: 'declared',
  rows: [
    fact('seed doc', 'required: shown at the first consent, needed to go on, not revocable', '필수 동의: 처음 동의할 때 보이고, 동의해야 계속하며, 철회할 수 없습니다.'),
    fact('seed doc', 'optional: shown at the first consent with a box of its own, revocable', '선택 동의: 처음 동의할 때 하나씩 고르고, 철회할 수 있습니다.'),
    fact('seed doc', 'in use: not shown at the first consent, only where scope names it', '이용 중 동의: 처음에는 보이지 않고, scope로 요청할 때만 보입니다.'),
    fact('sdk', 'in use: offered as optional where scope names it at the first login', '이용 중 동의: 첫 로그인에 scope로 요청하면 선택 항목으로 보입니다.'),
    fact('seed doc', 'off: not available, naming it in scope is KOE205', '사용 안 함: 쓸 수 없고, scope로 요청하면 KOE205입니다.'),
    fact('seed recall', 'the collection purpose of an item is shown under 보기', '항목의 수집 목적은 보기에 나옵니다.'),
    fact('recall', 'Kakao collects a missing value before the consent screen where the item says so', '값이 없으면 동의 화면 앞에서 카카오가 받아 주는 설정이 있습니다.',
      leftOut('값을 새로 받는 화면이 없습니다.', 'There is no screen that collects a value.')),
  ],
};
