/** `start`, which is what happens without a command: the simulator, until it is told to end. */
import type { Command } from 'commander';
import { settings, variableOf } from '../config.ts';
import { configured, withConfig } from './config-file.ts';
import { CommandRefused, type Surroundings, untilSignalled } from './surroundings.ts';

/** Adds the command and returns it. */
export function addStart(program: Command, surroundings: Surroundings): Command {
  const command = withConfig(
    program
      .command('start', { isDefault: true })
      .description('start the simulator (what happens without a command)')
      // Whatever is no command comes here.
      .allowExcessArguments(true),
  );
  for (const [name, { flag, doc, default: fallback }] of Object.entries(settings)) {
    command.option(flag, `${doc} (${variableOf(name)}, default ${fallback})`);
  }
  return command.action(async (flags: Record<string, unknown>) => {
    const [word] = command.args;
    if (word !== undefined) {
      const known = program.commands.map((each) => each.name()).join(', ');
      throw new CommandRefused(`unknown command '${word}'; there are ${known}; --help explains them`, { word });
    }
    await start(flags, surroundings);
  });
}

async function start(flags: Record<string, unknown>, surroundings: Surroundings): Promise<void> {
  // Commander sets a --no-… flag to true when it is not given; then the environment may speak.
  const given = { ...flags, ...(flags.partner === true && { partner: undefined }) };
  const { file, config, source } = await configured(given, surroundings);
  // The commands that only speak to a simulator need not wait for all of it.
  const [{ createSimulator }, { banner, jsonLine, told }] = await Promise.all([import('../index.ts'), import('../banner.ts')]);
  const simulator = await createSimulator({ ...config, seed: source });
  const over = untilSignalled();
  const facts = await told(simulator);
  process.stdout.write(config.json ? jsonLine(facts, file) : banner(facts, file, performance.now()));
  await new Promise((resolve) => {
    if (over.aborted) resolve(undefined);
    over.addEventListener('abort', resolve);
  });
  await simulator.close();
}
