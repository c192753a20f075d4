/** Two contact sheets held against each other, pixel by pixel. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import pixelmatch from 'pixelmatch';
import { PNG } from 'pngjs';
import type { Picture } from './sheet.ts';

/** A picture that is not as it was. */
export interface Changed {
  picture: Picture;
  /** How many pixels differ; those that only one of the two has, too. */
  pixels: number;
  before: Buffer;
  after: Buffer;
  /** What differs, over what does not. */
  overlay: Buffer;
}

export interface Comparison {
  same: number;
  changed: Changed[];
  came: { picture: Picture; image: Buffer }[];
  went: { picture: Picture; image: Buffer }[];
}

interface Sheet {
  folder: string;
  pictures: readonly Picture[];
}

export async function compareSheets(before: Sheet, after: Sheet): Promise<Comparison> {
  const imageOf = (sheet: Sheet, { file }: Picture) => readFile(join(sheet.folder, file));
  const isIn = ({ pictures }: Sheet, { file }: Picture) => pictures.some((each) => each.file === file);
  const comparison: Comparison = { same: 0, changed: [], came: [], went: [] };
  for (const picture of after.pictures) {
    const image = await imageOf(after, picture);
    if (!isIn(before, picture)) {
      comparison.came.push({ picture, image });
      continue;
    }
    const was = await imageOf(before, picture);
    const difference = was.equals(image) ? null : differenceOf(was, image);
    if (difference) comparison.changed.push({ picture, before: was, after: image, ...difference });
    else comparison.same += 1;
  }
  for (const picture of before.pictures)
    if (!isIn(after, picture)) comparison.went.push({ picture, image: await imageOf(before, picture) });
  return comparison;
}

/** Null where no pixel differs. Pictures of different sizes are held against each other from their upper left corner. */
export function differenceOf(before: Buffer, after: Buffer): Pick<Changed, 'pixels' | 'overlay'> | null {
  const [a, b] = [PNG.sync.read(before), PNG.sync.read(after)];
  const [width, height] = [Math.max(a.width, b.width), Math.max(a.height, b.height)];
  const overlay = new PNG({ width, height });
  const pixels = pixelmatch(padded(a, width, height), padded(b, width, height), overlay.data, width, height, { threshold: 0.05 });
  return pixels === 0 ? null : { pixels, overlay: PNG.sync.write(overlay) };
}

/** What a picture does not have is of no colour that a page has. */
function padded(picture: PNG, width: number, height: number): Buffer {
  if (picture.width === width && picture.height === height) return picture.data;
  const larger = new PNG({ width, height, fill: true });
  larger.data.fill(Buffer.from([255, 0, 255, 255]));
  PNG.bitblt(picture, larger, 0, 0, picture.width, picture.height, 0, 0);
  return larger.data;
}
