/** A simulator that others reach, too. */
import supertest from 'supertest';
import { describeHouse, type World } from '../helpers/house.ts';
import type { HouseOptions } from '../../src/house.ts';

export const SECRET = 'a4e1f0c2b7d94a6e8c3f5b1d0e9a7c6b';
export const KEY = `Bearer ${SECRET}`;
/** What a browser says of a form of its own page. */
export const HERE = { 'Sec-Fetch-Site': 'same-origin', Accept: 'text/html' };

export function describeShared(title: string, body: (world: World) => void, made: Partial<HouseOptions> = {}): void {
  describeHouse(title, body, { operatorSecret: SECRET, ...made });
}

/** `POST /_sim/session`. */
export function signIn({ url }: World, secret = SECRET, back = '/') {
  return supertest(url)
    .post(`/_sim/session?${new URLSearchParams({ return_to: back })}`)
    .set(HERE)
    .type('form')
    .send({ secret });
}

/** The cookies of an answer, as a browser sends them back. */
export function cookiesOf({ headers }: { headers: Record<string, unknown> }): string {
  return ((headers['set-cookie'] ?? []) as string[]).map((each) => each.split(';')[0]).join('; ');
}
