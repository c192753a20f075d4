/** The simulator and the demo partner beside it, as `createSimulator` starts them. */
import { readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach } from 'mocha';
import { type AppFacts, createSimulator, type Simulator } from '../../src/index.ts';
import { SEED } from '../helpers/house.ts';
import type { seedFile } from '../../src/store/seed/shape.ts';
import type { z } from 'zod';

/** A seed file as it is written, with nothing left out. */
export type World = { [K in keyof z.input<typeof seedFile>]-?: NonNullable<z.input<typeof seedFile>[K]> };

export interface Town {
  /** Base URL of the simulator. */
  readonly url: string;
  /** Base URL of the demo partner. */
  readonly partner: string;
  /** REST API key of an app. */
  clientId(appId: string): string;
}

/** For the surrounding `describe`: a new town before each test. `change` is applied to the shipped world first. */
export function useTown(change?: (world: World) => void): Town {
  let simulator: Simulator;
  let apps: AppFacts[] = [];
  const town = { url: '', partner: '', clientId: (appId: string) => apps.find(({ id }) => id === appId)?.clientId ?? '' };
  const reported: unknown[] = [];

  beforeEach(async () => {
    const seed = change ? await changedSeed(change) : SEED;
    simulator = await createSimulator({ partner: true, partnerPort: 0, seed, report: (error) => reported.push(error) });
    apps = await simulator.apps.list();
    if (change) await rm(seed);
    Object.assign(town, { url: simulator.url, partner: simulator.partnerUrl });
  });
  afterEach(async () => {
    await simulator.close();
    const [unexpected] = reported.splice(0);
    if (unexpected) throw unexpected;
  });
  return town;
}

/** A change of the world: every app has the newer layout of the consent screen. */
export function newerLayout({ apps }: World): void {
  for (const app of apps) app.switches = { ...app.switches, consentLayout: 'newer' };
}

export function appOf({ apps }: World, id: string): World['apps'][number] {
  return apps.find((app) => app.id === id)!;
}

async function changedSeed(change: (world: World) => void): Promise<string> {
  const world = JSON.parse(await readFile(SEED, 'utf8')) as World;
  change(world);
  const file = join(tmpdir(), `kakao-sync-world-${process.pid}-${counter++}.json`);
  await writeFile(file, JSON.stringify(world));
  return file;
}

let counter = 0;
