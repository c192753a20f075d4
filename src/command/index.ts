/** The command line: arguments and environment in, exit code out. One file for each command. */
import { Command, CommanderError } from 'commander';
import { RuleBroken } from '../rule.ts';
import { version } from '../version.ts';
import { addStart } from './start.ts';
import type { Surroundings } from './surroundings.ts';

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

type Add = (program: Command, surroundings: Surroundings) => void;

/** In the order in which they are listed. Each is loaded for those who name it. */
const COMMANDS: Readonly<Record<string, () => Promise<Add>>> = {
  exec: async () => (await import('./exec.ts')).addExec,
  doctor: async () => (await import('./doctor.ts')).addDoctor,
  init: async () => (await import('./init.ts')).addInit,
  validate: async () => (await import('./validate.ts')).addValidate,
  export: async () => (await import('./export.ts')).addExport,
  personas: async () => (await import('./personas.ts')).addPersonas,
  trigger: async () => (await import('./trigger.ts')).addTrigger,
  listen: async () => (await import('./listen.ts')).addListen,
  deliveries: async () => (await import('./deliveries.ts')).addDeliveries,
  replay: async () => (await import('./replay.ts')).addReplay,
  clock: async () => (await import('./clock.ts')).addClock,
  fail: async () => (await import('./fail.ts')).addFail,
  'rotate-keys': async () => (await import('./rotate-keys.ts')).addRotateKeys,
  reset: async () => (await import('./reset.ts')).addReset,
  snapshot: async () => (await import('./snapshot.ts')).addSnapshot,
  gallery: async () => (await import('./gallery.ts')).addGallery,
  backup: async () => (await import('./backup.ts')).addBackup,
  restore: async () => (await import('./backup.ts')).addRestore,
  copy: async () => (await import('./copy.ts')).addCopy,
  migrate: async () => (await import('./copy.ts')).addMigrate,
  openapi: async () => (await import('./openapi.ts')).addOpenApi,
};
/** All but the start. */
export const NAMES = Object.keys(COMMANDS);
/** These tell of every command. */
const HELP = ['help', '-h', '--help'];

/** Runs the command and resolves with its exit code once it has ended. */
export async function run(argv: readonly string[], environment: NodeJS.ProcessEnv): Promise<number> {
  try {
    const named = argv.some((word) => HELP.includes(word)) ? NAMES : NAMES.filter((name) => argv.includes(name));
    await (await programOf({ environment }, named)).parseAsync([...argv], { from: 'user' });
    return 0;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode;
    if (!(error instanceof RuleBroken)) throw error;
    process.stderr.write(`kakao-sync-simulator: ${error.message}\n`);
    return 1;
  }
}

/** The start, and every other command, or these alone. */
export async function programOf(surroundings: Surroundings, names: readonly string[] = NAMES): Promise<Command> {
  const program = new Command('kakao-sync-simulator')
    .description('A local simulator of Kakao Login and Kakao Sync. For testing only; not affiliated with Kakao.')
    .version(version, '-V, --version')
    .exitOverride()
    .configureOutput({ outputError: (text, write) => write(inOneLine(text)) });
  const start = addStart(program, surroundings, NAMES);
  for (const name of names) (await COMMANDS[name]!())(program, surroundings);
  return program.addHelpText('after', () => `${EXAMPLES}\n${start.helpInformation()}`);
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
