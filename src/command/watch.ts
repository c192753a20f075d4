/** `--watch`: the world begins anew when a file that it is made of changes. One that is not right changes nothing, and is told why. */
import { watch } from 'node:fs';
import { basename, dirname } from 'node:path';
import { RuleBroken } from '../rule.ts';

/** An editor writes in several steps. */
const QUIET_MS = 100;

/** @param begin has the world begin anew. Returns the way to stop. */
export function follow(files: readonly string[], begin: () => Promise<void>, say: (line: string) => void): () => void {
  let timer: NodeJS.Timeout | undefined;
  let turn = Promise.resolve();
  const again = async (): Promise<void> => {
    try {
      await begin();
      say('the world has begun anew, as the file has changed');
    } catch (error) {
      if (!(error instanceof RuleBroken)) throw error;
      say(`the world stays as it was: ${error.message}`);
    }
  };
  const changed = (): void => {
    clearTimeout(timer);
    timer = setTimeout(() => void (turn = turn.then(again)), QUIET_MS);
  };
  // Editors put another file into the place: so the folder is watched, and not the file.
  const watchers = files.map((file) => watch(dirname(file), (_, name) => (name === basename(file) ? changed() : undefined)));
  return () => {
    clearTimeout(timer);
    for (const watcher of watchers) watcher.close();
  };
}
