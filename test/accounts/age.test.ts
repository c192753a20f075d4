/** Ages, by Seoul's calendar on the house clock, and the bands that user/me tells. */
import assert from 'node:assert/strict';
import { ageOf, ageRange } from '../../src/accounts/index.ts';

const NOON = 'T12:00:00+09:00';
const solar = (day: string) => ({ day, type: 'SOLAR' as const, isLeapMonth: false });

const ages: { born: string; birthday: string | null; at: string; age: number }[] = [
  { born: '2012', birthday: '0505', at: `2026-05-04${NOON}`, age: 13 },
  { born: '2012', birthday: '0505', at: `2026-05-05${NOON}`, age: 14 },
  { born: '2012', birthday: '0505', at: '2026-05-04T23:59:59+09:00', age: 13 },
  { born: '2012', birthday: '0505', at: '2026-05-05T00:00:00+09:00', age: 14 },
  { born: '2012', birthday: '0505', at: '2026-05-04T15:00:00Z', age: 14 },
  { born: '2012', birthday: '0101', at: '2026-01-01T00:00:00+09:00', age: 14 },
  { born: '2012', birthday: '1231', at: '2026-12-31T00:00:00+09:00', age: 14 },
  { born: '2012', birthday: '1231', at: `2026-12-30${NOON}`, age: 13 },
  { born: '2012', birthday: '0229', at: `2026-02-28${NOON}`, age: 13 },
  { born: '2012', birthday: '0229', at: `2026-03-01${NOON}`, age: 14 },
  { born: '2012', birthday: null, at: '2026-01-01T00:00:00+09:00', age: 14 },
  { born: '2026', birthday: '0101', at: `2026-11-22${NOON}`, age: 0 },
];

const bands = { 0: '1~9', 1: '1~9', 9: '1~9', 10: '10~14', 13: '10~14', 14: '10~14', 15: '15~19', 19: '15~19', 20: '20~29', 29: '20~29' };
const olderBands = { 30: '30~39', 45: '40~49', 59: '50~59', 60: '60~69', 79: '70~79', 80: '80~89', 89: '80~89', 90: '90~', 120: '90~' };

describe('accounts · age', () => {
  for (const { born, birthday, at, age } of ages) {
    it(`born ${born}, birthday ${birthday ?? 'unknown'}: ${age} at ${at}`, () => {
      assert.equal(ageOf({ birthyear: born, birthday: birthday === null ? null : solar(birthday) }, Date.parse(at)), age);
    });
  }

  it('is unknown without a birth year, whatever the birthday', () => {
    assert.equal(ageOf({ birthyear: null, birthday: solar('0505') }, 0), null);
  });
});

describe('accounts · age bands', () => {
  for (const [age, band] of Object.entries({ ...bands, ...olderBands })) {
    it(`${age}: ${band}`, () => {
      assert.equal(ageRange(Number(age), '1~9'), band);
    });
  }

  it('call children under ten as the app’s switch says', () => {
    assert.equal(ageRange(9, '0~9'), '0~9');
  });
});
