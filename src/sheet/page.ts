/** The page of a comparison: one file with everything in it, to be opened anywhere and handed on. */
import { readFile, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import ejs from 'ejs';
import { PACKAGE } from '../package-root.ts';
import type { Comparison } from './compare.ts';
import type { Picture } from './sheet.ts';

const VIEWS = fileURLToPath(new URL('views', PACKAGE));

interface Panel {
  word: string;
  src: string;
}

/** Writes it to `path`. */
export async function writeComparison(path: string, { same, changed, came, went }: Comparison): Promise<void> {
  const model = {
    same,
    style: dataUrl('text/css', await readFile(`${VIEWS}/assets/css/sheet.css`)),
    counts: { changed: changed.length, came: came.length, went: went.length },
    entries: [
      ...changed.map(({ picture, pixels, before, after, overlay }) =>
        entry('changed', picture, pixels, [
          panel('이전 · before', before),
          panel('지금 · after', after),
          panel('겹쳐 보기 · overlay', overlay),
        ]),
      ),
      ...came.map(({ picture, image }) => entry('came', picture, null, [panel('지금 · after', image)])),
      ...went.map(({ picture, image }) => entry('went', picture, null, [panel('이전 · before', image)])),
    ],
  };
  await writeFile(path, await ejs.renderFile(`${VIEWS}/sheet/_comparison.ejs`, model, { root: VIEWS, rmWhitespace: true }));
}

function entry(kind: 'changed' | 'came' | 'went', picture: Picture, pixels: number | null, panels: Panel[]) {
  return { kind, ...picture, pixels, panels };
}

function panel(word: string, image: Buffer): Panel {
  return { word, src: dataUrl('image/png', image) };
}

function dataUrl(type: string, bytes: Buffer): string {
  return `data:${type};base64,${bytes.toString('base64')}`;
}
