/** What an API of this door is given, and what it is in the table of routes. */
import type { Account } from '../accounts/index.ts';
import type { App } from '../apps/index.ts';
import type { Bearer, Link } from '../consent/index.ts';
import type { House } from '../house.ts';
import type { Language } from '../web/text/index.ts';

/** About whom, and what proved the right to ask. */
export interface Caller {
  app: App;
  link: Link;
  account: Account;
  /** The access token that was sent, or null for an admin key. */
  bearer: Bearer | null;
}

/** What every request brings along. */
export interface Asked {
  house: House;
  language: Language;
  /** Query and form fields together, unchecked; see parameters.ts. */
  sent: Readonly<Record<string, unknown>>;
}

/** One authenticated request about a user. */
export interface Call extends Caller, Asked {}

/** A call by access token. */
export interface TokenCall extends Call {
  bearer: Bearer;
}

/** One about the app's users altogether. */
export interface AppCall extends Asked {
  app: App;
}

/**
 * How a request may prove itself: `token` = Authorization: Bearer; `query` = `?access_token=` in its place;
 * `admin` = Authorization: KakaoAK, with `target_id_type` and `target_id`. Source: kakao-api 2.0.
 */
export type Form = 'token' | 'query' | 'admin';

interface Served {
  path: string;
  methods: readonly ('GET' | 'POST')[];
}

export interface UserApi extends Served {
  forms: readonly Form[];
  /** The body of a success. Rows without the form `admin` are called with a TokenCall only. */
  answer(call: Call): Promise<object>;
}

/** An API that is no user's: Authorization: KakaoAK, without a target. */
export interface AppApi extends Served {
  forms: 'admin key alone';
  answer(call: AppCall): Promise<object>;
}

export type Api = UserApi | AppApi;
