/** The command line: arguments and environment in, exit code out. */
import { Argument, Command, CommanderError } from 'commander';
import { banner, jsonLine } from './banner.ts';
import { configure, settings, variableOf } from './config.ts';
import { createSimulator } from './index.ts';
import { RuleBroken } from './rule.ts';
import { version } from './version.ts';

/** Runs the command and resolves with its exit code once it has ended. */
export async function run(argv: readonly string[], environment: NodeJS.ProcessEnv): Promise<number> {
  let code = 0;
  const program = new Command('kakao-sync-simulator')
    .description('A local simulator of Kakao Login and Kakao Sync. For testing only; not affiliated with Kakao.')
    .version(version, '-V, --version')
    .addArgument(new Argument('[command]', 'what to do').choices(['start']).default('start'))
    .exitOverride()
    .configureOutput({ outputError: (text, write) => write(inOneLine(text)) });
  for (const [name, { flag, doc, default: fallback }] of Object.entries(settings)) {
    program.option(flag, `${doc} (${variableOf(name)}, default ${fallback})`);
  }
  program.action(async () => {
    code = await startCommand(program.opts(), environment);
  });
  try {
    await program.parseAsync([...argv], { from: 'user' });
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    return error.exitCode;
  }
  return code;
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

async function startCommand(flags: Record<string, unknown>, environment: NodeJS.ProcessEnv): Promise<number> {
  try {
    // Commander sets a --no-… flag to true when it is not given; then the environment may speak.
    const given = { ...flags, ...(flags.partner === true && { partner: undefined }) };
    const config = configure(given, environment);
    const simulator = await createSimulator(config);
    const stopped = signalled();
    process.stdout.write(config.json ? jsonLine(simulator) : banner(simulator, performance.now()));
    await stopped;
    await simulator.close();
    return 0;
  } catch (error) {
    if (!(error instanceof RuleBroken)) throw error;
    process.stderr.write(`kakao-sync-simulator: ${error.message}\n`);
    return 1;
  }
}

/** Resolves at SIGINT or SIGTERM. */
function signalled(): Promise<void> {
  const { promise, resolve } = Promise.withResolvers<void>();
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => resolve());
  return promise;
}
