/** How requests are told to belong to one login: by the uid in the path of its pages, then by its code, then by its tokens. */
import { hash } from 'node:crypto';
import { type Destination, type Exchange, parameterOf, pathOf } from './exchange.ts';

export interface Keys {
  /** What the request is known by. */
  joins: string[];
  /** What later ones will be known by. */
  brings: string[];
}

const PAGE = /^\/oauth\/(?:authorize|login|signup|consent)\/([\w-]+)/;

/** @param destination where it leads: what leads elsewhere leads to the partner */
export function keysOf(exchange: Exchange, destination: Destination | null): Keys {
  const path = pathOf(exchange);
  const joins = [uidOf(path)];
  const brings: (string | null)[] = [];
  if (path === '/oauth/authorize') {
    joins.push(key('again', exchange.url));
    // What a partner knows its login by; only a search asks for it.
    brings.push(waiterOf(exchange), key('state', parameterOf(exchange, 'state')));
  } else if (path === '/oauth/token') {
    joins.push(key('code', parameterOf(exchange, 'code')), key('token', parameterOf(exchange, 'refresh_token')));
    const { access_token: access, refresh_token: refresh } = jsonOf(exchange);
    brings.push(key('token', access), key('token', refresh));
  } else if (path === '/apiweb/code.json') {
    joins.push(waiterOf(exchange));
  } else {
    joins.push(key('token', bearerOf(exchange)));
  }
  return { joins: present(joins), brings: present([...brings, ...ahead(destination)]) };
}

/** What a value that somebody pasted may be: a code, a token, a `state`, the uid of a page. */
export function keysFor(value: string): string[] {
  return present([...['code', 'token', 'state'].map((kind) => key(kind, value)), `uid:${value}`]);
}

/** What the browser is sent to. */
function ahead(destination: Destination | null): (string | null)[] {
  if (!destination) return [];
  const { url, isOurs } = destination;
  if (!isOurs) return [key('code', url.searchParams.get('code'))];
  // A login without a page sends the browser to the same address once more.
  return [uidOf(url.pathname), url.pathname === '/oauth/authorize' ? key('again', url.pathname + url.search) : null];
}

function uidOf(path: string): string | null {
  const [, uid] = PAGE.exec(path) ?? [];
  return uid ? `uid:${uid}` : null;
}

/** SDKs wait for the end of a login that they have named. */
function waiterOf(exchange: Exchange): string | null {
  const name = parameterOf(exchange, 'auth_tran_id');
  return name && key('waiter', `${parameterOf(exchange, 'client_id')} ${name}`);
}

function bearerOf(exchange: Exchange): string | null {
  const [, token] = /^bearer\s+(\S+)$/i.exec(exchange.requestHeaders.authorization?.trim() ?? '') ?? [];
  return token ?? parameterOf(exchange, 'access_token');
}

/** A fingerprint: secrets are looked up by it, and need not stand in an index. */
function key(kind: string, value: unknown): string | null {
  if (typeof value !== 'string' || value === '') return null;
  return `${kind}:${hash('sha256', value, 'base64url').slice(0, 22)}`;
}

function jsonOf({ responseBody }: Exchange): Record<string, unknown> {
  try {
    return Object(JSON.parse(responseBody)) as Record<string, unknown>;
  } catch {
    return {};
  }
}

function present(keys: readonly (string | null)[]): string[] {
  return [...new Set(keys.filter((each) => each !== null))];
}
