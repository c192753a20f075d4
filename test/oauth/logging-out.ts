/** Logging out for tests: somebody who is signed in, and the way to the choice. */
import { APPS, type World } from '../helpers/house.ts';
import type { Page, Visitor } from '../helpers/visitor.ts';
import { loggedIn } from './helpers.ts';

/** A logout redirect URI of the demo app. */
export const BACK = 'http://localhost:3000/logout';

/** A browser in which `returning`, who is linked already, has just signed in. */
export async function signedIn(world: World): Promise<Visitor> {
  const visitor = world.visitor();
  await loggedIn(world, APPS.demo, 'returning', {}, visitor);
  return visitor;
}

/** Opens `/oauth/logout` of the demo app. */
export async function open(world: World, visitor: Visitor, params: Record<string, string | undefined> = {}): Promise<Page> {
  return visitor.open(await logoutPath(world, params));
}

/** The path and query; parameters given as undefined are left out. */
export async function logoutPath(world: World, params: Record<string, string | undefined> = {}): Promise<string> {
  const sent = Object.entries({ client_id: (await world.key(APPS.demo)).key, logout_redirect_uri: BACK, ...params });
  return `/oauth/logout?${new URLSearchParams(sent.filter((entry): entry is [string, string] => entry[1] !== undefined))}`;
}
