/** `backup`: a whole world into one file, while simulators work on it or not. `restore`: the way back, wholly or not at all. */
import type { Command } from 'commander';
import { type Config, settings } from '../config.ts';
import type { Course } from '../store/backup/take.ts';
import { version } from '../version.ts';
import { configured, withConfig } from './config-file.ts';
import { withSettings } from './settings.ts';
import { CommandRefused, interruptible, type Surroundings } from './surroundings.ts';

const BACKUP_EXAMPLES = `
Examples:
  $ kakao-sync-simulator backup today.backup                                     of the folder "data"
  $ kakao-sync-simulator backup today.backup --store postgres://kakao:secret@db/kakao

Every row and every uploaded file of one moment goes along, tokens and signing keys among them, so keep it as you would keep those (it is yours alone
to read). Simulators may go on working meanwhile. Named snapshots and the certificates of --https stay where they are.
Ctrl+C ends it, and nothing is written then.
`;
const RESTORE_EXAMPLES = `
Examples:
  $ kakao-sync-simulator restore today.backup --data fresh                       into a new folder
  $ kakao-sync-simulator restore today.backup --replace                          in the place of what is in "data"
  $ kakao-sync-simulator restore today.backup --store postgres://kakao:secret@db/kakao

From a folder into a database, too, and back. It is checked first, and happens wholly or not at all; no simulator may run there meanwhile.
`;

type Flags = Record<string, unknown> & { json?: boolean; replace?: boolean };

/** All but where the world is. */
const OTHERS = Object.keys(settings).filter((name) => !['data', 'store'].includes(name));

export function addBackup(program: Command, surroundings: Surroundings): void {
  withPlace(
    program.command('backup').argument('<file>', 'where it goes').description('write a whole world into one file, while simulators go on'),
  )
    .addHelpText('after', BACKUP_EXAMPLES)
    .action(async (file: string, { json, ...flags }: Flags) => {
      const place = await placeOf(flags, surroundings);
      const { backUp } = await import('../store/backup/take.ts');
      const counted = await watched((course) => backUp(place, file, version, course));
      say(json ? { file, ...counted } : `${file} holds ${counted.rows} rows and ${counted.files} files`);
    });
}

export function addRestore(program: Command, surroundings: Surroundings): void {
  withPlace(program.command('restore').argument('<file>', 'a backup').description('put the world of a backup into a folder or a database'))
    .option('--replace', 'also where there is a world already, which ends')
    .addHelpText('after', RESTORE_EXAMPLES)
    .action(async (file: string, { json, replace = false, ...flags }: Flags) => {
      const place = await placeOf(flags, surroundings);
      const { restore } = await import('../store/backup/restore.ts');
      const counted = await watched((course) => restore(file, place, replace, course));
      say(json ? { file, ...counted } : `restored ${counted.rows} rows and ${counted.files} files from ${file}`);
    });
}

function withPlace(command: Command): Command {
  return withSettings(withConfig(command), OTHERS).option('--json', 'one line of JSON');
}

/** Throws CommandRefused for a world that is nowhere. */
async function placeOf(flags: Flags, surroundings: Surroundings): Promise<Config> {
  const { config } = await configured(flags, surroundings);
  if (config.memory && config.store === settings.store.default)
    throw new CommandRefused('the settings say memory: such a world is nowhere but in its process; name a folder or a database');
  return config;
}

/** Tells on a terminal how far it is, and ends it at Ctrl+C. Throws CommandRefused then. */
async function watched<T>(work: (course: Course) => Promise<T>): Promise<T> {
  const { stderr } = process;
  const tell = (text: string): unknown => stderr.isTTY && stderr.write(`\r\u001B[K${text}`);
  return interruptible((signal) => work({ tell, signal })).finally(() => tell(''));
}

function say(what: object | string): void {
  process.stdout.write(`${typeof what === 'string' ? what : JSON.stringify(what)}\n`);
}
