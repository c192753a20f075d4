/** 내 정보: who came, what was agreed to, every answer as it was, and the callbacks. */
import type { Middleware } from 'koa';
import { reading } from '../web/language.ts';
import { screen } from '../web/screens.ts';
import { prettyJson } from './json.ts';
import { type Answer, succeeded } from './kakao.ts';
import { type Friend, friendsOf, type Profile, profileOf, type Term, termsOf } from './profile.ts';
import { type Callback, payloadOf, type Received } from './received.ts';
import type { Login, Sessions } from './sessions.ts';

interface WelcomeScreen {
  title: string;
  profile: Profile;
  agreed: Term[];
  declined: Term[];
  friends: Friend[];
  raws: RawBlock[];
  callbacks: CallbackItem[];
}

/** One answer as it was. `status` is null for what is no answer of an API. */
interface RawBlock {
  id: string;
  /** The call, in the API's own words. */
  call: string;
  status: number | null;
  isRefused: boolean;
  text: string;
}

interface CallbackItem extends Pick<Callback, 'kind' | 'verified' | 'at' | 'number' | 'times'> {
  headers: string;
  body: string;
  isAnonymous: boolean;
}

const welcomePage = screen<WelcomeScreen>('partner/welcome');

/** Handler of `GET /welcome`. */
export function welcome(sessions: Sessions, received: Received): Middleware {
  return async (ctx) => {
    const login = sessions.of(ctx)?.login;
    if (!login) return ctx.redirect('/');
    const profile = profileOf(login.me);
    const terms = termsOf(login.terms);
    await welcomePage(ctx, {
      title: reading(ctx).t('partner.welcomeTitle'),
      profile,
      agreed: terms.filter(({ agreed }) => agreed),
      declined: terms.filter(({ agreed }) => !agreed),
      friends: friendsOf(login.channels),
      raws: rawBlocks(login),
      callbacks: received.about(profile.id).map(callbackItem),
    });
  };
}

function rawBlocks(login: Login): RawBlock[] {
  return [
    { id: 'raw-query', call: 'GET /oauth/callback?…', status: null, isRefused: false, text: prettyJson(JSON.stringify(login.callback)) },
    rawBlock('raw-token', 'POST /oauth/token', login.token),
    rawBlock('raw-me', 'GET /v2/user/me', login.me),
    rawBlock('raw-terms', 'GET /v2/user/service_terms', login.terms),
    rawBlock('raw-scopes', 'GET /v2/user/scopes', login.scopes),
    rawBlock('raw-channels', 'GET /v2/api/talk/channels', login.channels),
  ];
}

function rawBlock(id: string, call: string, answer: Answer): RawBlock {
  return { id, call, status: answer.status, isRefused: !succeeded(answer), text: prettyJson(answer.text) };
}

function callbackItem({ kind, verified, at, number, times, headers, body, user }: Callback): CallbackItem {
  return {
    kind,
    verified,
    at,
    number,
    times,
    headers: headerLines(headers),
    body: prettyJson(kind === 'account' ? payloadOf(body) : body),
    isAnonymous: user === undefined,
  };
}

function headerLines(headers: Readonly<Record<string, string>>): string {
  return Object.entries(headers)
    .map(([name, value]) => `${name}: ${value}`)
    .join('\n');
}
