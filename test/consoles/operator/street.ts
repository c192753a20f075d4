/** An app that has applied, in a world with doors: the rooms' own street behind a `World`. */
import assert from 'node:assert/strict';
import type { World } from '../../helpers/house.ts';
import type { Rooms } from '../../helpers/rooms.ts';
import type { Visitor } from '../../helpers/visitor.ts';
import { applied, filled } from '../../sync/street.ts';

export { APP, COLLEAGUE, OWNER } from '../../sync/street.ts';

/** The world as the helpers of the rooms want it. */
export function roomsOf({ house, clock, change }: World): Rooms {
  return { house, clock, change, at: () => assert.fail('not in a world with doors') };
}

/** Submits an application, and resolves with the paths of its reviews at the desk. */
export async function submitted(world: World, over: Parameters<typeof filled>[1] = {}): Promise<string[]> {
  const rooms = roomsOf(world);
  return (await applied(rooms, await filled(rooms, over))).map(({ id }) => `/_sim/reviews/${id}`);
}

/** A visitor and the page of a review. */
export async function atReview(world: World, path: string, visitor: Visitor = world.visitor()) {
  return { visitor, page: await visitor.open(path) };
}
