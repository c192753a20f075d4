/** `validate`: whether a config file, or a seed, is right, without a start. */
import { relative, resolve } from 'node:path';
import { type Command, CommanderError } from 'commander';
import { configure } from '../config.ts';
import { ConfigRefused, laidOver, readConfig } from '../seeds/index.ts';
import { type Seed, SeedRefused } from '../store/seed.ts';
import { seedSource } from '../store/seed/source.ts';
import { configFile } from './config-file.ts';
import { CommandRefused, type Surroundings } from './surroundings.ts';

const EXAMPLES = `
Examples:
  $ kakao-sync-simulator validate                       the config file of this folder
  $ kakao-sync-simulator validate world.json --json     a seed, told as one line of JSON
`;

export function addValidate(program: Command, { environment }: Surroundings): void {
  program
    .command('validate')
    .argument('[file]', 'a config file or a seed; the config file of this folder unless named')
    .description('check a config file or a seed, and tell all that is wrong with it; exit code 1 if there is anything')
    .option('--json', 'as one line of JSON')
    .addHelpText('after', EXAMPLES)
    .action(async (named: string | undefined, { json = false }: { json?: boolean }) => {
      const file = configFile(named, environment);
      if (file === null)
        throw new CommandRefused('there is no config file in this folder; name one, or write one with "kakao-sync-simulator init"');
      const shown = relative(process.cwd(), resolve(file)) || file;
      try {
        const counts = countsOf(await check(file));
        say(json ? JSON.stringify({ file, valid: true, problems: [], counts }) : `${shown} is right: ${wordsOf(counts)}`);
      } catch (error) {
        if (!json || !(error instanceof ConfigRefused || error instanceof SeedRefused)) throw error;
        say(JSON.stringify({ file, valid: false, problems: error.problems }));
        throw new CommanderError(1, 'validate', 'the file is not right');
      }
    });
}

/** The world of the file, over the seed that it names. Throws ConfigRefused, SettingRefused, SeedRefused. */
async function check(file: string): Promise<Seed> {
  const config = await readConfig(file);
  const below = await seedSource(configure({}, {}, config.settings).seed).read();
  laidOver(config, below, `the file ${file}`);
  return config.world;
}

const countsOf = (world: Seed): Record<string, number> =>
  Object.fromEntries(Object.entries(world).flatMap(([noun, entries]) => (Array.isArray(entries) ? [[noun, entries.length]] : [])));

function wordsOf(counts: Readonly<Record<string, number>>): string {
  const some = Object.entries(counts).filter(([, count]) => count > 0);
  return some.map(([noun, count]) => `${noun} ${count}`).join(', ') || 'settings alone';
}

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}
