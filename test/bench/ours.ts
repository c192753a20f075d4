/** A process of its own: this simulator, as a program starts it, with an app and people to load it with. */
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { library } from './built.ts';
import { serveHarness } from './processes.ts';
import type { Target } from './flows.ts';
import { benchApp, CALLBACK, peopled } from './world.ts';

export interface OursOptions {
  /** Where its state is: a folder or a database; in memory without one. */
  folder?: string;
  store?: string;
  /** How many people there are, unless the store has its world already. */
  people: number;
  /** Where sign-ups are told. */
  callback: string;
  /** How many logins it keeps, if not as many as usual. */
  journeys?: number;
  /** The address that it tells partners, where a proxy stands before it. */
  publicUrl?: string;
}

/** What it may be asked: the resident memory of the process, in bytes, once all garbage is gone. */
export type OursRequest = 'memory';

await serveHarness(async ({ folder, store, people, callback, publicUrl, journeys }: OursOptions) => {
  const { createSimulator } = await library();
  const simulator = await createSimulator({
    memory: folder === undefined,
    ...(folder !== undefined && { data: folder }),
    ...(store !== undefined && { store }),
    ...(publicUrl !== undefined && { publicUrl }),
    ...(journeys !== undefined && { journeys }),
    seed: peopled(people),
  });
  const { clientId, clientSecret } = await benchApp(simulator, callback);
  const target: Target = {
    face: 'ours',
    url: publicUrl ?? simulator.url,
    client: { client_id: clientId, client_secret: clientSecret!, redirect_uri: CALLBACK },
  };
  return { facts: { target, own: simulator.url }, answer: memory, close: () => simulator.close() };
});

async function memory(): Promise<number> {
  setFlagsFromString('--expose-gc');
  const collect = runInNewContext('gc') as () => void;
  for (let times = 0; times < 4; times += 1) {
    collect();
    await new Promise((later) => setTimeout(later, 250));
  }
  return process.memoryUsage.rss();
}
