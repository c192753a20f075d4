import assert from 'node:assert/strict';
import { DAY, HOUR } from '../../src/clock.ts';
import { ALL } from '../../src/store/index.ts';
import type { Submission } from '../../src/submissions/index.ts';
import { describeHouse } from '../helpers/house.ts';

const FORM = { by: '01-han', form: '/center/profiles/new', content: 'as it was' };
const PERSON = { password: 'pass1', nickname: '개발자', birthdate: null };

describeHouse('submissions · a form is taken once', (world) => {
  let asked = 0;

  /** A form whose verb makes an account, a new one each time that it runs. */
  const send = (submission: Partial<Submission> = {}): Promise<string> =>
    world.house.submissions.once({ ...FORM, token: undefined, ...submission }, async () => {
      const { id } = await world.house.accounts.signUp({ ...PERSON, email: `dev${(asked += 1)}@shop.example` });
      return `/accounts/${id}`;
    });
  const people = async (): Promise<number> => (await world.house.store.find('accounts', 'all', ALL)).length;

  it('answers the second time as the first, and applies nothing', async () => {
    const token = world.house.submissions.token();
    const before = await people();
    const answer = await send({ token });
    assert.equal(await send({ token }), answer);
    assert.equal(await people(), before + 1);
  });

  it('does so when both come at once', async () => {
    const token = world.house.submissions.token();
    const before = await people();
    const [first, second] = await Promise.all([send({ token }), send({ token })]);
    assert.equal(first, second);
    assert.equal(await people(), before + 1);
  });

  it('lets the token be sent again when the verb refused, of which nothing landed', async () => {
    const token = world.house.submissions.token();
    const before = await people();
    const refused = world.house.submissions.once({ ...FORM, token }, async () => {
      await world.house.accounts.signUp({ ...PERSON, email: 'half@shop.example' });
      throw new Error('the second verb refused');
    });
    await assert.rejects(refused, /refused/);
    assert.equal(await people(), before);
    await send({ token });
    assert.equal(await people(), before + 1);
  });

  it('keeps apart forms, people, tokens and what is said', async () => {
    const before = await people();
    const token = world.house.submissions.token();
    await send({ token });
    await send({ token, form: '/developers/apps/new' });
    await send({ token, by: '02-new' });
    await send({ token, content: 'filled in anew' });
    await send({ token: world.house.submissions.token() });
    assert.equal((await people()) - before, 5);
  });

  it('takes a form without a token of ours each time', async () => {
    const before = await people();
    for (const token of [undefined, '', 'short', `${'a'.repeat(31)}:`]) {
      await send({ token });
      await send({ token });
    }
    assert.equal((await people()) - before, 8);
  });

  it('forgets after a day', async () => {
    const before = await people();
    const token = world.house.submissions.token();
    await send({ token });
    world.clock.advance(DAY - HOUR);
    await send({ token });
    assert.equal((await people()) - before, 1);
    world.clock.advance(HOUR);
    await send({ token });
    assert.equal((await people()) - before, 2);
  });

  it('makes tokens that it knows again, no two alike', () => {
    const { token, isToken } = world.house.submissions;
    const tokens = Array.from({ length: 20 }, token);
    assert.ok(tokens.every(isToken));
    assert.equal(new Set(tokens).size, 20);
    assert.ok(![undefined, 1, '', 'a b', ['x']].some(isToken));
  });
});
