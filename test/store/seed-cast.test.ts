/** The personas of the shipped world, and their pictures. */
import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { ageOf } from '../../src/accounts/index.ts';
import { ALL } from '../../src/store/index.ts';
import { AGE_CHECK_TAG } from '../../src/terms/index.ts';
import { app, personas, seed, usePlanted } from '../helpers/world.ts';

const assets = (path: string): string => fileURLToPath(new URL(`../../views/assets/${path}`, import.meta.url));

describe('the shipped seed · the cast', () => {
  const store = usePlanted();
  const persona = (key: string) => personas.find((each) => each.key === key) ?? assert.fail(`no persona ${key}`);

  it('is at least ten personas, each saying in two languages what it is good for', () => {
    assert.ok(personas.length >= 10);
    for (const { key, says } of personas) assert.ok(says && says.ko.length > 20 && says.en.length > 20, key ?? '');
  });

  it('is offered in the order of the file, the ordinary user first', async () => {
    const keys = (await store().find('accounts', 'all', ALL)).map(({ key }) => key).filter((key) => key !== null);
    assert.deepEqual(
      keys,
      personas.map(({ key }) => key),
    );
    const han = persona('han');
    assert.equal(keys[0], 'han');
    assert.ok(han.image && han.email?.verified && han.email.valid);
  });

  it('has grown-ups and one child under 14 for years to come, and one of unknown age', () => {
    for (const year of [2026, 2031]) {
      const ages = new Map(personas.map((each) => [each.key, ageOf(each, Date.parse(`${year}-11-22`))]));
      assert.ok((ages.get('under-14') ?? 99) < 14);
      assert.equal(ages.get('age-unknown'), null);
      for (const [key, age] of ages) assert.ok(key === 'under-14' || age === null || age >= 20, key ?? '');
    }
  });

  it('has people who were there before: agreed to everything, to the least, and with a long number', () => {
    const link = (accountId: string) => seed.links.find((each) => each.accountId === accountId);
    const demo = app('1000001');
    assert.deepEqual(
      link('03-returning')?.items,
      demo.items.map(({ id }) => id),
    );
    assert.deepEqual(link('03-returning')?.terms, [...(demo.applications.terms?.terms.map(({ tag }) => tag) ?? []), AGE_CHECK_TAG]);
    assert.deepEqual(
      link('18-declined-optional')?.items,
      demo.items.filter(({ state }) => state === 'required').map(({ id }) => id),
    );
    assert.match(link('13-big-number')?.number ?? '', /^\d{19}$/);
    assert.equal(persona('big-number').userNumberDigits, 19);
  });

  it('has each of the special cases that its name promises', () => {
    assert.equal(persona('no-email').email, null);
    assert.equal(persona('unverified-email').email?.verified, false);
    assert.equal(persona('invalid-email').email?.valid, false);
    assert.equal(persona('no-talk').hasTalk, false);
    assert.ok(persona('many-addresses').addresses.length > 2);
    assert.deepEqual([persona('default-profile').image, persona('default-profile').isDefaultNickname], [null, true]);
    assert.doesNotMatch(persona('foreign-phone').phone ?? '', /^\+82/);
    assert.ok(
      seed.friendships.some(
        ({ accountId, channelId, relation }) => accountId === '14-blocked' && channelId === '_xqDemo' && relation === 'BLOCKED',
      ),
    );
  });

  it('has a picture in both sizes for everybody who has one, and for those who have none', () => {
    for (const image of ['pictures/default', ...personas.map((each) => each.image)]) {
      for (const size of [640, 110]) if (image) assert.deepEqual(pngSize(assets(`${image}-${size}.png`)), [size, size]);
    }
    for (const { icon } of seed.apps) assert.ok(icon && existsSync(assets(icon)), icon ?? '');
    for (const { image } of seed.channels) assert.ok(image && existsSync(assets(image)), image ?? '');
  });

  it('lives at reserved e-mail domains only', () => {
    for (const { email } of seed.accounts) assert.match(email?.address ?? 'x@example.com', /[@.]example\.com$/);
  });
});

/** Width and height from a PNG's header. */
function pngSize(file: string): [number, number] {
  const bytes = readFileSync(file);
  return [bytes.readUInt32BE(16), bytes.readUInt32BE(20)];
}
