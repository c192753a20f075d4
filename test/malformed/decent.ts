/** What every answer owes its reader, whatever was asked: a status that is no fault of ours, its own shape, and nothing of our insides. */
import assert from 'node:assert/strict';
import { failure as kapiFailure } from '../../src/kapi/shapes.ts';
import { failure as kauthFailure } from '../../src/oauth/answers.ts';
import { SEED, type World } from '../helpers/house.ts';
import type { Endpoint } from './endpoints.ts';
import { type Answer, head, raw } from './raw.ts';

const INSIDES =
  /\n\s+at .+[:)]|node:internal|node_modules|file:\/\/|\/src\/\w|\.ts\b|TypeError|RangeError|SyntaxError|ReferenceError|\[object Object\]/;

/** Of a request that reached its endpoint. `sent` is for the message. */
export function assertDecent({ door, path, json }: Pick<Endpoint, 'door' | 'path' | 'json'>, answer: Answer, sent: string): void {
  const { status, headers, body } = answer;
  const about = `${path} answered ${status} to ${sent.slice(0, 200)}: ${body.slice(0, 300)}`;
  assertClean(answer, about);
  if (!json) return;
  assert.match(headers['content-type'] ?? '', /^application\/json/, about);
  if (status === 200) return assert.doesNotThrow(() => JSON.parse(body) as unknown, about);
  const result = (door === 'kapi' ? kapiFailure : kauthFailure).safeParse(parsed(body));
  assert.ok(result.success, about);
  if (door === 'kapi') assert.equal(status === 401, 'www-authenticate' in headers, about);
}

/** Of a page of ours: whole, whatever was asked. Resolves with its status. */
export async function assertDecentPage(path: string, answer: Response, sent: string): Promise<number> {
  const { status } = answer;
  // The desk says on purpose which seed file a reset goes back to.
  const body = (await answer.text()).replaceAll(SEED, '');
  assertDecent({ door: 'kauth', path, json: false }, { status, headers: Object.fromEntries(answer.headers), body }, sent);
  if (status >= 400) assert.match(body, /<main[\s\S]*<\/html>\s*$/, `${path} answered ${status} to ${sent.slice(0, 200)} without a page`);
  return status;
}

/** Of any answer, the server's own included: no fault, no trace, nothing that came back as a header. */
export function assertClean({ status, headers, body }: Answer, about: string): void {
  assert.ok(status !== undefined && status >= 200 && status < 500, about);
  assert.doesNotMatch(body, INSIDES, about);
  assert.ok(!body.includes(process.cwd()), about);
  assert.equal(headers['x-injected'], undefined, about);
}

/** Nothing has stuck: not on objects, not in the server, and nobody was told of a surprise. */
export async function assertUnharmed({ url, reported }: World): Promise<void> {
  assert.equal(({} as Record<string, unknown>).polluted, undefined);
  const { status, body } = await raw(url, head('GET /livez HTTP/1.1'));
  assert.deepEqual([status, body], [200, 'ok\n']);
  assert.deepEqual(reported, []);
}

function parsed(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return undefined;
  }
}
