/** Words of signing in to a page of ours, of managing the account, and of what its services are told. */
import { manage } from './manage.ts';
import { triggers } from './triggers.ts';

export const account = {
  'signIn.other': '아이디와 비밀번호로 들어가기',
  'signIn.nobody': '준비된 사용자가 없습니다. 아래에 아이디와 비밀번호를 입력해 주세요.',
  'signIn.loginId': '아이디',
  'signIn.loginIdHint': '이메일 또는 전화번호',
  'signIn.password': '비밀번호',
  'signIn.enter': '들어가기',
  'signIn.wrong': '아이디 또는 비밀번호가 맞지 않습니다. 다시 확인해 주세요.',
  'signIn.unknownPerson': '선택한 사용자를 찾을 수 없습니다. 다시 선택해 주세요.',

  'account.login': '콘솔에 로그인',
  'account.lead':
    '카카오 디벨로퍼스, 카카오 for 비즈니스, 플러스친구 관리자센터를 함께 사용하는 계정입니다. 사용자를 고르면 비밀번호 없이 바로 들어갑니다.',
  'account.none': '계정이 없나요?',
  'account.signup': '새 계정 만들기',
  'account.signupLead': '콘솔에서 쓸 시뮬레이터 계정을 만듭니다. 실제 계정 정보를 입력하지 마세요.',
  'account.signOut': '로그아웃',
  'account.signedIn': '{name}(으)로 로그인했습니다.',

  ...manage,
  ...triggers,
} as const;
