/** Pictures held against each other. */
import assert from 'node:assert/strict';
import { PNG } from 'pngjs';
import { differenceOf } from '../../src/sheet/compare.ts';

const picture = (width: number, height: number, dots: readonly [x: number, y: number][] = []): Buffer => {
  const png = new PNG({ width, height });
  png.data.fill(255);
  for (const [x, y] of dots) png.data.fill(0, (y * width + x) * 4, (y * width + x) * 4 + 3);
  return PNG.sync.write(png);
};

describe('sheet · two pictures', () => {
  it('are the same where no pixel differs', () => {
    assert.equal(differenceOf(picture(9, 9, [[1, 1]]), picture(9, 9, [[1, 1]])), null);
  });

  it('differ by the pixels that differ', () => {
    const block = [4, 5, 6].flatMap((x) => [4, 5, 6].map((y): [number, number] => [x, y]));
    assert.equal(differenceOf(picture(20, 20), picture(20, 20, block))?.pixels, 9);
  });

  it('differ by what only one of them has', () => {
    const { pixels, overlay } = differenceOf(picture(10, 10), picture(10, 14))!;
    assert.equal(pixels, 40);
    const { width, height } = PNG.sync.read(overlay);
    assert.deepEqual([width, height], [10, 14]);
  });
});
