/** `export`: the present state, of a running simulator or of a data folder, as a seed. */
import { existsSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import type { Command } from 'commander';
import { createClock } from '../clock.ts';
import { type WrittenSeed, written, writtenWorld } from '../seeds/export.ts';
import { keptTime, type Snapshot, snapshotOf } from '../store/index.ts';
import { openLowdb } from '../store/lowdb/open.ts';
import { type Client, clientOf } from './client.ts';
import { CommandRefused, type Surroundings, withSimulator } from './surroundings.ts';

interface Flags {
  out?: string;
  data?: string;
  onlyWorld?: boolean;
  url?: string;
}

const EXAMPLES = `
Examples:
  $ kakao-sync-simulator export --out today.json          all of a running simulator
  $ kakao-sync-simulator export --data data               of a data folder that no simulator works on
  $ kakao-sync-simulator export --only-world              people, apps and channels, without tokens, history and files
  $ kakao-sync-simulator --seed today.json --data again   begin with it, in an empty folder
`;

export function addExport(program: Command, { environment }: Surroundings): void {
  withSimulator(program.command('export').description('write the present state as a seed that restores it exactly'))
    .option('--out <file>', 'where it goes; standard output unless named')
    .option('--data <folder>', 'of a data folder, in the place of a running simulator')
    .option('--only-world', 'people, businesses, channels, apps and how they stand alone')
    .addHelpText('after', EXAMPLES)
    .action(async ({ out, data, onlyWorld = false, ...flags }: Flags) => {
      const seed = data === undefined ? await asked(clientOf(flags, environment), onlyWorld) : await readFrom(data, onlyWorld);
      const text = `${JSON.stringify(seed, null, 2)}\n`;
      if (out === undefined) process.stdout.write(text);
      else await writeOut(out, text);
    });
}

function asked(client: Client, onlyWorld: boolean): Promise<WrittenSeed> {
  return client.call<WrittenSeed>('GET /seed', { query: { only: onlyWorld ? 'world' : undefined } });
}

/** Throws CommandRefused for a folder that is not there, and what the store throws. */
async function readFrom(data: string, onlyWorld: boolean): Promise<WrittenSeed> {
  const folder = resolve(data);
  if (!existsSync(folder)) throw new CommandRefused(`--data: there is no folder ${folder}`, { folder });
  let clock = createClock();
  const store = await openLowdb({ folder, now: () => clock.now() });
  try {
    clock = createClock(await keptTime(store));
    const rows = await snapshotOf(store);
    return onlyWorld ? writtenWorld(rows) : written(rows, await filesAt(join(folder, 'documents'), rows));
  } finally {
    await store.close();
  }
}

async function filesAt(folder: string, { documents }: Snapshot): Promise<Map<string, Buffer>> {
  const files = new Map<string, Buffer>();
  for (const { id } of documents) if (existsSync(join(folder, id))) files.set(id, await readFile(join(folder, id)));
  return files;
}

async function writeOut(out: string, text: string): Promise<void> {
  await writeFile(out, text).catch((error: NodeJS.ErrnoException) => {
    throw new CommandRefused(`--out: ${out} cannot be written (${error.code})`, { out });
  });
  process.stdout.write(`${out} is written; begin with it: kakao-sync-simulator --seed ${out} --data <an empty folder>\n`);
}
