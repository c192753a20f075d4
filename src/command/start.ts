/** `start`, which is what happens without a command: the simulator, until it is told to end. */
import { existsSync } from 'node:fs';
import nodeModule from 'node:module';
import { resolve } from 'node:path';
import type { Command } from 'commander';
import { makeSigningKey } from '../store/signing-key.ts';
import { NO_SEED } from '../store/seed/source.ts';
import { configured, withConfig } from './config-file.ts';
import { given, withSettings } from './settings.ts';
import { CommandRefused, type Surroundings, untilSignalled } from './surroundings.ts';
import { follow } from './watch.ts';

const EXAMPLES = `
Examples:
  $ kakao-sync-simulator                                on 5252, the demo partner on 5254, state in the folder "data"
  $ kakao-sync-simulator --port 0 --memory --json       for a script: any free port, nothing on disk, one line of JSON
  $ kakao-sync-simulator --seed world.json --watch      a world of one's own, begun anew when its file changes
  $ kakao-sync-simulator --kakao-hosts                  as Kakao itself for a browser or containers; "doctor" says what they need
  $ export KAKAO_SYNC_OPERATOR_SECRET=$(openssl rand -hex 24)
  $ kakao-sync-simulator --host 0.0.0.0                 for a team: whoever has the secret sees and changes everything

It goes on until Ctrl+C, and then keeps what was written. Exit code 1 when it cannot start.
`;

/** Of the event loop: a connection is taken, what it asks is read, and answered. */
const TURNS = 3;

/** Adds the command and returns it. @param others the names of the other ones */
export function addStart(program: Command, surroundings: Surroundings, others: readonly string[]): Command {
  const command = withSettings(
    withConfig(
      program
        .command('start', { isDefault: true })
        .description('start the simulator (what happens without a command)')
        // Whatever is no command comes here.
        .allowExcessArguments(true),
    ),
  ).addHelpText('after', EXAMPLES);
  return command.action(async (flags: Record<string, unknown>) => {
    const [word] = command.args;
    if (word !== undefined) {
      const known = ['start', ...others].join(', ');
      throw new CommandRefused(`unknown command '${word}'; there are ${known}; --help explains them`, { word });
    }
    await start(flags, surroundings);
  });
}

async function start(flags: Record<string, unknown>, surroundings: Surroundings): Promise<void> {
  const { file, config, source } = await configured(given(flags), surroundings);
  // A world that is surely a new one gets its key while the program is still read.
  const signingKey = config.memory || !existsSync(config.data) ? makeSigningKey() : undefined;
  signingKey?.catch(() => undefined); // whoever needs it hears of it
  // The commands that only speak to a simulator need not wait for all of it.
  const { startSimulator } = await import('../simulator.ts');
  const simulator = await startSimulator({ config, source, signingKey });
  const over = untilSignalled();
  // Who has waited for it is answered before what tells of it is loaded.
  for (let turn = 0; turn < TURNS; turn += 1) await new Promise(setImmediate);
  const [{ openKit }, { banner, jsonLine, told }] = await Promise.all([import('../kit/index.ts'), import('../banner.ts')]);
  const kit = openKit(simulator.house);
  const files = [file, config.seed].filter((each) => each !== null && each !== NO_SEED);
  const stop = config.watch
    ? follow(
        files.map((each) => resolve(each!)),
        () => kit.reset(),
        complain,
      )
    : () => undefined;
  const facts = await told(simulator, kit);
  process.stdout.write(config.json ? jsonLine(facts, file) : banner(facts, file, performance.now()));
  // Now, as Node writes it only at an end that it sees coming.
  nodeModule.flushCompileCache();
  await new Promise((ended) => {
    if (over.aborted) ended(undefined);
    over.addEventListener('abort', ended);
  });
  stop();
  await simulator.close();
}

function complain(line: string): void {
  process.stderr.write(`kakao-sync-simulator: ${line}\n`);
}
