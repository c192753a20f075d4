/** A contact sheet: a folder of pictures, and a list of what is on them. */
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { RuleBroken } from '../rule.ts';

/** A folder is no contact sheet, or the choice leaves nothing to draw. */
export class SheetRefused extends RuleBroken {
  readonly code = 'sheet_refused';
}

export interface Picture {
  /** Its name in the folder, made from what it shows. */
  file: string;
  state: string;
  name: string;
  language: string;
  width: number;
  app: string;
}

const LIST = 'gallery.json';

export function fileOf({ app, state, language, width }: Omit<Picture, 'file' | 'name'>): string {
  return `${app}-${state}-${language}-${width}.png`;
}

/** Pictures in the order in which they were drawn. Throws SheetRefused. */
export async function readSheet(folder: string): Promise<Picture[]> {
  const text = await readFile(join(folder, LIST), 'utf8').catch(() => {
    throw new SheetRefused(`${folder}: there is no ${LIST} in it; name a folder that "gallery --out" has filled`);
  });
  return (JSON.parse(text) as { pictures: Picture[] }).pictures;
}

export async function writeSheet(folder: string, pictures: readonly Picture[]): Promise<void> {
  await writeFile(join(folder, LIST), `${JSON.stringify({ pictures }, null, 2)}\n`);
}
