/** The consent screen in its newer layout. Reference 5.3. */
import assert from 'node:assert/strict';
import { describeHouse } from '../helpers/house.ts';
import { shown, textOf } from '../oauth/helpers.ts';
import { ask } from '../oauth/layouts.ts';
import { eachFact, tableOf } from './helpers.ts';

describeHouse('contract · 5.3 · the consent screen, newer layout', (world) => {
  const page = () => ask(world, 'newer');
  const titles = async () => [...(await page()).html.matchAll(/<h2 id="[^"]*">([^<]*)<\/h2>/g)].map(([, title]) => title);

  eachFact(
    tableOf('consent-newer'),
    {
      'an account box with the e-mail address and 변경': async () => {
        const { html } = await page();
        const box = /<section class="newer-account"[\s\S]*?<\/section>/.exec(html)![0];
        assert.deepEqual(
          [shown({ html: box }, 'consent-login'), shown({ html: box }, 'consent-change')],
          ['han@example.com', '로그인한 계정 변경'],
        );
      },

      'titles 카카오 로그인 동의 and {서비스} 서비스 동의': async () =>
        assert.deepEqual((await titles()).slice(0, 2), ['카카오 로그인 동의', '온담상점 서비스 동의']),

      'the title 안내사항 with small print': async () => {
        assert.equal((await titles()).at(-1), '안내사항');
        const small = /<ul class="note">([\s\S]*?)<\/ul>/.exec((await page()).html)![1]!;
        assert.match(textOf(small), /동의를 철회하거나 서비스를 탈퇴하면 지체 없이 파기됩니다/);
      },
    },
    {
      'rows with round brackets and a chevron': 'browser/consent-newer.test.ts',
      'the button 전체 선택하기 that becomes 동의하고 계속하기': 'browser/consent-newer.test.ts',
    },
  );
});
