/**
 * A module of the user's, read anew each time with what it imports, its TypeScript by Node's own type stripping. It may import from
 * 'kakao-sync-simulator' wherever it lies: that is this program. `registerHooks` also spares the warnings about packages without a type.
 */
import { readFileSync } from 'node:fs';
import { type LoadHookSync, registerHooks, type ResolveHookSync } from 'node:module';
import { CODE, EXTENSION } from '../package-root.ts';

const LIBRARY = new URL(`index${EXTENSION}`, CODE).href;
const TURN = 'kakao-sync-turn';
let turns = 0;

/** The default export of the module at this URL. */
export async function loadModule(url: string): Promise<unknown> {
  turns += 1;
  const hooks = registerHooks({ resolve: resolveIn(String(turns)), load });
  try {
    const loaded = (await import(`${url}?${TURN}=${turns}`)) as { default?: unknown };
    if (loaded.default === undefined) throw new Error('it has no default export; write `export default defineConfig({ … })`');
    return loaded.default;
  } finally {
    hooks.deregister();
  }
}

/** What belongs to the user is marked with the turn, so that it is not taken from the modules that are loaded already. */
function resolveIn(turn: string): ResolveHookSync {
  return (specifier, context, next) => {
    if (specifier === 'kakao-sync-simulator' && turnOf(context.parentURL)) return { url: LIBRARY, shortCircuit: true };
    const resolved = next(specifier, context);
    const url = new URL(resolved.url);
    if (!turnOf(context.parentURL) || url.protocol !== 'file:' || url.pathname.includes('/node_modules/')) return resolved;
    url.searchParams.set(TURN, turn);
    return { ...resolved, url: url.href };
  };
}

const load: LoadHookSync = (url, context, next) => {
  if (!turnOf(url) || !/\.m?ts$/.test(new URL(url).pathname)) return next(url, context);
  return { format: 'module-typescript', source: readFileSync(new URL(url)), shortCircuit: true };
};

function turnOf(url: string | undefined): string | null {
  return url?.startsWith('file:') ? new URL(url).searchParams.get(TURN) : null;
}
