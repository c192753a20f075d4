/** What a route is asked about: a path that pages lead to, and the same path about something else. */
import assert from 'node:assert/strict';
import type { Snapshot } from '../../../src/store/index.ts';
import { chunks, png } from '../../documents/files.ts';
import { APPS, type World } from '../../helpers/house.ts';
import { COLLEAGUE, OWNER } from '../../helpers/rooms.ts';
import type { Route, Street } from '../../malformed/street.ts';
import { type Column, type Kind, OBJECTS } from './people.ts';

export interface Target {
  path: string;
  /** What roles are had in, where the route is about one. */
  object: { kind: Kind; id: string } | null;
  /** The same path about an object that there is not, and about a part that is another object's; null where it names none. */
  unknown: string | null;
  mixed: string | null;
}

export type Ways = Readonly<Record<string, string>>;

/** Puts an icon, a picture and a paper into the world, and tells the paths of routes that no link leads to, or to somebody who would be another one. */
export async function ways({ house, change }: World): Promise<Ways> {
  const upload = async (owner: string): Promise<string> => {
    const { id } = await house.documents.keep({ by: OWNER, name: 'a.png', allowed: ['image/png'] }, chunks(png));
    await change('documents', id, { owner });
    return id;
  };
  const [icon, picture, paper] = [await upload(`app:${APPS.biz}`), await upload('channel:_xaGdm'), await upload(`sync:${APPS.biz}`)];
  await change('apps', APPS.biz, { iconDocument: icon });
  await change('channels', '_xaGdm', { imageDocument: picture });
  const manager = `/center/profiles/_xaGdm/managers/${COLLEAGUE}`;
  const member = `/developers/apps/${APPS.biz}/members/${COLLEAGUE}`;
  return {
    '/developers/icons/:id': `/developers/icons/${icon}`,
    '/center/pictures/:document': `/center/pictures/${picture}`,
    '/business/apps/:id/documents/:document': `/business/apps/${APPS.biz}/documents/${paper}`,
    '/business/apps/:id/application/done': `/business/apps/${APPS.biz}/application/done`,
    '/developers/apps/:id/members/:member': member,
    '/developers/apps/:id/members/:member/removal': `${member}/removal`,
    '/center/profiles/:id/managers/:account': manager,
    '/center/profiles/:id/managers/:account/removal': `${manager}/removal`,
  };
}

const ABOUT: readonly [RegExp, Kind][] = [
  [/^(\/(?:developers|business)\/apps\/|\/business\/connections\/new\/)(\d+)/, 'apps'],
  [/^(\/center\/profiles\/)(_\w+)/, 'channels'],
];

export function targetOf(route: Route, known: Ways, streets: readonly Street[], { apps, channels }: Snapshot): Target {
  const found = known[route.path] ?? streets.map(({ paths }) => paths.get(route)).find((path) => path !== undefined);
  assert.ok(found, `no page leads to ${route.method} ${route.path}`);
  const path = found.split('#')[0]!;
  const params = route.path.match(/:\w+/g) ?? [];
  const [about, kind] = ABOUT.find(([pattern]) => pattern.test(path)) ?? [];
  if (!about || !kind) return { path, object: null, unknown: null, mixed: null };
  const id = about.exec(path)![2]!;
  const at = (other: string): string => path.replace(about, (_, before: string) => before + other);
  const alone = {
    apps: apps.map(({ id, members }) => [id, members] as const),
    channels: channels.map(({ id, managers }) => [id, managers] as const),
  };
  const [second] = alone[kind].find(([each, people]) => each !== id && people.length === 1 && people[0]!.accountId === OWNER)!;
  return { path, object: { kind, id }, unknown: at(OBJECTS[kind].unknown), mixed: params.length > 1 ? at(second) : null };
}

/** Null where the column says nothing of this route: what nobody has roles in is asked for by its owner in the highest place. */
export function pathFor({ role, instead }: Column, { path, object, unknown, mixed }: Target): string | null {
  if (instead) return instead === 'object' ? unknown : mixed;
  return object || role === undefined || role === 2 ? path : null;
}
