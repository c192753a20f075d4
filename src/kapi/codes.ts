/**
 * How each failure sounds on kapi: status, `code`, `msg`, and the fields that some errors add.
 * Source: kakao-api 2.17. Where Kakao's own words are not known, `msg` is ours: Kakao says that only codes are contractual.
 */
import { RuleBroken } from '../rule.ts';

/** An error as it goes out. */
export interface Spoken {
  status: number;
  body: { msg: string; code: number; [more: string]: unknown };
}

type Details = RuleBroken['details'];
interface Entry {
  status: number | ((details: Details) => number);
  code: number;
  msg: string | ((details: Details) => string);
  more?: (details: Details) => object;
}

// prettier-ignore
const table: Readonly<Record<string, Entry>> = {
  // the key
  no_authentication_key: { status: 401, code: -401, msg: 'no authentication key!' },
  token_unknown:         { status: 401, code: -401, msg: 'this access token does not exist' },
  token_expired:         { status: 401, code: -401, msg: 'this access token is already expired' },
  key_deactivated:       { status: 401, code: -401, msg: ({ key }) => `appKey(${key}) is already deactivated` },
  admin_key_unknown:     { status: 401, code: -401, msg: 'invalid app key.' },
  api_not_allowed:       { status: 403, code: -3,   msg: ({ api }) => `this admin key is not allowed to call ${api}` },
  token_too_long:        { status: 400, code: -2,   msg: 'too long for access token.' },

  // the person
  user_not_linked:       { status: 400, code: -101, msg: 'NotRegisteredUserException' },
  user_preregistered:    { status: 400, code: -101, msg: 'NotRegisteredUserException' },
  already_registered:    { status: 400, code: -102, msg: 'already registered' },
  under_age:             { status: 401, code: -406, msg: 'the user is under 14.' },
  account_gone:          { status: 400, code: -103, msg: 'the account is inactive.' },
  no_talk_user:          { status: 400, code: -501, msg: 'given account is not connected to any talk user.' },
  item_not_agreed:       { status: 403, code: -402, msg: 'insufficient scopes.', more: scopes },

  // the app
  app_suspended:         { status: 403, code: -12,  msg: 'the app or its developer is suspended.' },
  ip_mismatched:         { status: 401, code: -401, msg: ({ callerIp }) => `ip mismatched! callerIp=${callerIp}. check out registered ips.` },
  simple_signup_off:     { status: 403, code: -3,   msg: () => notActivated('simple signup') },
  openid_connect_off:    { status: 403, code: -3,   msg: () => notActivated('openid connect') },
  item_not_usable:       { status: 403, code: -3,   msg: ({ item }) => notActivated(`[${item}]`) },
  item_not_revocable:    { status: 403, code: -3,   msg: ({ item }) => `[${item}] is not revocable. check out if it's set as required on developers.kakao.com` },
  quota_exceeded:        { status: ({ status }) => Number(status), code: -10,  msg: 'API limit has been exceeded.' },

  // the request
  body_unreadable:       { status: 400, code: -2,   msg: 'the body could not be read.' },
  input_refused:         { status: 400, code: -2,   msg: ({ field, expected }) => `${field}: ${expected}` },
  properties_unknown:    { status: 400, code: -201, msg: noProperties },
  tags_unknown:          { status: 400, code: -2,   msg: (details) => noTags('get service terms', details) },
  terms_unknown:         { status: 400, code: -2,   msg: (details) => noTags('revoke', details) },
  items_unknown:         { status: 400, code: -2,   msg: noItems },

  // Kakao documents neither; the shape is the one of every kapi error (0.5), and the 2019 SDK calls -3 "not supported API".
  api_unknown:           { status: 404, code: -3,   msg: ({ path }) => `not supported API. path=${path}` },
  api_discontinued:      { status: 400, code: -9,   msg: ({ path }) => `deprecated API. path=${path}` },
  method_refused:        { status: 405, code: -3,   msg: ({ method, allowed }) => `not supported method. method=${method} supported=${listed(allowed)}` },
};

/** Details of a failure that is not there: every fact is its own name. Lists are joined, other facts are written as they are. */
const PLACEHOLDERS = new Proxy<Details>({}, { get: (_, name) => [`{${String(name)}}`] });

/** What nobody expected. Kakao documents no 500, and says of -1: try again. */
export const INTERNAL: Spoken = { status: 400, body: { msg: 'internal failure. try again.', code: -1 } };

/** Every rule that this door speaks of. */
export const ruleNames: readonly string[] = Object.keys(table);

/** What each rule says, for the coverage page: facts of the failure stand as `{name}`. */
export const sayings: readonly { code: number; msg: string }[] = Object.values(table).map(({ code, msg }) => ({
  code,
  msg: typeof msg === 'string' ? msg : msg(PLACEHOLDERS),
}));

/** The failure in Kakao's words, or undefined for one that nobody expected. */
export function spoken(error: unknown): Spoken | undefined {
  if (!(error instanceof RuleBroken)) return undefined;
  // As a fault that was asked for; other failures that nobody expected have no name.
  if (error.code === 'internal_failure') return INTERNAL;
  const entry = table[error.code];
  if (!entry) return undefined;
  const { code, msg, more } = entry;
  const status = typeof entry.status === 'number' ? entry.status : entry.status(error.details);
  return { status, body: { msg: typeof msg === 'string' ? msg : msg(error.details), code, ...more?.(error.details) } };
}

/** What an SDK needs to ask for the missing consent. `api_type` of channels is not known; the name is ours. */
function scopes({ item, agreed }: Details): object {
  return { api_type: 'TALK_CHANNELS', required_scopes: [item], allowed_scopes: agreed };
}

function notActivated(feature: string): string {
  return `${feature} is not activated. check out your settings on developers.kakao.com`;
}

function noProperties({ keys, appId }: Details): string {
  return `user property not found (${listed(keys)} for appId=${appId})`;
}

function noTags(purpose: string, { tags, appName }: Details): string {
  return `There is no tags to ${purpose}. check out to configured this tags(${listed(tags)}) in app(${appName}).`;
}

function noItems({ items }: Details): string {
  return `There is no scopes to revoke. check out if given scope id(${listed(items)}) is correct again.`;
}

/** As Java prints a list, which is what the documented texts show. */
function listed(values: unknown): string {
  return `[${(values as string[]).join(', ')}]`;
}
