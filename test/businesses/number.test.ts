/** 사업자등록번호: what is typed into the three boxes. */
import assert from 'node:assert/strict';
import { boxesOf, NumberRefused, registrationNumber, type Boxes } from '../../src/businesses/index.ts';
import { seed } from '../helpers/world.ts';

describe('businesses · a registration number', () => {
  it('is the three boxes joined', () => {
    assert.equal(registrationNumber(['120', '81', '47521']), '120-81-47521');
    assert.equal(registrationNumber([' 120 ', '81', '47521\t']), '120-81-47521');
  });

  it('checks for every business of the shipped world', () => {
    for (const { number } of seed.businesses) assert.equal(registrationNumber(boxesOf(number)), number);
  });

  const misfilled: [what: string, boxes: Boxes, box: number][] = [
    ['a short first box', ['12', '81', '47521'], 0],
    ['an empty second box', ['120', '', '47521'], 1],
    ['a long third box', ['120', '81', '475210'], 2],
    ['letters', ['120', '81', '4752A'], 2],
    ['digits of another script', ['120', '81', '４７５２１'], 2],
  ];
  for (const [what, boxes, box] of misfilled) {
    it(`is refused with ${what}, and names the box`, () => {
      assert.throws(
        () => registrationNumber(boxes),
        (error) => error instanceof NumberRefused && error.details['box'] === box,
      );
    });
  }

  it('is refused when any one digit is another one', () => {
    const digits = '1208147521';
    for (let at = 0; at < digits.length; at += 1) {
      const other = digits.slice(0, at) + String((Number(digits[at]) + 1) % 10) + digits.slice(at + 1);
      const boxes: Boxes = [other.slice(0, 3), other.slice(3, 5), other.slice(5)];
      assert.throws(() => registrationNumber(boxes), NumberRefused, other);
    }
  });
});
