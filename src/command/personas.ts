/** `personas`: the people that the login page offers, and what each is for. */
import type { Command } from 'commander';
import { settings } from '../config.ts';
import { type ConfigFlags, configured, withConfig } from './config-file.ts';
import { CommandRefused, type Surroundings } from './surroundings.ts';
import { columns, table } from './terminal.ts';

interface Flags extends ConfigFlags {
  seed?: string;
  lang: string;
  json?: boolean;
}

const EXAMPLES = `
Examples:
  $ kakao-sync-simulator personas                       with whom to sign in, and what each is good for
  $ kakao-sync-simulator personas --lang ko
  $ kakao-sync-simulator personas --seed world.json     those of a world of one's own

Each is one click on the login page, and is named by login_hint, signUp({ account: 'han' }) and --user. Nothing has to run.
`;

export function addPersonas(program: Command, surroundings: Surroundings): void {
  withConfig(program.command('personas').description('list the people that the login page offers, and what each is for'))
    .option(settings.seed.flag!, settings.seed.doc)
    .option('--lang <language>', 'ko or en', 'en')
    .option('--json', 'as one line of JSON')
    .addHelpText('after', EXAMPLES)
    .action(async ({ lang, json, ...flags }: Flags) => {
      if (lang !== 'ko' && lang !== 'en') throw new CommandRefused(`--lang: expected ko or en, got "${lang}"`);
      const { accounts } = await (await configured({ ...flags }, surroundings)).source.read();
      const personas = accounts
        .filter(({ key }) => key !== null)
        .toSorted((a, b) => (a.id < b.id ? -1 : 1))
        .map(({ key, email, phone, password, says }) => ({
          key: key!,
          login: email?.address ?? phone ?? key!,
          password,
          says: says?.[lang] ?? '',
        }));
      if (json) process.stdout.write(`${JSON.stringify(personas)}\n`);
      else
        process.stdout.write(
          `${table(
            ['PERSONA', 'LOGIN', 'WHAT FOR'],
            personas.map(({ key, login, says }) => [key, login, says]),
            columns(),
          ).join('\n')}\n`,
        );
    });
}
