/** `copy`: a world from a folder into a database, or back. `migrate`: a database brought to this version. */
import { existsSync } from 'node:fs';
import type { Command } from 'commander';
import { configure, settings } from '../config.ts';
import type { StorePlace } from '../store/open.ts';
import { CommandRefused, type Surroundings } from './surroundings.ts';

const COPY_EXAMPLES = `
Examples:
  $ kakao-sync-simulator copy --from data --to postgres://kakao:secret@db/kakao
  $ kakao-sync-simulator copy --from postgres://kakao:secret@db/kakao --to copy

Every row and every uploaded file goes along, signing keys among them; named snapshots do not. No simulator may run on the folder meanwhile.
`;
const MIGRATE_EXAMPLES = `
Examples:
  $ kakao-sync-simulator migrate --store postgres://kakao:secret@db/kakao

A simulator does the same at its start. Of several at a time one does it, and the others wait.
`;

export function addCopy(program: Command): void {
  program
    .command('copy')
    .description('copy a world from a folder into a PostgreSQL database, or back')
    .requiredOption('--from <where>', 'a data folder, or postgres://…')
    .requiredOption('--to <where>', 'the same; it must be empty')
    .option('--json', 'one line of JSON')
    .addHelpText('after', COPY_EXAMPLES)
    .action(async ({ from, to, json }: { from: string; to: string; json?: boolean }) => {
      if (!isDatabase(from) && !existsSync(from)) throw new CommandRefused(`--from: there is no folder ${from}`);
      // The engines are loaded by whoever needs one.
      const { copyStore } = await import('../store/copy.ts');
      const copied = await copyStore(placeOf(from), placeOf(to));
      say(json ? JSON.stringify(copied) : `copied ${copied.rows} rows and ${copied.files} files from ${copied.from} to ${copied.to}`);
    });
}

export function addMigrate(program: Command, { environment }: Surroundings): void {
  program
    .command('migrate')
    .description('bring a PostgreSQL database to this version')
    .option('--store <url>', 'postgres://… (KAKAO_SYNC_STORE)')
    .option('--json', 'one line of JSON')
    .addHelpText('after', MIGRATE_EXAMPLES)
    .action(async ({ json, ...flags }: { store?: string; json?: boolean }) => {
      const { store } = configure(flags, environment);
      if (store === settings.store.default)
        throw new CommandRefused('migrate: name the database with --store postgres://… or KAKAO_SYNC_STORE');
      const { migrate } = await import('../store/postgres/index.ts');
      const { done, fitted } = await migrate(store);
      const changes = [...done, ...fitted.map((table) => `table ${table}`)];
      say(json ? JSON.stringify({ done, fitted }) : changes.join('\n') || 'the database is of this version already');
    });
}

function placeOf(where: string): StorePlace {
  return { store: isDatabase(where) ? where : settings.store.default, memory: false, data: where };
}

function isDatabase(where: string): boolean {
  return /^postgres(ql)?:\/\//.test(where);
}

function say(text: string): void {
  process.stdout.write(`${text}\n`);
}
