/** The wire of clients that are not installed here, one row each, from their sources and captures. Source: clients.md 1 and 2. */
import { createHash } from 'node:crypto';
import { APPS, describeHouse } from '../helpers/house.ts';
import { bearer, encoded, FORM, type Habit, type Known, logInBy, ME, posted } from './wire.ts';

const VERIFIER = 'a-verifier-of-at-least-forty-three-characters-0123456789';
const CHALLENGE = `code_challenge=${createHash('sha256').update(VERIFIER).digest('base64url')}&code_challenge_method=S256`;
const THREE = 'scope=account_email+profile_image+profile_nickname';
const PROFILE = ['kakao_account.profile.nickname', 'kakao_account.profile.profile_image_url'] as const;
const LEGACY = ['properties.nickname', 'properties.profile_image', 'properties.thumbnail_image'] as const;
const EMAIL = ['kakao_account.email', 'kakao_account.is_email_valid', 'kakao_account.is_email_verified'] as const;

const grant = ({ code, redirectUri }: Known) => ({ grant_type: 'authorization_code', code, redirect_uri: redirectUri });
const client = ({ clientId, secret }: Known) => ({ client_id: clientId, client_secret: secret });
const basic = ({ clientId, secret }: Known) => ({ Authorization: `Basic ${Buffer.from(`${clientId}:${secret}`).toString('base64')}` });
const inBody = (known: Known) => posted({ ...grant(known), ...client(known) });
const withBearer = ({ token }: Known) => ({ to: ME, headers: bearer(token) });
const usual = { token: inBody, user: withBearer };

const habits: readonly Habit[] = [
  {
    client: 'django-allauth: an empty scope from its settings, the form body, Bearer',
    authorize: 'scope=&state=Xy0',
    ...usual,
    reads: ['kakao_account.email', 'kakao_account.is_email_verified', ...PROFILE],
  },
  {
    client: 'python-social-auth: no redirect_uri for the token, then Bearer and ?access_token= together, and Content_Type misspelt',
    authorize: 'state=Xy0',
    token: (known) => posted({ grant_type: 'authorization_code', code: known.code, ...client(known) }, { Accept: 'application/json' }),
    user: ({ token }) => ({ to: `${ME}?access_token=${token}`, headers: { ...bearer(token), Content_Type: `${FORM};charset=utf-8` } }),
    reads: ['kakao_account.email', 'properties.nickname'],
  },
  {
    client: 'Supabase (gotrue): three scopes by blanks, parameters in the body from the start',
    authorize: `${THREE}&state=eyJhbGciOiJIUzI1NiJ9.e30.x`,
    ...usual,
    reads: [...EMAIL, ...PROFILE],
  },
  {
    client: 'PocketBase: PKCE, and HTTP Basic first: the same code is good for its second try in the body',
    authorize: `${THREE}&state=s&${CHALLENGE}`,
    probe: (known) => posted({ ...grant(known), code_verifier: VERIFIER }, basic(known)),
    token: (known) => posted({ ...grant(known), ...client(known), code_verifier: VERIFIER }),
    user: withBearer,
    reads: [...LEGACY, ...EMAIL],
  },
  {
    client: 'goth (casdoor too): HTTP Basic first, then the body; reads properties only',
    authorize: 'state=s',
    probe: (known) => posted(grant(known), basic(known)),
    ...usual,
    reads: LEGACY,
  },
  {
    client: 'Laravel Socialite: scope by encoded commas, and POST for the user',
    authorize: 'scope=profile_nickname%2Cprofile_image%2Caccount_email&state=s',
    token: (known) => posted({ ...grant(known), ...client(known) }, { Accept: 'application/json' }),
    user: ({ token }) => ({ method: 'post', to: ME, headers: bearer(token) }),
    reads: ['properties.nickname', 'properties.profile_image', ...EMAIL],
  },
  {
    client: 'AspNet.Security.OAuth.KakaoTalk: a long state, Accept: application/json',
    authorize: `scope=&state=CfDJ8${'k'.repeat(600)}`,
    token: (known) => posted({ ...client(known), ...grant(known) }, { Accept: 'application/json' }),
    user: ({ token }) => ({ to: ME, headers: { ...bearer(token), Accept: 'application/json' } }),
    reads: [
      'kakao_account.profile.nickname',
      'kakao_account.email',
      'kakao_account.birthday',
      'kakao_account.phone_number',
      'kakao_account.age_range',
    ],
  },
  {
    client: 'Spring Security: client_secret_post, Accept and Content-Type with a charset',
    authorize: 'scope=profile_nickname%20account_email&state=kq1%3D',
    token: (known) =>
      posted({ ...grant(known), ...client(known) }, { Accept: 'application/json;charset=UTF-8', 'Content-Type': `${FORM};charset=UTF-8` }),
    user: ({ token }) => ({ to: ME, headers: { ...bearer(token), Accept: 'application/json' } }),
    reads: ['kakao_account.profile.nickname', 'kakao_account.email'],
  },
  {
    client: 'next-auth v4: an empty scope, and the scheme in lower case as token_type has it',
    authorize: 'scope=&state=s',
    token: inBody,
    user: ({ token }) => ({ to: ME, headers: { Authorization: `bearer ${token}` } }),
    reads: ['kakao_account.email', ...PROFILE],
  },
  {
    client: 'by hand: everything in the query, an empty body, and a charset on a GET',
    authorize: '',
    token: (known) => ({
      method: 'post',
      to: `/oauth/token?${encoded({ ...grant(known), ...client(known) })}`,
      headers: { 'Content-Type': `${FORM};charset=utf-8` },
      body: '',
    }),
    user: ({ token }) => ({ to: ME, headers: { ...bearer(token), 'Content-Type': `${FORM};charset=utf-8` } }),
    reads: ['kakao_account.profile.nickname'],
  },
  {
    client: 'by hand, old Python: GET for the token',
    authorize: '',
    token: (known) => ({ to: `/oauth/token?${encoded({ ...grant(known), ...client(known) })}` }),
    user: ({ token }) => ({ to: `${ME}?access_token=${token}` }),
    reads: ['properties.nickname'],
  },
  ...['kakao', 'undefined', 'null', ''].map((secret) => ({
    client: `by hand, client secret OFF: client_secret=${secret}`,
    app: APPS.secretOff,
    authorize: 'scope=',
    token: (known: Known) => posted({ ...grant(known), client_id: known.clientId, client_secret: secret }),
    user: withBearer,
    reads: ['kakao_account.profile.nickname' as const],
  })),
];

describeHouse('clients · on the wire', (world) => {
  for (const habit of habits) {
    it(`logs in ${habit.client}`, async () => {
      await logInBy(world, habit);
    });
  }
});
