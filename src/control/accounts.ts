/** Accounts: the people of the simulator, and their sign-ups. */
import { z } from 'zod';
import { accountOf, createAccount, forgetUser } from '../kit/account.ts';
import { accountInput, accountShape } from '../kit/account-input.ts';
import { findAccount } from '../kit/find.ts';
import { says } from '../kit/says.ts';
import { signUp } from '../kit/sign-up.ts';
import { signUpInput, signUpShape } from '../kit/sign-up-input.ts';
import { call, type Subject } from './call.ts';

const account = says(z.string(), 'Persona, account id, login or nickname.', '페르소나, 계정 ID, 로그인 ID 또는 닉네임');

export const accounts: Subject = {
  name: 'accounts',
  title: { en: 'Accounts', ko: '카카오계정' },
  says: { en: 'People who can sign in. All of it is made up.', ko: '로그인할 수 있는 사람들입니다. 모두 지어낸 사람입니다.' },
  calls: [
    call({
      method: 'GET',
      path: '/accounts',
      summary: { en: 'Everybody, or the personas.', ko: '모든 계정 또는 페르소나를 조회합니다.' },
      query: z.strictObject({
        personas: says(
          z.stringbool().default(false),
          'Only those that the login page offers by one click.',
          '로그인 화면에서 한 번에 고를 수 있는 페르소나만',
        ),
      }),
      answer: z.strictObject({ accounts: says(z.array(accountShape), 'Every one.', '계정 목록') }),
      do: async ({ accounts: room }, { query }) => ({ accounts: (await (query.personas ? room.personas() : room.all())).map(accountOf) }),
    }),
    call({
      method: 'POST',
      path: '/accounts',
      summary: { en: 'Makes a person of whom everything is known.', ko: '모든 정보가 있는 사람을 만듭니다.' },
      body: accountInput,
      answer: accountShape,
      status: 201,
      do: (house, { body }) => createAccount(house, body),
    }),
    call({
      method: 'GET',
      path: '/accounts/{account}',
      summary: { en: 'One account.', ko: '계정 하나를 조회합니다.' },
      params: z.strictObject({ account }),
      answer: accountShape,
      do: async (house, { params }) => accountOf(await findAccount(house, params.account)),
    }),
  ],
};

export const signUps: Subject = {
  name: 'sign-ups',
  title: { en: 'Sign-ups', ko: '가입' },
  says: {
    en: 'Signing people up without a browser, over the very pages and the token endpoint.',
    ko: '브라우저 없이 가입합니다. 실제 화면과 토큰 엔드포인트를 그대로 거칩니다.',
  },
  calls: [
    call({
      method: 'POST',
      path: '/sign-ups',
      summary: { en: 'Signs a person up for an app: a code and its tokens.', ko: '사람을 앱에 가입시키고 인가 코드와 토큰을 받습니다.' },
      body: signUpInput,
      answer: signUpShape,
      status: 201,
      do: (house, { body }) => signUp(house, body),
    }),
    call({
      method: 'DELETE',
      path: '/apps/{app}/users/{user}',
      summary: {
        en: 'Forgets a user, as though they had never been there; nobody is told.',
        ko: '사용자를 처음부터 없던 것처럼 잊습니다. 콜백은 보내지 않습니다.',
      },
      params: z.strictObject({
        app: says(z.string(), 'Id, key or name of the app.', '앱 ID, 키 또는 이름'),
        user: says(z.string(), 'Persona, account id, login or user number.', '페르소나, 계정 ID, 로그인 ID 또는 회원번호'),
      }),
      answer: z.strictObject({ forgotten: says(z.boolean(), 'Whether there was anything to forget.', '잊을 것이 있었는지 여부') }),
      do: async (house, { params }) => ({ forgotten: await forgetUser(house, params.app, params.user) }),
    }),
  ],
};
