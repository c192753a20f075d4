/** `kakao-sync-simulator gallery`: every state of the screens as a contact sheet of PNGs, and what differs from an earlier one. */
import { type Command, CommanderError, Option } from 'commander';
import { defaultOf, settings } from '../config.ts';
import { LANGUAGES, type Options, WIDTHS } from './gallery-options.ts';
import type { Surroundings } from './surroundings.ts';

const EXAMPLES = `
Examples:
  $ kakao-sync-simulator gallery --out before                    every state, in both languages and all widths
  $ kakao-sync-simulator gallery --out after --compare before    what has changed since, as after/comparison.html
`;

/** Exit code 1 for a difference, 2 for what cannot be done. */
export function addGallery(program: Command, { environment }: Surroundings): void {
  program
    .command('gallery')
    .description('draw every state of the screens as PNGs with a Chromium, and show what differs from an earlier sheet')
    .requiredOption('--out <folder>', 'where the pictures go')
    .option('--compare <folder>', 'an earlier sheet; exit code 1 where a picture differs, came or went')
    .option('--app <id>', 'the app to draw; the first one with simple signup unless named')
    .option('--lang <languages>', 'ko, en or both', LANGUAGES.join())
    .option('--width <pixels>', '360, 768, 1280 or several', WIDTHS.join())
    .option('--state <states>', 'some states, by the names that /_sim/gallery shows', '')
    .option('--url <address>', 'a simulator that runs already; a fresh one with --seed otherwise')
    .addOption(new Option('--seed <file>', settings.seed.doc).default(settings.seed.default, defaultOf('seed')))
    .addHelpText('after', EXAMPLES)
    .action(async (options: Options) => {
      // A start need not wait for what compares pictures.
      const { draw, refused } = await import('./contact-sheet.ts');
      const code = await draw(options, environment).catch(refused);
      if (code !== 0) throw new CommanderError(code, 'gallery', 'the sheet is not as it was, or not whole');
    });
}
