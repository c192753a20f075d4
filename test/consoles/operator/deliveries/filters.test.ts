import assert from 'node:assert/strict';
import { APPS, describeHouse } from '../../../helpers/house.ts';
import { answers, type Receiver } from '../../../helpers/receiver.ts';
import { listenAs, openPhone } from '../../phone.ts';

describeHouse('/_sim/deliveries · filters, counts and the last hour', (world) => {
  let receiver: Receiver;
  beforeEach(async () => {
    receiver = await listenAs(world);
    receiver.answer(answers.status(500), answers.status(200));
    for (const persona of ['returning', 'han']) {
      const phone = await openPhone(world, persona);
      await phone.press(persona === 'han' ? 'ADDED' : 'BLOCKED');
      await world.house.webhooks.settled();
    }
  });
  afterEach(() => receiver.close());

  const page = async (query = '') => (await world.visitor().open(`/_sim/deliveries${query}`)).html;
  const rows = (html: string) => html.split('data-testid="delivery-row"').slice(1);

  const queries = [
    ['', 2],
    [`?app=${APPS.demo}`, 2],
    [`?app=${APPS.current}`, 0],
    ['?kind=channel', 2],
    ['?kind=unlink', 0],
    ['?event=channel.added', 1],
    ['?state=parked', 1],
    ['?state=delivered&event=channel.blocked', 0],
    ['?person=03-returning', 1],
    [`?app=${APPS.demo}&kind=channel&person=01-han&state=delivered&event=channel.added`, 1],
    ['?app=&kind=&event=&state=&person=', 2],
    ['?state=nonsense&kind=nonsense', 2],
  ] as const;
  for (const [query, count] of queries) {
    it(`shows ${count} with ${query || 'no filter'}`, async () => {
      assert.equal(rows(await page(query)).length, count);
    });
  }

  it('counts per state, whichever state is shown, and keeps the other filters', async () => {
    const html = await page('?state=parked&event=channel.blocked');
    const counts = [...html.matchAll(/tabs-count">(\d+)</g)].map(([, count]) => Number(count));
    assert.deepEqual(counts, [1, 0, 0, 1, 0], 'all, waiting, delivered, failed, cancelled');
    assert.match(html, /href="\/_sim\/deliveries\?event=channel\.blocked&amp;state=delivered"/);
  });

  it('offers what was chosen again, a person who is no persona, too', async () => {
    const { id } = await world.house.accounts.signUp({
      email: 'somebody.else@example.com',
      password: 'x',
      nickname: '새사람',
      birthdate: null,
    });
    assert.match(await page(`?person=${id}&kind=channel`), new RegExp(`value="${id}" selected>새사람<[\\s\\S]*$`));
    assert.match(await page(`?kind=channel`), /value="channel" selected/);
  });

  it('leads to the next step where nothing fits', async () => {
    assert.match(await page('?kind=unlink'), /조건에 맞는 콜백이 없습니다[\s\S]*href="\/_sim\/triggers"[\s\S]*href="\/_sim\/endpoints"/);
  });

  it('draws the last hour, and tells it to those who do not see it', async () => {
    const html = await page();
    assert.match(html, /<desc[^>]*>최근 1시간 동안 1건이 전달되었고, 0번은 실패해 다시 시도하며, 1건은 실패로 남았습니다\.<\/desc>/);
    assert.equal(html.match(/class="picture-bar (ok|wait|fail)" x=/g)?.length, 2);
    world.clock.advance(61 * 60_000);
    assert.doesNotMatch(await page(), /class="picture-bar (ok|wait|fail)" x=/);
  });
});
