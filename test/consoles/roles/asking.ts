/** Asks every route of the consoles as each person of a column, and tells in one word what came of it. */
import assert from 'node:assert/strict';
import { isDeepStrictEqual } from 'node:util';
import { type Snapshot, snapshotOf, TABLE_NAMES } from '../../../src/store/index.ts';
import { OWNER } from '../../helpers/rooms.ts';
import type { World } from '../../helpers/house.ts';
import { around, encoded } from '../../malformed/console-form.ts';
import { furnish, PAGES } from '../../malformed/furnished.ts';
import { personAt, type Route, street } from '../../malformed/street.ts';
import { type Column, COLUMNS, everybody, give } from './people.ts';
import { pathFor, type Target, targetOf, ways } from './targets.ts';

/** Resolves with a word for each column: a status, `login` for the way to the sign-in, `-` where there is nothing to ask. */
export type Ask = (route: Route) => Promise<string[]>;

/** The doors that know people; the operator's knows one alone. */
export const CONSOLES = ['/account', '/business', '/center', '/developers', '/talk'];
const REFUSALS: readonly string[] = ['login', '403', '404'];

/** In a furnished world. A refused request must leave it as it was; after one that is taken everything is put back. */
export async function openAsking(world: World): Promise<Ask> {
  await furnish(world);
  const people = await everybody(world);
  const known = await ways(world);
  const browser = await personAt(world);
  /** What the browser has besides, for which its forms were drawn. */
  const besides = /kakao_sync_form=[^;]+/.exec(browser.cookie())?.[0] ?? '';
  const streets = [await street(browser, PAGES, CONSOLES), await street(await personAt(world, null), [], ['/talk'])];
  const begun = await world.house.world.snapshot();

  const send = async ({ method, path: name }: Route, path: string, cookie: string): Promise<Response> => {
    const form = streets.flatMap(({ forms }) => [...forms]).find(([route]) => route.method === method && route.path === name)?.[1].form;
    const headers = { cookie, connection: 'close', origin: world.url, accept: 'text/html' };
    const url = new URL(path, world.url);
    if (method === 'GET' || !form) return fetch(url, { method, headers, redirect: 'manual' });
    // As whoever sends it would have been given it now.
    const fields = form.fields.filter(([field]) => !['as', 'version'].includes(field));
    const { headers: more, ...sent } = encoded({ ...form, fields }, around({ ...form, fields }, [], ''));
    return fetch(url, { ...sent, headers: { ...headers, ...(more as Record<string, string>) }, redirect: 'manual' });
  };

  const wordFor = async (route: Route, target: Target, column: Column): Promise<string> => {
    const path = pathFor(column, target);
    if (path === null) return '-';
    const { kind, id } = target.object ?? {};
    const role = column.role ?? null;
    if (kind && id) await give(world, kind, id, { [OWNER]: 2, [people.foreign.id!]: null, [people.colleague.id!]: role });
    const before = await snapshotOf(world.house.store);
    const who = !kind && role === 2 ? 'owner' : column.who;
    const answer = await send(route, path, [people[who].cookie, besides].filter(Boolean).join('; '));
    await answer.arrayBuffer();
    const changed = changedIn(before, await snapshotOf(world.house.store));
    const word = wordOf(answer, changed.length > 0);
    if (route.method === 'GET' || REFUSALS.includes(word)) assert.deepEqual(changed, [], `${route.method} ${path}, ${who}: ${word}`);
    if (changed.length > 0) await world.house.world.restore(begun);
    return word;
  };

  return async (route) => {
    const target = targetOf(route, known, streets, begun.rows);
    const words: string[] = [];
    for (const column of COLUMNS) words.push(await wordFor(route, target, column));
    return words;
  };
}

/** Whoever did something may be signed out by it. */
function wordOf({ headers, status }: Response, isDone: boolean): string {
  return !isDone && /^\/account\/login\?|^\/talk$/.test(headers.get('location') ?? '') ? 'login' : String(status);
}

function changedIn(before: Snapshot, after: Snapshot): string[] {
  return TABLE_NAMES.filter((table) => !isDeepStrictEqual(before[table], after[table]));
}
