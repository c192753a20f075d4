import type { gate as ko } from '../ko/gate.ts';

export const gate: Record<keyof typeof ko, string> = {
  'gate.title': 'Operator sign-in',
  'gate.lead': 'Several people share this simulator. The consoles and /_sim are for those who know its operator secret.',
  'gate.notKakao': 'This is a simulator, not Kakao. Do not type the password of a Kakao account.',
  'gate.secret': 'Operator secret',
  'gate.secretHint':
    'What the variable KAKAO_SYNC_OPERATOR_SECRET or a file said when the simulator was started. Whoever runs it can tell you.',
  'gate.enter': 'Enter',
  'gate.operator': 'Signed in as an operator',
  'gate.signOut': 'Operator sign-out',
  'gate.first': 'You have to sign in first. What you sent was not applied.',
  'gate.wrong': 'This is not the operator secret. Please check and try again.',
  'gate.tooMany': 'Too many wrong secrets. Try again in {minutes} minutes.',
};
