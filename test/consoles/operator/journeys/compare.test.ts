import assert from 'node:assert/strict';
import supertest from 'supertest';
import { APPS, describeHouse } from '../../../helpers/house.ts';
import { begin } from '../../../oauth/helpers.ts';
import { look, walk } from './walk.ts';

describeHouse('/_sim/journeys/:id/compare/:other', (world) => {
  const compared = async (id: string, other: string) => {
    const html = await look(world, `/_sim/journeys/${id}/compare/${other}`);
    const differences = [...html.matchAll(/≠ ([^<]*)<\/code><\/th><td[^>]*>([^<]*)<\/td><td[^>]*>([^<]*)</g)];
    return { html, differences: differences.map(([, name, left, right]) => [name, left, right]) };
  };

  it('a login differs in nothing from itself', async () => {
    const { id } = await walk(world);
    const { html, differences } = await compared(id, id);
    assert.deepEqual(differences, []);
    assert.match(html, /다른 점이 없습니다/);
  });

  it('marks parameters, statuses and refusals that differ, and steps that only one has', async () => {
    const { id, code } = await walk(world, 'han', 'a');
    await begin(world, APPS.demo, { redirect_uri: 'http://localhost:3000/elsewhere' });
    const [other] = await world.house.journeys.recent({ limit: 1 });
    const { html, differences: refused } = await compared(id, other!.id);
    assert.deepEqual(
      refused.find(([name]) => name === 'status'),
      ['status', '303', '400'],
    );
    assert.deepEqual(
      refused.find(([name]) => name === 'error'),
      ['error', '-', 'KOE006'],
    );
    assert.match(html, /없음/);
    assert.equal(html.includes(code), false);
    const again = await walk(world, 'new', 'b');
    const { differences } = await compared(id, again.id);
    assert.deepEqual(
      differences.find(([name]) => name === 'state'),
      ['state', 'a', 'b'],
    );
    assert.deepEqual(
      differences.find(([name]) => name === 'persona'),
      ['persona', 'han', 'new'],
    );
  });

  it('is nowhere for a login that nobody knows', async () => {
    const { id } = await walk(world);
    await supertest(world.url).get(`/_sim/journeys/${id}/compare/nobody`).expect(404);
  });
});
