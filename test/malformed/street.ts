/** Every route of our own pages, read from their routers, and their forms, found as a person finds them: from page to page. */
import { account } from '../../src/consoles/account/routes.ts';
import { business } from '../../src/consoles/business/routes.ts';
import { center } from '../../src/consoles/center/routes.ts';
import { developers } from '../../src/consoles/developers/routes.ts';
import { operator } from '../../src/consoles/operator/routes.ts';
import { talk } from '../../src/consoles/talk/routes.ts';
import { openGallery } from '../../src/oauth/gallery/index.ts';
import type { House } from '../../src/house.ts';
import { OWNER } from '../helpers/rooms.ts';
import { formsIn, type OpenForm } from './console-form.ts';
import type { World } from '../helpers/house.ts';
import { FORM_COOKIE, withToken } from '../helpers/form-token.ts';

export interface Route {
  method: 'GET' | 'POST';
  /** With names in place of what differs: `/talk/channels/:id/friendship`. */
  path: string;
}

/** Handlers take the house when they are made, and use it when they are asked. */
const nobody = {} as House;
const doors = [
  account(nobody),
  business(nobody),
  center(nobody),
  developers(nobody),
  operator(nobody, { sections: [], counts: { simulated: 0, approximated: 0, 'left-out': 0, addition: 0 } }, openGallery(nobody)),
  talk(nobody),
];

/** They never end, so nothing comes back that a test could look at. */
export const STREAMS = ['/_sim/deliveries/stream', '/_sim/inbox/stream', '/_sim/journeys/stream'];
/** For senders of callbacks, and no page. */
export const RECEIVER = '/_sim/inbox/:app/:kind';

export const routes: readonly Route[] = doors
  .flatMap(({ stack }) => stack)
  .flatMap(({ methods, path }) =>
    (['GET', 'POST'] as const).filter((method) => methods.includes(method)).map((method) => ({ method, path: String(path) })),
  )
  .filter(({ path }) => ![...STREAMS, RECEIVER].includes(path));

export const DOORS = ['/account', '/business', '/center', '/developers', '/_sim', '/talk'];

export function routesOf(method: Route['method'], door: string): Route[] {
  return routes.filter((route) => route.method === method && route.path.startsWith(door));
}

export interface Street {
  /** A path of each route that some page leads to. */
  paths: Map<Route, string>;
  /** By the route that takes a form, the page on which it stands, and the form as it stood there. */
  forms: Map<Route, { page: string; form: OpenForm }>;
}

const STARTS = ['/account/login', '/account/signup', '/center', '/developers', '/business', '/_sim', '/_sim/desk', '/talk'];

/** Goes from page to page until no link leads to a route that it has not been to three times. `more` are pages to begin with, too; no further than to `doors`. */
export async function street(person: Person, more: readonly string[] = [], doors: readonly string[] = DOORS): Promise<Street> {
  const found: Street = { paths: new Map(), forms: new Map() };
  const visits = new Map<Route, number>();
  const seen = new Set<string>();
  const ahead = [...more, ...STARTS];
  for (let path = ahead.shift(); path !== undefined; path = ahead.shift()) {
    const route = routeOf('GET', path);
    if (!route || !doors.some((door) => route.path.startsWith(door)) || seen.has(path) || (visits.get(route) ?? 0) >= 3) continue;
    seen.add(path);
    visits.set(route, (visits.get(route) ?? 0) + 1);
    found.paths.set(route, found.paths.get(route) ?? path);
    const html = await (await person.get(path)).text();
    ahead.push(...[...html.matchAll(/\shref="(\/[^"#]*)/g)].map(([, href]) => href!.replaceAll('&amp;', '&').split('?')[0]!));
    for (const form of formsIn(html)) {
      const taker = routeOf('POST', form.action);
      if (!taker || found.forms.has(taker)) continue;
      found.forms.set(taker, { page: path, form });
      found.paths.set(taker, form.action);
      ahead.push(form.action.split(/[?#]/)[0]!);
    }
  }
  return found;
}

export function routeOf(method: Route['method'], path: string): Route | undefined {
  const bare = path.split(/[?#]/)[0]!;
  // `/new` before `/:id`, as the routers have it.
  return routes.find((route) => route.method === method && new RegExp(`^${route.path.replace(/:\w+/g, '[^/]+')}$`).test(bare));
}

export type Person = Awaited<ReturnType<typeof personAt>>;

/**
 * Somebody who is signed in everywhere: to the consoles as an owner of apps and profiles, and to KakaoTalk. `talk`: nobody, to
 * whom KakaoTalk shows how to sign in.
 */
export async function personAt({ url, house }: World, talk: string | null = '01-han') {
  const session = (account: string | null) => (account ? house.accounts.openSession(account) : '');
  const cookies = async () => `kakao_sync_console=${await session(OWNER)}; kakao_sync_talk=${await session(talk)}; ${FORM_COOKIE}`;
  let cookie = await cookies();
  const ask = (path: string, init: RequestInit = {}) =>
    // A connection that is kept may be closed by the server just when it is used again.
    fetch(new URL(init.method === 'POST' ? withToken({ house }, path) : path, url), {
      ...init,
      redirect: 'manual',
      headers: { ...init.headers, cookie, connection: 'close' },
    });
  const get = async (path: string): Promise<Response> => {
    const answer = await ask(path);
    const location = answer.headers.get('location');
    return location ? get(location) : answer;
  };
  return {
    get,
    ask,
    cookie: () => cookie,
    /** After something that may have signed them out. */
    comeBack: async (): Promise<void> => {
      cookie = await cookies();
    },
  };
}
