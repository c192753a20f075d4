/** What an API of this door is given, and what it is in the table of routes. */
import { z } from 'zod';
import type { Account } from '../accounts/index.ts';
import type { App } from '../apps/index.ts';
import type { Bearer, Link } from '../consent/index.ts';
import type { House } from '../house.ts';
import type { Language } from '../web/text/index.ts';
import { parameters } from './parameters.ts';

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

/** What an API takes, what it gives, and how it gets there; routes.ts says where it is served and to whom. */
interface Definition<C extends Asked, Shape extends z.ZodRawShape> {
  /** Its parameters; others are ignored. */
  takes: Shape;
  /** The body of a success. */
  gives: z.ZodType;
  answer(call: C, taken: z.output<z.ZodObject<Shape>>): Promise<object>;
}

export interface Answering<C extends Asked> {
  takes: z.ZodRawShape;
  gives: z.ZodType;
  /** Throws InputRefused for parameters that do not fit, and what the API itself throws. */
  answer(call: C): Promise<object>;
}

/** An API whose parameters are read before it begins. */
export function api<C extends Asked, Shape extends z.ZodRawShape>({ takes, gives, answer }: Definition<C, Shape>): Answering<C> {
  const schema = z.object(takes);
  return { takes, gives, answer: (call) => answer(call, parameters(call.sent, schema)) };
}

interface Served {
  path: string;
  methods: readonly ('GET' | 'POST')[];
  /** Its quota: calls of an app per minute. */
  perMinute?: number;
}

/** Rows without the form `admin` are called with a TokenCall only. */
export interface UserApi extends Served, Answering<Call> {
  forms: readonly Form[];
  /** Whether it is for preregistered users, too. */
  preregistered?: true;
}

/** An API that is no user's: Authorization: KakaoAK, without a target. */
export interface AppApi extends Served, Answering<AppCall> {
  forms: 'admin key alone';
}

export type Api = UserApi | AppApi;
