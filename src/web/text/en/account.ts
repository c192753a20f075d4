import type { account as ko } from '../ko/account.ts';
import { manage } from './manage.ts';
import { triggers } from './triggers.ts';

export const account: Record<keyof typeof ko, string> = {
  'signIn.other': 'Enter with login and password',
  'signIn.nobody': 'There is nobody to choose. Enter a login and a password below.',
  'signIn.loginId': 'Login',
  'signIn.loginIdHint': 'E-mail address or phone number',
  'signIn.password': 'Password',
  'signIn.enter': 'Enter',
  'signIn.wrong': 'The login or password is not right. Please check and try again.',
  'signIn.unknownPerson': 'This person could not be found. Please choose again.',

  'account.login': 'Sign in to the consoles',
  'account.lead': 'One account for Kakao Developers, Kakao for Business and the Plus Friend Center. One click on a person, no password.',
  'account.none': 'No account yet?',
  'account.signup': 'Make a new account',
  'account.signupLead': 'You make an account of the simulator for the consoles. Do not enter details of a real account.',
  'account.signOut': 'Sign out',
  'account.signedIn': 'Signed in as {name}.',

  ...manage,
  ...triggers,
};
