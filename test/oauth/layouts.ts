/** The consent screen in either of its layouts, for tests. */
import type { App } from '../../src/apps/index.ts';
import { APPS, type World } from '../helpers/house.ts';
import { loggedIn, type Page, type Visitor } from './helpers.ts';

export type Layout = App['switches']['consentLayout'];

/** Switches the layout of an app. */
export async function setLayout(world: World, app: string, consentLayout: Layout): Promise<void> {
  const { switches } = await world.app(app);
  await world.change('apps', app, { switches: { ...switches, consentLayout } });
}

/** The consent screen of an app in this layout. */
export async function ask(
  world: World,
  consentLayout: Layout,
  params: Record<string, string> = {},
  app: string = APPS.current,
  as = 'han',
  visitor: Visitor = world.visitor(),
): Promise<Page> {
  await setLayout(world, app, consentLayout);
  return loggedIn(world, app, as, params, visitor);
}
