/** The house plan: what is looked at in the sources. Who may import whom is in floors.ts. Read by test/plan.test.ts. */
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { DOORS, FLOORS, ROOMS } from './floors.ts';

export const ROOT = fileURLToPath(new URL('../..', import.meta.url));

/** A module of ours: its path below the root, and the modules of ours that it imports. */
export interface Module {
  path: string;
  text: string;
  imports: { path: string; typeOnly: boolean; later: boolean }[];
}

/** Every module below `folder`. */
export function modulesBelow(folder: string): Module[] {
  return filesBelow(folder, '.ts').map((path) => {
    const text = readFileSync(join(ROOT, path), 'utf8');
    return { path, text, imports: importsOf(path, text) };
  });
}

/** Paths of the files below `folder` with this ending. */
export function filesBelow(folder: string, ending: string): string[] {
  return readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith(ending))
    .map((name) => `${folder}/${name}`)
    .sort();
}

/** The part of src that a path belongs to: `src/oauth/koe.ts` → `oauth`, `src/consoles/talk/x.ts` → `consoles/talk`, `src/app.ts` → `app`. */
export function partOf(path: string): string {
  const steps = path
    .replace(/^src\//, '')
    .replace(/\.ts$/, '')
    .split('/');
  return steps[0] === 'consoles' ? steps.slice(0, 2).join('/') : steps[0]!;
}

/** Sentences about imports that the plan does not allow. */
export function forbiddenImports(modules: readonly Module[]): string[] {
  return modules.flatMap(({ path, imports }) =>
    imports.filter((each) => !isAllowed(path, each)).map((each) => `${path} imports ${each.path}`),
  );
}

function isAllowed(from: string, { path: to, typeOnly }: Module['imports'][number]): boolean {
  const [part, other] = [partOf(from), partOf(to)];
  if (part === other || FLOORS[part]?.includes(other)) return true;
  if (!DOORS.includes(part)) return false;
  if (typeOnly && other === 'store') return true;
  return ROOMS.includes(other) && to === `src/${other}/index.ts`;
}

/** Each cycle of imports that run at run time, as `a → b → a`. */
export function cycles(modules: readonly Module[]): string[] {
  const byPath = new Map(modules.map((module) => [module.path, module]));
  const done = new Set<string>();
  const found: string[] = [];
  const walk = (path: string, way: readonly string[]): void => {
    if (way.includes(path)) found.push([...way.slice(way.indexOf(path)), path].join(' → '));
    if (way.includes(path) || done.has(path)) return;
    for (const next of byPath.get(path)?.imports ?? []) if (!next.typeOnly) walk(next.path, [...way, path]);
    done.add(path);
  };
  for (const { path } of modules) walk(path, []);
  return found;
}

function importsOf(path: string, text: string): Module['imports'] {
  const statements = text.matchAll(/^\s*(import|export)\s+(type\s+)?([^;'"]*?\sfrom\s+)?['"](\.[^'"]+)['"]|import\('(\.[^']+)'\)/gm);
  return [...statements].map(([, , type, , target, dynamic]) => ({
    path: relative(ROOT, join(ROOT, dirname(path), (target ?? dynamic)!)),
    typeOnly: type !== undefined,
    later: dynamic !== undefined,
  }));
}
