/** The token that a form of a page brings along, for tests that send one without having opened its page. */
import { createHmac } from 'node:crypto';
import type { World } from './house.ts';

const ID = 'a-browser-of-a-test-0123456789ab';

/** The cookie of a browser whose forms have `formToken`. */
export const FORM_COOKIE = `kakao_sync_form=${ID}`;

/** As the field `form_token`, or of a form with files as the query parameter of that name. */
export function formToken({ house }: Pick<World, 'house'>, id = ID): string {
  return createHmac('sha256', house.secrets.cookieKeys[0]!).update(`form ${id}`).digest('base64url');
}

/** A path that a form of that browser posts to. */
export function withToken(world: Pick<World, 'house'>, path: string): string {
  if (path.includes('form_token=')) return path;
  const [address = '', fragment] = path.split('#');
  return `${address}${address.includes('?') ? '&' : '?'}form_token=${formToken(world)}${fragment === undefined ? '' : `#${fragment}`}`;
}
