import type { home as ko } from '../ko/home.ts';

export const home: Record<keyof typeof ko, string> = {
  'home.title': 'Kakao Sync Simulator',
  'home.intro':
    'Every step of Kakao Login and Kakao Sync happens on this computer. Change the addresses in your service; the code stays as it is.',
  'home.try': 'Try logging in at the demo service',
  'home.tryHint': 'A small shop that plays the partner runs beside the simulator.',
  'home.faces': 'Look around',
  'home.apps': 'App keys',
  'home.appsHint': 'Put these keys into the settings of your service and it can log people in.',
  'home.appId': 'App ID',
  'home.clientId': 'REST API key (client_id)',
  'home.clientSecret': 'Client secret (client_secret)',
  'home.noSecret': 'Not used',
  'home.redirectUris': 'Redirect URI',
  'home.noRedirectUris': 'No address is registered.',
  'home.settings': 'All settings of this app',
  'home.noApps': 'There are no apps yet.',
  'home.personas': 'People',
  'home.personasHint': 'Choose one with a click on the login screen, or type the login and password below.',
  'home.noPersonas': 'There is nobody here yet.',
  'home.nickname': 'Nickname',
  'home.says': 'Who it is',
  'home.login': 'Login',
  'home.password': 'Password',
  'home.copy': 'Copy',
  'home.copied': 'Copied',
};
