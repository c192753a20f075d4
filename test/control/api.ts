/** A program that calls the control API. */
import { type World } from '../helpers/house.ts';

export interface Answered<T> {
  status: number;
  type: string;
  headers: Headers;
  body: T;
}

/** Calls `METHOD /_sim/api{path}`; a body is sent as JSON. */
export async function callApi<T = Record<string, unknown>>(
  { url }: Pick<World, 'url'>,
  target: `${'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'} ${string}`,
  body?: unknown,
  headers: Record<string, string> = {},
): Promise<Answered<T>> {
  const [method = '', path = ''] = target.split(/ (.*)/s);
  const isUnsafe = !['GET', 'DELETE'].includes(method);
  const response = await fetch(`${url}/_sim/api${path}`, {
    method,
    headers: { ...(isUnsafe && { 'content-type': 'application/json' }), ...headers },
    ...(body !== undefined && { body: typeof body === 'string' ? body : JSON.stringify(body) }),
  });
  const text = await response.text();
  const type = response.headers.get('content-type') ?? '';
  return { status: response.status, type, headers: response.headers, body: (/json/.test(type) ? JSON.parse(text) : text) as T };
}
