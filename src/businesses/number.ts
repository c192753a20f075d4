/** Registration numbers (사업자등록번호): three boxes of 3, 2 and 5 digits, the last of which checks the others. Source: guide, 준비 1 and 2. */
import { RuleBroken } from '../rule.ts';

/** What was typed into the three boxes. */
export type Boxes = readonly [string, string, string];

/** No registration number. `details.box` (0–2) where a box is not filled as it must be; none when the check digit is another one. */
export class NumberRefused extends RuleBroken {
  readonly code = 'number_refused';
}

const LENGTHS = [3, 2, 5];
/** Each of the first nine digits counts this often; the ninth product counts its tens, too. */
const WEIGHTS = [1, 3, 7, 1, 3, 7, 1, 3, 5];

/** `120-81-47521` from its boxes. Throws NumberRefused. */
export function registrationNumber(boxes: Boxes): string {
  const parts = boxes.map((box) => box.trim());
  parts.forEach((part, box) => {
    const length = LENGTHS[box];
    if (!new RegExp(`^[0-9]{${length}}$`).test(part)) throw new NumberRefused(`expected ${length} digits`, { box, length });
  });
  const number = parts.join('-');
  if (!checks(parts.join(''))) throw new NumberRefused(`${number} is no registration number: its last digit does not check`, { number });
  return number;
}

/** The boxes of a number as it is stored. */
export function boxesOf(number: string): Boxes {
  const [first = '', second = '', third = ''] = number.split('-');
  return [first, second, third];
}

function checks(text: string): boolean {
  const digits = [...text].map(Number);
  const sum = WEIGHTS.reduce((total, weight, at) => total + weight * (digits[at] ?? 0), 0);
  const tens = Math.floor((5 * (digits[8] ?? 0)) / 10);
  return (10 - ((sum + tens) % 10)) % 10 === digits[9];
}
