/** Who asks for a page of a console, and for which object: one column of the table each. */
import { OWNER, STRANGER } from '../../helpers/rooms.ts';
import { APPS, type World } from '../../helpers/house.ts';

/** What people have roles in, and the roles, lowest first. */
export const OBJECTS = {
  apps: { roles: ['member', 'editor', 'owner'], list: 'members', unknown: '99', own: APPS.openidConnect },
  channels: { roles: ['member', 'manager', 'master'], list: 'managers', unknown: '_xNobody', own: '_xfLxj' },
} as const;
export type Kind = keyof typeof OBJECTS;

/** `colleague` has just the role of the column; `foreign` has the highest one in objects of their own, and none in this one. */
type Who = 'nobody' | 'stranger' | 'foreign' | 'colleague' | 'owner';

export interface Column {
  who: Who;
  /** Place of the colleague's role, lowest first. */
  role?: 0 | 1 | 2;
  /** What the path names is in the place of its own: an object that there is not, or a part of another object. */
  instead?: 'object' | 'part';
}

/** In the order of the table. */
export const COLUMNS: readonly Column[] = [
  { who: 'nobody' },
  { who: 'stranger' },
  { who: 'foreign' },
  { who: 'colleague', role: 0 },
  { who: 'colleague', role: 1 },
  { who: 'colleague', role: 2 },
  { who: 'owner', instead: 'object' },
  { who: 'owner', instead: 'part' },
];

export interface Person {
  id: string | null;
  cookie: string;
}

/** Signs everybody in. The foreign one and the colleague are people of whom the world knows nothing else. */
export async function everybody(world: World): Promise<Record<Who, Person>> {
  const { accounts } = world.house;
  const newcomer = async (name: string) =>
    (await accounts.signUp({ email: `${name}@example.com`, nickname: name, password: 'pass1234', birthdate: null })).id;
  const signedIn = async (id: string): Promise<Person> => {
    const [console, talk] = [await accounts.openSession(id), await accounts.openSession(id)];
    return { id, cookie: `kakao_sync_console=${console}; kakao_sync_talk=${talk}` };
  };
  const [foreign, colleague] = [await newcomer('foreign'), await newcomer('colleague')];
  for (const kind of ['apps', 'channels'] as const) await give(world, kind, OBJECTS[kind].own, { [foreign]: 2 });
  return {
    nobody: { id: null, cookie: '' },
    stranger: await signedIn(STRANGER),
    foreign: await signedIn(foreign),
    colleague: await signedIn(colleague),
    owner: await signedIn(OWNER),
  };
}

/** Gives people these roles in an object; those who had one keep it, or lose it where it is null. */
export async function give(world: World, kind: Kind, id: string, roleOf: Readonly<Record<string, 0 | 1 | 2 | null>>): Promise<void> {
  const { roles, list } = OBJECTS[kind];
  const row = (await world.house.store.get(kind, id)) as unknown as Record<string, { accountId: string; role: string }[]>;
  const kept = row[list]!.filter(({ accountId }) => !(accountId in roleOf));
  const given = Object.entries(roleOf).flatMap(([accountId, role]) => (role === null ? [] : [{ accountId, role: roles[role] }]));
  await world.change(kind, id, { [list]: [...kept, ...given] });
}
