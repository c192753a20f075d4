/** A simulator that others reach, too. */
import supertest from 'supertest';
import { FORM_COOKIE, withToken } from '../helpers/form-token.ts';
import { describeHouse, type World } from '../helpers/house.ts';
import type { HouseOptions } from '../../src/house.ts';

export const SECRET = 'a4e1f0c2b7d94a6e8c3f5b1d0e9a7c6b';
export const KEY = `Bearer ${SECRET}`;
/** What a browser says of a form of its own page. */
export const HERE = { 'Sec-Fetch-Site': 'same-origin', Accept: 'text/html', Cookie: FORM_COOKIE };

export function describeShared(title: string, body: (world: World) => void, made: Partial<HouseOptions> = {}): void {
  describeHouse(title, body, { operatorSecret: SECRET, ...made });
}

/** A form of a page, as a browser sends it. */
export function sendForm(world: World, path: string, fields: Record<string, string> = {}) {
  return supertest(world.url).post(withToken(world, path)).set(HERE).type('form').send(fields);
}

/** `POST /_sim/session`. */
export function signIn(world: World, secret = SECRET, back = '/') {
  return sendForm(world, `/_sim/session?${new URLSearchParams({ return_to: back })}`, { secret });
}

/** The cookies of an answer, as a browser sends them back beside that of its forms. */
export function cookiesOf({ headers }: { headers: Record<string, unknown> }): string {
  return [...((headers['set-cookie'] ?? []) as string[]).map((each) => each.split(';')[0]), FORM_COOKIE].join('; ');
}
