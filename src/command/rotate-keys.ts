/** `rotate-keys`: a new signing key. */
import type { Command } from 'commander';
import { clientOf } from './client.ts';
import { type Surroundings, withSimulator } from './surroundings.ts';

const EXAMPLES = `
Examples:
  $ kakao-sync-simulator rotate-keys              the next ID token has another kid: does your service find its key?
  $ kakao-sync-simulator rotate-keys --json

The key before it stays published at /.well-known/jwks.json, so that what it signed still verifies; a second rotation takes it away.
`;

export function addRotateKeys(program: Command, { environment }: Surroundings): void {
  withSimulator(
    program
      .command('rotate-keys')
      .description('have a new key sign ID tokens and account callbacks from now on')
      .option('--json', 'one line of JSON'),
  )
    .addHelpText('after', EXAMPLES)
    .action(async (flags: { json?: boolean; url?: string }) => {
      const keys = await clientOf(flags, environment).call<{ kids: [string, ...string[]] }>('POST /key-rotations');
      process.stdout.write(`${flags.json ? JSON.stringify(keys) : `what is signed from now on has the kid ${keys.kids[0]}`}\n`);
    });
}
