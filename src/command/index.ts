/** The command line: arguments and environment in, exit code out. One file for each command. */
import { Command, CommanderError } from 'commander';
import { RuleBroken } from '../rule.ts';
import { version } from '../version.ts';
import { addBackup, addRestore } from './backup.ts';
import { addClock } from './clock.ts';
import { addCopy, addMigrate } from './copy.ts';
import { addDeliveries } from './deliveries.ts';
import { addDoctor } from './doctor.ts';
import { addExec } from './exec.ts';
import { addFail } from './fail.ts';
import { addExport } from './export.ts';
import { addGallery } from './gallery.ts';
import { addInit } from './init.ts';
import { addListen } from './listen.ts';
import { addOpenApi } from './openapi.ts';
import { addPersonas } from './personas.ts';
import { addReplay } from './replay.ts';
import { addReset } from './reset.ts';
import { addSnapshot } from './snapshot.ts';
import { addStart } from './start.ts';
import type { Surroundings } from './surroundings.ts';
import { addTrigger } from './trigger.ts';
import { addValidate } from './validate.ts';

const EXAMPLES = `
Examples:
  $ kakao-sync-simulator                                   start it on 5252
  $ kakao-sync-simulator --port 0 --memory --json          for a script: any free port, nothing on disk, one line of JSON
  $ kakao-sync-simulator exec -- npm test                  your tests, unchanged: Kakao's own host names lead to a simulator
  $ kakao-sync-simulator init                              write a config file with an app of your own
  $ kakao-sync-simulator --watch                           start with it, and again whenever it changes
  $ kakao-sync-simulator listen --forward-to http://localhost:3000/hook --app 1000001
  $ kakao-sync-simulator trigger channel.blocked --app 1000001 --user han
  $ kakao-sync-simulator deliveries --failed
  $ kakao-sync-simulator replay --failed
  $ kakao-sync-simulator clock advance 6h
  $ kakao-sync-simulator fail token --with KOE320
  $ kakao-sync-simulator gallery --out pictures
`;

/** In the order in which they are listed. */
const COMMANDS = [
  addExec,
  addDoctor,
  addInit,
  addValidate,
  addExport,
  addPersonas,
  addTrigger,
  addListen,
  addDeliveries,
  addReplay,
  addClock,
  addFail,
  addReset,
  addSnapshot,
  addGallery,
  addBackup,
  addRestore,
  addCopy,
  addMigrate,
  addOpenApi,
];

/** Runs the command and resolves with its exit code once it has ended. */
export async function run(argv: readonly string[], environment: NodeJS.ProcessEnv): Promise<number> {
  try {
    await programOf({ environment }).parseAsync([...argv], { from: 'user' });
    return 0;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode;
    if (!(error instanceof RuleBroken)) throw error;
    process.stderr.write(`kakao-sync-simulator: ${error.message}\n`);
    return 1;
  }
}

/** Every command. */
export function programOf(surroundings: Surroundings): Command {
  const program = new Command('kakao-sync-simulator')
    .description('A local simulator of Kakao Login and Kakao Sync. For testing only; not affiliated with Kakao.')
    .version(version, '-V, --version')
    .exitOverride()
    .configureOutput({ outputError: (text, write) => write(inOneLine(text)) });
  const start = addStart(program, surroundings);
  for (const add of COMMANDS) add(program, surroundings);
  return program.addHelpText('after', `${EXAMPLES}\n${start.helpInformation()}`);
}

/** Commander's refusal in our manner: one line, its suggestion included. */
function inOneLine(text: string): string {
  const said = text
    .trim()
    .replace(/^error: /, '')
    .replace(/\.$/, '')
    .replaceAll('\n', ' ');
  return `kakao-sync-simulator: ${said}; --help lists the settings\n`;
}
