/** What is wrong, as RFC 9457 says it: `application/problem+json` with the field, what was expected, and the mend. */
import type { Context } from 'koa';
import { z } from 'zod';
import { named, says } from '../kit/says.ts';
import { RuleBroken } from '../rule.ts';

/** The request is none that this API takes, whatever it asks for. `details.allow` of a method. */
export class RequestRefused extends RuleBroken {
  readonly code: RefusalCode;
  constructor(code: RefusalCode, message: string, details: Record<string, unknown> = {}) {
    super(message, details);
    this.code = code;
  }
}
type RefusalCode = 'method_not_allowed' | 'json_expected' | 'body_unreadable' | 'body_too_large' | 'misdirected' | 'key_missing';

export const problem = named(
  'Problem',
  z.strictObject({
    type: says(z.string(), 'Where this kind of problem is explained.', '이 문제를 설명하는 주소'),
    code: says(z.string(), 'Stable name of the problem.', '문제의 이름. 바뀌지 않습니다.'),
    title: says(z.string(), 'The kind of problem, for a person.', '문제의 종류'),
    status: says(z.number().int(), 'Status of the answer.', '응답 상태 코드'),
    detail: says(z.string(), 'What was wrong this time.', '이번에 무엇이 잘못되었는지'),
    field: says(z.string().optional(), 'The field that it is about.', '문제가 있는 필드'),
    expected: says(z.string().optional(), 'What was expected there.', '그 필드에 기대한 값'),
    mend: says(z.string(), 'How to put it right.', '고치는 방법'),
  }),
);
export type Problem = z.output<typeof problem>;

interface Kind {
  status: number;
  title: string;
  mend: string;
}

const SEE = 'GET /_sim/api describes every call.';

/** Rules by their codes. One that is not here is a 422 with its own words. */
export const KINDS: Readonly<Record<string, Kind>> = {
  input_refused: { status: 400, title: 'A parameter or field does not fit', mend: `Send what is expected. ${SEE}` },
  body_unreadable: { status: 400, title: 'The body is no JSON object', mend: 'Send one JSON object in UTF-8, like {}.' },
  key_missing: {
    status: 401,
    title: 'A shared simulator asks for its operator secret',
    mend: 'Send the header "Authorization: Bearer <operator secret>"; the commands take it from KAKAO_SYNC_OPERATOR_SECRET.',
  },
  too_many_tries: { status: 429, title: 'Too many wrong keys', mend: 'Wait as long as Retry-After says, and send the right one.' },
  foreign_origin: {
    status: 403,
    title: 'Sent by a page of another origin',
    mend: 'Call it from a program, or from a page of the simulator.',
  },
  not_found: { status: 404, title: 'Not there', mend: 'Look at the list above it, or whether the simulator was reset.' },
  nothing_came: { status: 404, title: 'Nothing that fits came in time', mend: 'Look at what the detail names, or wait longer.' },
  id_taken: { status: 409, title: 'It is there already', mend: 'Choose another one, or leave the field out: then a new one is made.' },
  login_taken: { status: 409, title: 'Somebody signs in by it', mend: 'Choose another one, or leave the field out.' },
  search_id_taken: { status: 409, title: 'Another channel has this search id', mend: 'Choose another one, or leave the field out.' },
  login_stopped: {
    status: 422,
    title: 'The login stopped on a page',
    mend: 'Open the page behind `why` in the detail: it says what to change.',
  },
  tokens_refused: {
    status: 422,
    title: 'The token endpoint gave no tokens',
    mend: 'Look at the answer in the detail; a fault may wait there.',
  },
  unknown_endpoint: {
    status: 404,
    title: 'No such endpoint',
    mend: 'GET /_sim/api/endpoints lists them; PUT /apps/{app}/callbacks/{kind} makes one.',
  },
  method_not_allowed: { status: 405, title: 'No such method here', mend: `Use one of the methods that Allow names. ${SEE}` },
  fault_refused: {
    status: 422,
    title: 'No such fault can be asked for',
    mend: 'GET /_sim/api/faults/endpoints lists every endpoint with its codes.',
  },
  snapshot_unknown: {
    status: 404,
    title: 'No such snapshot',
    mend: 'GET /_sim/api/snapshots lists them; PUT /_sim/api/snapshots/{name} saves one.',
  },
  world_unknown: { status: 404, title: 'No such world', mend: 'GET /_sim/api/worlds lists them; POST /_sim/api/worlds opens one.' },
  callback_url_refused: {
    status: 422,
    title: 'No address that a callback can be sent to',
    mend: 'Send an http or https address of at most 2,000 characters, without a user name and password.',
  },
  callback_address_refused: {
    status: 422,
    title: 'Nothing is ever sent to this address',
    mend: 'Send the address of the receiver; link-local, cloud metadata, multicast and unspecified ones are refused in every mode.',
  },
  callback_host_not_listed: {
    status: 422,
    title: 'Callbacks may not go to this host',
    mend: 'Send an address at a listed host, or start the simulator with the host in --webhook-hosts.',
  },
  no_callback_address: {
    status: 422,
    title: 'The app has no address for it',
    mend: 'PUT /_sim/api/apps/{app}/callbacks/{kind} gives it one, or …/{kind}/inbox the built-in inbox.',
  },
  no_user_to_tell: { status: 422, title: 'The person was never a user of the app', mend: 'Sign them up first, or name somebody else.' },
  body_too_large: { status: 413, title: 'The body is too large', mend: 'Send less than 256 KB.' },
  json_expected: { status: 415, title: 'The body must be JSON', mend: 'Send it with Content-Type: application/json.' },
  misdirected: {
    status: 421,
    title: 'Called by a name that is not ours',
    mend: 'Call it as localhost, by an IP address, or by a name that --host, --public-url or --allow-host gave it.',
  },
};
const BROKEN: Kind = { status: 422, title: 'A rule says no', mend: 'Change what the detail names, and send it again.' };
const UNEXPECTED: Kind = { status: 500, title: 'A fault of the simulator', mend: 'Please report it; its log has the details.' };

/** The problem behind an error, or undefined for one that nobody expected. */
export function problemOf(error: unknown): Problem | undefined {
  if (!(error instanceof RuleBroken)) return undefined;
  const { field, expected, mend } = error.details;
  return {
    ...kindOf(error.code, KINDS[error.code] ?? BROKEN),
    detail: error.message,
    ...(field !== undefined && { field: String(field) }),
    ...(expected !== undefined && { expected: String(expected) }),
    ...(mend !== undefined && { mend: String(mend) }),
  };
}

export function writeProblem(ctx: Context, error: unknown, report: (error: unknown) => void): void {
  const known = problemOf(error);
  if (!known) report(error);
  const said = known ?? { ...kindOf('unexpected', UNEXPECTED), detail: 'Something unexpected happened.' };
  if (error instanceof RuleBroken && error.details.allow) ctx.set('Allow', String(error.details.allow));
  if (error instanceof RuleBroken && error.details.after) ctx.set('Retry-After', String(error.details.after));
  ctx.status = said.status;
  ctx.type = 'application/problem+json';
  ctx.body = JSON.stringify(said);
}

function kindOf(code: string, { status, title, mend }: Kind): Omit<Problem, 'detail'> {
  return { type: `/_sim/api#${code}`, code, title, status, mend };
}
