/** 고객센터: what people who have signed up are asked after the desk has changed the terms. */
import assert from 'node:assert/strict';
import { describeHouse } from '../../helpers/house.ts';
import { api, goThrough, signUp } from '../../helpers/login.ts';
import { rowsOf } from '../../helpers/visitor.ts';
import { act, APP, approveNewest, DESK, TERM } from './acts.ts';

describeHouse('고객센터 · people who have signed up', (world) => {
  const login = (params: Record<string, string> = {}) => goThrough(world, { app: APP, as: 'han', params: { prompt: 'login', ...params } });

  it('are not asked for a term that came later, until service_terms names it', async () => {
    const { access_token: token } = await signUp(world, { app: APP, as: 'han' });
    await act(world.visitor(), `${DESK}/terms/new`, TERM);
    await approveNewest(world);
    assert.ok((await login()).query.code, 'straight on');
    const visitor = world.visitor();
    const { key } = await world.key(APP);
    const asked = await visitor.submit(
      await visitor.authorize({ client_id: key, redirect_uri: 'http://localhost:3000/oauth', service_terms: TERM.tag }),
      { persona: 'han' },
    );
    assert.deepEqual(rowsOf(asked), [`term=${TERM.tag}`]);
    assert.ok((await login({ service_terms: TERM.tag })).query.code);
    const { body } = await api(world, '/v2/user/service_terms', token);
    assert.ok((body as { service_terms: { tag: string }[] }).service_terms.some(({ tag }) => tag === TERM.tag));
  });

  it('are not asked for a term that became required, until service_terms names it', async () => {
    await signUp(world, { app: APP, as: 'han', agree: 'required' });
    await act(world.visitor(), `${DESK}/terms/marketing_20260105/changes`, { required: 'yes' });
    await approveNewest(world);
    assert.ok((await login()).query.code, 'straight on');
    const { key } = await world.key(APP);
    const visitor = world.visitor();
    const page = await visitor.authorize({
      client_id: key,
      redirect_uri: 'http://localhost:3000/oauth',
      service_terms: 'marketing_20260105',
    });
    assert.deepEqual(rowsOf(await visitor.submit(page, { persona: 'han' })), ['term=marketing_20260105']);
  });

  it('who come for the first time see what is approved, in the order of the desk', async () => {
    await act(world.visitor(), `${DESK}/terms/new`, TERM);
    const visitor = world.visitor();
    const { key } = await world.key(APP);
    const screen = async () =>
      rowsOf(
        await visitor.submit(await visitor.authorize({ client_id: key, redirect_uri: 'http://localhost:3000/oauth', prompt: 'login' }), {
          persona: 'han',
        }),
      ).filter((row) => row.startsWith('term='));
    assert.ok(!(await screen()).includes(`term=${TERM.tag}`));
    await approveNewest(world);
    await act(world.visitor(), `${DESK}/orders`, { 'places.0': '5', 'places.4': '1' });
    assert.equal((await screen())[0], `term=${TERM.tag}`);
  });
});
