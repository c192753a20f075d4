/** `openapi`: the control API as an OpenAPI 3.1 document, without a start. */
import type { Command } from 'commander';
import { type Surroundings, urlOf, withUrl } from './surroundings.ts';

const EXAMPLES = `
Examples:
  $ kakao-sync-simulator openapi > kakao-sync.json                  for a generator of clients, or a tool that takes OpenAPI
  $ kakao-sync-simulator openapi --url http://localhost:6000        with this address as the server

Nothing has to run. A running simulator serves it at /_sim/api/openapi.json, and as a page to read at /_sim/api.
`;

export function addOpenApi(program: Command, { environment }: Surroundings): void {
  withUrl(program.command('openapi').description('print the control API as an OpenAPI 3.1 document'))
    .option('--json', 'in one line')
    .addHelpText('after', EXAMPLES)
    .action(async ({ url, json }: { url?: string; json?: boolean }) => {
      const { documented } = await import('../control/routes.ts');
      process.stdout.write(`${JSON.stringify(documented(urlOf(url, environment)), null, json ? 0 : 2)}\n`);
    });
}
