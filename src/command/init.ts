/** `init`: writes a config file to begin with, and overwrites nothing. */
import { existsSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Command } from 'commander';
import { CONFIG_NAMES } from '../seeds/index.ts';
import { STARTERS, type StarterFormat } from '../seeds/starter.ts';
import { CommandRefused } from './surroundings.ts';

const EXAMPLES = `
Examples:
  $ kakao-sync-simulator init                    kakao-sync.config.ts beside a package.json, else kakao-sync.config.yaml
  $ kakao-sync-simulator init --format yaml
`;

export function addInit(program: Command): void {
  program
    .command('init')
    .description('write a commented config file with an app of your own; refuses to overwrite one')
    .option('--format <format>', `${Object.keys(STARTERS).join(' or ')}; ts beside a package.json, else yaml`)
    .addHelpText('after', EXAMPLES)
    .action(async ({ format = existsSync('package.json') ? 'ts' : 'yaml' }: { format?: string }) => {
      if (!isFormat(format)) throw new CommandRefused(`--format: expected ${Object.keys(STARTERS).join(' or ')}, got "${format}"`);
      const there = CONFIG_NAMES.find((name) => existsSync(name));
      if (there) throw new CommandRefused(`${there} is there already, and stays as it is; remove it first`);
      const file = `kakao-sync.config.${format}`;
      await writeFile(join(process.cwd(), file), STARTERS[format], { flag: 'wx' });
      process.stdout.write(`${file} is written. Change it, then: kakao-sync-simulator validate, and kakao-sync-simulator --watch\n`);
    });
}

function isFormat(format: string): format is StarterFormat {
  return format in STARTERS;
}
