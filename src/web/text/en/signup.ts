import type { signup as ko } from '../ko/signup.ts';

export const signup: Record<keyof typeof ko, string> = {
  'signup.title': 'Make a new account',
  'signup.lead': 'This makes a simulator account to start {app} with. Never type a real account.',
  'signup.email': 'Email',
  'signup.hint.email': 'You sign in with it. For example: new@example.com',
  'signup.password': 'Password',
  'signup.hint.password': 'At least 4 characters. It is kept as it is in the data file: use none that you use elsewhere.',
  'signup.nickname': 'Nickname',
  'signup.hint.nickname': '1 to 20 characters',
  'signup.birthdate': 'Date of birth (optional)',
  'signup.hint.birthdate': 'Left empty, you become a user of unknown age.',
  'signup.submit': 'Make it and continue',
  'signup.taken': 'This address is taken. Type another one.',
  'signup.wrong.email': 'Type an e-mail address.',
  'signup.wrong.password': 'Type 4 to 200 characters.',
  'signup.wrong.nickname': 'Type 1 to 20 characters.',
  'signup.wrong.birthdate': 'Type a date as year-month-day, for example 1999-03-14.',
};
