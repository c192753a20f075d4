/** The gallery as a program sees it: its list of pictures, and each of them. */
import type { World } from '../helpers/house.ts';
import type { Page, Visitor } from '../helpers/visitor.ts';

export interface Picture {
  state: string;
  group: string;
  name: string;
  path: string;
  lacks: string[];
}

export async function picturesOf(visitor: Visitor, query: Record<string, string> | [string, string][] = {}): Promise<Picture[]> {
  const page = await visitor.open(`/_sim/gallery/states.json?${new URLSearchParams(query)}`);
  return (JSON.parse(page.html) as { pictures: Picture[] }).pictures;
}

/** A state of an app by itself. */
export function stateOf(world: World, app: string, state: string, query: Record<string, string> = {}): Promise<Page> {
  return world.visitor().open(`/_sim/gallery/${app}/${state}?${new URLSearchParams(query)}`);
}
