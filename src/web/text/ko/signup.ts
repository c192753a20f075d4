/** Words of the account sign-up (`prompt=create`). */
export const signup = {
  'signup.title': '새 계정 만들기',
  'signup.lead': '{app} 서비스를 시작할 시뮬레이터 계정을 만듭니다. 실제 계정 정보를 입력하지 마세요.',
  'signup.email': '이메일',
  'signup.hint.email': '로그인할 때 쓰는 아이디입니다. 예: new@example.com',
  'signup.password': '비밀번호',
  'signup.hint.password': '4자 이상. 데이터 파일에 그대로 저장되니 다른 곳에서 쓰는 비밀번호는 넣지 마세요.',
  'signup.nickname': '닉네임',
  'signup.hint.nickname': '1~20자',
  'signup.birthdate': '생년월일 (선택)',
  'signup.hint.birthdate': '비워 두면 나이를 알 수 없는 사용자가 됩니다.',
  'signup.submit': '만들고 계속하기',
  'signup.taken': '이미 사용 중인 이메일입니다. 다른 이메일을 입력해 주세요.',
  'signup.wrong.email': '이메일 주소 형식으로 입력해 주세요.',
  'signup.wrong.password': '4자 이상 200자 이하로 입력해 주세요.',
  'signup.wrong.nickname': '1자 이상 20자 이하로 입력해 주세요.',
  'signup.wrong.birthdate': '연-월-일 형식의 날짜를 입력해 주세요. 예: 1999-03-14',
} as const;
