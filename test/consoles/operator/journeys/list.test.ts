import assert from 'node:assert/strict';
import { APPS, describeHouse } from '../../../helpers/house.ts';
import { begin } from '../../../oauth/helpers.ts';
import { look, rowsOf, walk } from './walk.ts';

describeHouse('/_sim/journeys · every login', (world) => {
  const rows = async (query = '') => rowsOf(await look(world, `/_sim/journeys${query}`));
  const asked = (known: string) => rows(`?${new URLSearchParams({ known })}`);

  it('is named on the desk, and says the next step while there is none', async () => {
    assert.match(await look(world, '/_sim'), /href="\/_sim\/journeys"/);
    assert.match(await look(world, '/_sim/journeys'), /아직 로그인이 없습니다[\s\S]*href="\/"/);
  });

  it('says who, which app, how it stands and how many requests, newest first', async () => {
    await walk(world);
    await begin(world, APPS.demo, { redirect_uri: 'http://localhost:3000/elsewhere' });
    const [refused = '', done = ''] = await rows();
    assert.match(refused, /아직 로그인하지 않음[\s\S]*거절됨[\s\S]*KOE006[\s\S]*요청 1개/);
    assert.match(done, /한가람[\s\S]*토큰 발급[\s\S]*요청 7개/);
  });

  it('finds by code, token, state and uid, whole, and by nothing that was shortened', async () => {
    const { code, tokens, id } = await walk(world);
    await begin(world, APPS.demo);
    const page = (await world.house.journeys.steps(id))
      .find(({ screen }) => screen)!
      .url.split('/')
      .at(-1)!;
    for (const known of [code, tokens.access_token, tokens.refresh_token, '상태 &1', page, ` ${code}\n`]) {
      const found = await asked(known);
      assert.equal(found.length, 1, known);
      assert.match(found[0]!, new RegExp(id));
    }
    assert.equal((await asked(code.slice(0, 10))).length, 0);
  });

  it('finds by app, user, standing and error, alone and together', async () => {
    await walk(world);
    await begin(world, APPS.demo, { redirect_uri: 'http://localhost:3000/elsewhere' });
    for (const [query, count] of [
      [`?app=${APPS.demo}`, 2],
      [`?app=${APPS.plain}`, 0],
      ['?person=01-han', 1],
      ['?state=refused', 1],
      ['?error=KOE006', 1],
      ['?error=KOE006&state=done', 0],
      ['?state=nonsense', 2],
    ] as const) {
      assert.equal((await rows(query)).length, count, query);
    }
    assert.match(await look(world, '/_sim/journeys?error=KOE999'), /조건에 맞는 로그인이 없습니다/);
  });

  it('goes on to older ones and back, with its filters', async () => {
    for (let at = 0; at < 31; at += 1) await begin(world, APPS.demo);
    const first = await look(world, `/_sim/journeys?app=${APPS.demo}`);
    assert.equal(rowsOf(first).length, 30);
    const [, older = ''] = /href="([^"]*before=[^"]*)"/.exec(first) ?? [];
    const second = await look(world, older.replaceAll('&amp;', '&'));
    assert.equal(rowsOf(second).length, 1);
    assert.match(second, new RegExp(`href="/_sim/journeys\\?app=${APPS.demo}"[^>]*data-testid="journey-newest"`));
  });
});
