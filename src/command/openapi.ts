/** `openapi`: the control API as an OpenAPI 3.1 document, without a start. */
import type { Command } from 'commander';
import { type Surroundings, urlOf, withUrl } from './surroundings.ts';

export function addOpenApi(program: Command, { environment }: Surroundings): void {
  withUrl(program.command('openapi').description('print the control API as an OpenAPI 3.1 document'))
    .option('--json', 'in one line')
    .action(async ({ url, json }: { url?: string; json?: boolean }) => {
      const { documented } = await import('../control/routes.ts');
      process.stdout.write(`${JSON.stringify(documented(urlOf(url, environment)), null, json ? 0 : 2)}\n`);
    });
}
