/** `exec`: stands in for Kakao while another program runs. */
import { type Command, CommanderError } from 'commander';
import { variableOf } from '../config.ts';
import { configured, withConfig } from './config-file.ts';
import { given, withSettings } from './settings.ts';
import { cleanly, type Surroundings } from './surroundings.ts';

type Flags = Record<string, unknown> & { passOn?: boolean };

/** What it would not be without. */
const OURS = { kakaoHosts: true, https: true, host: '127.0.0.1', json: false };

/** What it has unless told otherwise; nothing is kept without a folder or a database to have it in. */
const USUAL = { port: 0, httpsPort: 0, partner: false, partnerPort: 0, memory: true };

const EXAMPLES = `
Examples:
  $ kakao-sync-simulator exec -- npm test
  $ kakao-sync-simulator exec --data data -- ./gradlew bootRun
  $ kakao-sync-simulator exec -- curl https://kauth.kakao.com/.well-known/openid-configuration

The program is not changed: https://kauth.kakao.com, kapi.kakao.com, accounts.kakao.com and k.kakaocdn.net are answered by a simulator that
lives as long as the program does, in memory and on free ports unless told otherwise. It is led there by its environment alone (a proxy on
loopback, whom to trust, a hook for Node); nothing of the system is changed. Other names are not passed on without --pass-on.
The program finds KAKAO_SYNC_URL (console and control API), KAKAO_SYNC_CA (a file) and KAKAO_SYNC_BROWSER_ARGS
(JSON, for a Chromium that it drives) in its environment. The exit code is its own.
`;

/** Exit code of the program. */
export function addExec(program: Command, surroundings: Surroundings): void {
  withSettings(
    withConfig(
      program
        .command('exec')
        .description("run a program for which Kakao's host names lead to a simulator; the exit code is the program's")
        .argument('<program...>', 'what to run, behind --')
        .option('--pass-on', 'let other host names through, by the proxy of the environment if there is one'),
    ),
    Object.keys(OURS),
    USUAL,
  )
    .addHelpText('after', EXAMPLES)
    .action(async ([command = '', ...args]: string[], flags: Flags) => {
      const code = await execute(command, args, flags, surroundings);
      if (code !== 0) throw new CommanderError(code, 'exec', `${command} ended with ${code}`);
    });
}

async function execute(
  command: string,
  args: readonly string[],
  { passOn = false, ...flags }: Flags,
  surroundings: Surroundings,
): Promise<number> {
  const { environment } = surroundings;
  const [{ createSimulator }, { openTakeover, ProgramRefused, runProgram }] = await Promise.all([
    import('../index.ts'),
    import('../takeover/index.ts'),
  ]);
  const memory = ['data', 'store'].every((name) => flags[name] === undefined && environment[variableOf(name)] === undefined);
  const { config, source } = await configured({ ...given(flags), ...OURS }, surroundings, { ...USUAL, memory });
  return cleanly(async (later) => {
    const simulator = await createSimulator({ ...config, seed: source });
    later(() => simulator.close());
    const refused = (name: string): void => complain(`${name} is no name of Kakao's and was not passed on; --pass-on lets it through`);
    const takeover = await openTakeover({ url: simulator.url, https: simulator.https!, environment, passOn, refused });
    later(() => takeover.close());
    complain(`stands in for Kakao at ${simulator.url}`);
    try {
      return await runProgram(command, args, takeover.environment);
    } catch (error) {
      if (!(error instanceof ProgramRefused)) throw error;
      complain(error.message);
      return Number(error.details.exitCode);
    }
  });
}

function complain(line: string): void {
  process.stderr.write(`kakao-sync-simulator: ${line}\n`);
}
