import type { faces as ko } from '../ko/faces.ts';

export const faces: Record<keyof typeof ko, string> = {
  'face.talk': 'KakaoTalk',
  'face.talk.says': "The user's KakaoTalk: add and block channels.",
  'face.developers': 'Kakao Developers',
  'face.developers.says': 'Every setting of each app: keys, consent items, simple signup.',
  'face.business': 'Kakao for Business',
  'face.business.says': 'Connect biz apps to certified profiles, and apply for Kakao Sync.',
  'face.operator': 'The simulator itself',
  'face.operator.says': 'What the real Kakao does not have.',
  'face.deliveries': 'Callbacks',
  'face.deliveries.says': 'Every callback sent, attempt by attempt.',
  'face.discovery': 'OpenID configuration',
  'face.discovery.says': 'The metadata document of OpenID Connect.',
  'face.authorize': 'Authorize',
  'face.authorize.says': 'Where partners send their users. Without an app key it shows an error page.',
  'face.me': 'User API',
  'face.me.says': 'Called with an access token. Without one it shows an error answer.',
  'home.state.sync': 'simple signup ON',
  'home.state.login': 'login ON',
  'home.state.off': 'login OFF',
};
