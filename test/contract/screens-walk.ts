/** What the tables of the screens do to a person's link between two requests, and read of it. */
import type { World } from '../helpers/house.ts';

export type Fields = Record<string, string>;

/** Takes an agreement to a term of the demo app away, as if it had come later. */
export async function forget(world: World, as: string, tag: string, app = '1000001'): Promise<void> {
  const id = await linkId(world, app, as);
  await world.house.store.write(async (tx) => tx.remove('agreements', `${id}:${tag}`));
}

export async function unlink({ house }: World, app: string, as: string): Promise<void> {
  const { id } = (await house.accounts.persona(as))!;
  await house.consent.unlink((await house.apps.byId(app))!, (await house.consent.link(app, id))!);
}

/** When each item and each term was agreed to. */
export async function agreedAt(world: World, app: string, as: string): Promise<number[]> {
  const id = await linkId(world, app, as);
  const { items } = (await world.house.store.get('links', id))!;
  const agreements = await world.house.store.find('agreements', 'link', id);
  return [...items, ...agreements].map((each) => each.agreedAt);
}

async function linkId({ house }: World, app: string, as: string): Promise<string> {
  return `${app}:${(await house.accounts.persona(as))!.id}`;
}
