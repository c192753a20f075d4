/** `doctor`: whether a start would work here, and what to set for a browser and for containers. */
import { type Command, CommanderError } from 'commander';
import type { Finding } from './checks.ts';
import { configured, withConfig } from './config-file.ts';
import type { Hints } from './hints.ts';
import { given, withSettings } from './settings.ts';
import type { Surroundings } from './surroundings.ts';
import { type Colour, painter } from './terminal.ts';

const LOOKS: Readonly<Record<Finding['state'], Colour>> = { ok: 'green', note: 'yellow', problem: 'red' };

const EXAMPLES = `
Examples:
  $ kakao-sync-simulator doctor                 with the settings that a start would have
  $ kakao-sync-simulator doctor --json          as one line of JSON

Nothing is changed, and nothing is started. Exit code 1 if there is a problem.
`;

export function addDoctor(program: Command, surroundings: Surroundings): void {
  withSettings(
    withConfig(program.command('doctor').description('check this machine, and print what to set for a browser and for containers')),
  )
    .addHelpText('after', EXAMPLES)
    .action(async (flags: Record<string, unknown>) => {
      const { environment } = surroundings;
      const { config, file } = await configured(given(flags), surroundings);
      // A start need not wait for the library of certificates.
      const [{ findings }, { hintsOf }] = await Promise.all([import('./checks.ts'), import('./hints.ts')]);
      const found = await findings(config, file, environment);
      const hints = hintsOf(config, environment);
      process.stdout.write(config.json ? `${JSON.stringify({ findings: found, ...hints })}\n` : inWords(found, hints, environment));
      if (found.some(({ state }) => state === 'problem')) throw new CommanderError(1, 'doctor', 'there is a problem');
    });
}

function inWords(found: readonly Finding[], { browser, compose }: Hints, environment: NodeJS.ProcessEnv): string {
  const paint = painter(environment);
  const lines = found.map(({ about, state, says }) => `${paint(LOOKS[state], state.padEnd(8))}${about.padEnd(13)} ${says}`);
  lines.push('', "Programs, unchanged, at Kakao's own names:", '  kakao-sync-simulator exec -- npm test');
  if (browser) lines.push('', 'A browser at https://kauth.kakao.com, while "kakao-sync-simulator --kakao-hosts" runs:', `  ${browser}`);
  if (compose) lines.push('', 'Containers, in a compose file:', ...compose.split('\n').map((line) => `  ${line}`));
  if (!compose)
    lines.push(
      '',
      'For a browser or for containers start once with --kakao-hosts and a data folder, and ask again: a local CA is made then.',
    );
  return `${lines.join('\n')}\n`;
}
