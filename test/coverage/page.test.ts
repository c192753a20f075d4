/** `/_sim/coverage`: the contract row by row. */
import assert from 'node:assert/strict';
import { standings } from '../../src/contract/coverage.ts';
import { contract, sections } from '../../src/contract/index.ts';
import { coverageOf, readCode } from '../../src/coverage/index.ts';
import { translator } from '../../src/web/text/index.ts';
import { rules } from '../../src/why/index.ts';
import { describeHouse } from '../helpers/house.ts';

const { counts } = coverageOf(contract, readCode());

const idsIn = (html: string) => [...html.matchAll(/<h[23] id="([^"]+)"/g)].map(([, id]) => id!);
/** The badges of its rows. */
const badgesIn = (html: string) =>
  [...html.matchAll(/data-testid="coverage-row"[\s\S]*?class="badge [a-z]+">([^<]+)</g)].map(([, word]) => word!);

describeHouse('coverage · the page', (world) => {
  it('has an element for each section, where explanations lead to', async () => {
    const { html, status } = await world.visitor().open('/_sim/coverage');
    assert.equal(status, 200);
    const ids = idsIn(html);
    assert.deepEqual(
      sections.map(({ id }) => id).filter((id) => !ids.includes(id)),
      [],
    );
    assert.deepEqual(
      Object.values(rules)
        .map(({ section }) => section)
        .filter((section) => !ids.includes(section)),
      [],
    );
  });

  it('is found from the desk', async () => {
    assert.match((await world.visitor().open('/_sim')).html, /href="\/_sim\/coverage"/);
  });

  for (const language of ['ko', 'en'] as const) {
    const t = translator(language);

    it(`tells of a parameter, a field, a code and a behaviour in ${language}`, async () => {
      const { html } = await world.visitor().open(`/_sim/coverage?lang=${language}`);
      const { says } = contract.tables.find(({ id }) => id === 'when-asked')!.rows[0]!;
      for (const told of ['redirect_uri', 'kakao_account.profile.nickname', 'KOE006', '-402', says![language], t('coverage.title')]) {
        assert.ok(html.includes(`>${told}<`), told);
      }
    });

    for (const standing of standings) {
      it(`shows what is ${standing} alone in ${language}, as many as it counts`, async () => {
        const { html } = await world.visitor().open(`/_sim/coverage?state=${standing}&lang=${language}`);
        const badges = badgesIn(html);
        assert.ok(badges.length > 0);
        assert.deepEqual([...new Set(badges)], [t(`coverage.${standing}`)]);
        assert.match(html, new RegExp(`${t(`coverage.${standing}`)}</strong>\\s*<span class="coverage-count">${counts[standing]}<`));
        assert.match(html, new RegExp(`href="/_sim/coverage\\?state=${standing}"[^>]*aria-current="true"`));
      });
    }
  }

  it('says what is wrong with a state that there is not', async () => {
    assert.equal((await world.visitor().open('/_sim/coverage?state=perfect')).status, 400);
  });
});
