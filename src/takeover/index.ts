/**
 * Takeover: programs that know only Kakao's names are led here, without a change in them or in the system.
 * Words: authority (the local CA that may vouch for these names), to lead (to have a connection to one of them arrive here).
 * Limits: what is told to the program that is run, and nobody else: environment, arguments, files of its own.
 * Leaves to others: what is answered by which name (faces), HTTPS itself (secure).
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { environmentOf, proxyBefore } from './environment.ts';
import { openProxy } from './proxy.ts';
import { writeTrust } from './trust.ts';

export { browserArguments } from './browsers.ts';
export { ProgramRefused, runProgram } from './child.ts';

export interface TakeoverOptions {
  /** Base URL of the simulator, and of its HTTPS with the certificate of its authority. */
  url: string;
  https: { url: string; ca: string };
  /** The environment that the program would have. */
  environment: NodeJS.ProcessEnv;
  /** Whether the proxy passes other names on. */
  passOn: boolean;
  /** Told of each name that was not passed on, once. */
  refused: (name: string) => void;
}

export interface Takeover {
  /** The environment of a program that is led here. */
  readonly environment: NodeJS.ProcessEnv;
  close(): Promise<void>;
}

/** Opens what a program needs to be led here: a proxy, and files of whom to trust. */
export async function openTakeover({ url, https, environment, passOn, refused }: TakeoverOptions): Promise<Takeover> {
  const securePort = Number(new URL(https.url).port);
  const folder = await mkdtemp(join(tmpdir(), 'kakao-sync-'));
  const trust = await writeTrust(folder, https.ca, environment);
  const proxy = await openProxy({ securePort, passOn, upstream: proxyBefore(environment), refused });
  return {
    environment: environmentOf(environment, { url, securePort, ca: https.ca, proxy: proxy.url, trust }),
    async close() {
      await proxy.close();
      await rm(folder, { recursive: true });
    },
  };
}
