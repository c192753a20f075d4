/** The facts of an account in plain words, before any consent. */
import assert from 'node:assert/strict';
import { personOf } from '../../src/accounts/index.ts';
import { account } from '../consent/helpers.ts';

const NOW = Date.parse('2026-11-22T00:00:00Z');
const AT = 'http://localhost:5252';

describe('accounts · a person', () => {
  it('has pictures of 640 and 110 pixels at the address of the simulator', () => {
    const { imageUrl, thumbnailUrl, isDefaultImage } = personOf({ ...account, image: 'pictures/han' }, AT, NOW);
    assert.deepEqual([imageUrl, thumbnailUrl], [`${AT}/assets/pictures/han-640.png`, `${AT}/assets/pictures/han-110.png`]);
    assert.equal(isDefaultImage, false);
  });

  it('has Kakao’s default picture where there is none', () => {
    const { thumbnailUrl, isDefaultImage } = personOf(account, AT, NOW);
    assert.deepEqual([thumbnailUrl, isDefaultImage], [`${AT}/assets/pictures/default-110.png`, true]);
  });

  it('has null for what nobody knows', () => {
    const { name, gender, ageRange, birthyear, birthday, phoneNumber, ci, addresses } = personOf(account, AT, NOW);
    assert.deepEqual([name, gender, ageRange, birthyear, birthday, phoneNumber, ci], Array(7).fill(null));
    assert.deepEqual(addresses, []);
  });

  it('has an age band that follows the clock, and the app’s switch for children', () => {
    const born = { ...account, birthyear: '2018', birthday: { day: '0505', type: 'SOLAR' as const, isLeapMonth: false } };
    assert.equal(personOf(born, AT, NOW).ageRange, '1~9');
    assert.equal(personOf(born, AT, NOW, { youngestAgeRange: '0~9', phoneFormat: '+82 10' }).ageRange, '0~9');
    assert.equal(personOf(born, AT, Date.parse('2032-05-05T00:00:00Z')).ageRange, '10~14');
    assert.equal(personOf(born, AT, Date.parse('2033-05-05T00:00:00Z')).ageRange, '15~19');
  });

  for (const [phone, spelled] of [
    ['+82 10-1234-5678', '+82 010-1234-5678'],
    ['+82 2-123-4567', '+82 02-123-4567'],
    ['+82 010-1234-5678', '+82 010-1234-5678'],
    ['+1 212-555-0100', '+1 212-555-0100'],
  ] as const) {
    it(`has the phone number ${phone} as it is, or as ${spelled} where the app has it so`, () => {
      const spelling = { youngestAgeRange: '1~9', phoneFormat: '+82 010' } as const;
      assert.equal(personOf({ ...account, phone }, AT, NOW).phoneNumber, phone);
      assert.equal(personOf({ ...account, phone }, AT, NOW, spelling).phoneNumber, spelled);
    });
  }

  it('has the time of the CI in seconds, without a fraction', () => {
    const { ci } = personOf({ ...account, ci: { value: 'ci', authenticatedAt: Date.parse('2025-11-02T08:00:00.987Z') } }, AT, NOW);
    assert.deepEqual(ci, { value: 'ci', authenticatedAt: '2025-11-02T08:00:00Z' });
  });
});
