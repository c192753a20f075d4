/** The consent screen in its classic layout, from top to bottom. Reference 5.2. */
import assert from 'node:assert/strict';
import { APPS, CALLBACK, describeHouse } from '../helpers/house.ts';
import { boxesOf, rowsOf } from '../helpers/visitor.ts';
import { en, ko, labelsOf, loggedIn, type Page, shown, textOf } from '../oauth/helpers.ts';
import { eachFact, tableOf } from './helpers.ts';
import type { Fields } from './screens-walk.ts';

/** The element of a row's label and what belongs to it. */
const rowWith = ({ html }: Page, testId: string): string =>
  [...html.matchAll(/<li class="row">[\s\S]*?(?=<li class="row">|<\/section>)/g)].map(([row]) => row).find((row) => row.includes(testId)) ??
  '';

describeHouse('contract · 5.2 · the consent screen, classic layout', (world) => {
  const page = (params: Fields = {}, as = 'han') => loggedIn(world, APPS.current, as, params);
  const approved = () => world.house.terms.approved(APPS.current);

  eachFact(
    tableOf('consent-classic'),
    {
      'the app’s icon, name and company': async () => {
        const screen = await page();
        assert.deepEqual([shown(screen, 'app-name'), shown(screen, 'app-company')], ['온담상점', '주식회사 온담']);
        const { icon } = await world.app(APPS.current);
        assert.match(screen.html, new RegExp(`<div class="app-header">\\s*<span class="portrait square"[^>]*>\\s*<img src="[^"]*${icon}`));
      },

      'the master box 전체 동의하기 with its note': async () => {
        const { html } = await page();
        const master = /<div class="consent-all scripted">([\s\S]*?)<\/div>/.exec(html)![1]!;
        assert.match(master, /<input type="checkbox" data-mirrors="\[name\]"/);
        assert.equal(textOf(master), `전체 동의하기 ${ko('consent.allNoteBoth', { app: '온담상점' })}`);
      },

      'the account that is logged in, and what is handed over': async () => {
        const screen = await page();
        assert.deepEqual([shown(screen, 'consent-login'), shown(screen, 'consent-change')], ['han@example.com', '로그인한 계정 변경']);
        assert.match(shown(screen, 'consent-handover')!, /회원번호와 함께 .* 온담상점 서비스를 운영하는 주식회사 온담에 제공됩니다/);
      },

      'one required row for all required items, with 보기 and their labels': async () => {
        const row = rowWith(await page(), 'data-testid="consent-required"');
        assert.deepEqual(labelsOf({ html: row }), ['[필수] 카카오 개인정보 제3자 제공 동의']);
        assert.equal(shown({ html: row }, 'consent-required-labels'), '닉네임 카카오계정(이메일) 이름 출생 연도 카카오계정(전화번호)');
        assert.match(shown({ html: row }, 'consent-required-view')!, /보기$/);
        assert.match(textOf(row), /카카오계정\(이메일\) 수집 목적: /);
        assert.equal(boxesOf({ html: row } as Page).length, 1);
      },

      'one optional row with a box for each optional item': async () => {
        const row = rowWith(await page(), 'data-testid="consent-optional"');
        const [title, ...labels] = labelsOf({ html: row });
        assert.equal(title, '[선택] 카카오 개인정보 제3자 제공 동의');
        const optional = (await world.app(APPS.current)).items.filter(({ state }) => state === 'optional');
        assert.deepEqual(
          boxesOf({ html: row } as Page).map(({ name, value }) => `${name}=${value}`),
          optional.map(({ id }) => `item=${id}`),
        );
        assert.equal(labels.length, optional.length);
      },

      'items of the type SERVICE as permission rows': async () => {
        const rows = rowsOf(await page({ scope: 'friends,talk_message' }));
        assert.deepEqual(rows.slice(rows.indexOf('item=friends'), rows.indexOf('item=friends') + 2), ['item=friends', 'item=talk_message']);
      },

      'one row for each service term in registration order, with 보기': async () => {
        const screen = await page();
        const terms = await approved();
        assert.deepEqual(
          rowsOf(screen).filter((row) => row.startsWith('term=')),
          terms.map(({ tag }) => `term=${tag}`),
        );
        for (const { tag, url } of terms) {
          const row = rowWith(screen, `data-testid="consent-term-${tag}"`);
          assert.ok(row.includes(`href="${url}" target="_blank" rel="noopener noreferrer"`), tag);
          assert.match(shown({ html: row }, `consent-view-${tag}`)!, /보기/);
        }
      },

      'titles of terms in Korean and English': async () => {
        for (const lang of ['ko', 'en'] as const) {
          const labels = labelsOf(await page({ lang }));
          for (const { title, required } of await approved()) {
            const mark = (lang === 'ko' ? ko : en)(required ? 'consent.requiredMark' : 'consent.optionalMark');
            assert.ok(labels.includes(`${mark} ${title[lang]}`), title[lang]);
          }
        }
      },

      'the age row after the terms': async () => {
        const screen = await page();
        const last = rowsOf(screen).findLastIndex((row) => row.startsWith('term='));
        assert.equal(rowsOf(screen)[last + 1], 'age=on');
        assert.ok(labelsOf(screen).includes('[필수] 만 14세 이상입니다.'));
      },

      'the channel row at the very bottom': async () => {
        const screen = await page();
        assert.equal(rowsOf(screen).at(-1), 'channel=_xpDnk');
        assert.equal(labelsOf(screen).at(-1), '[선택] 온담상점의 광고와 마케팅 메시지를 카카오톡으로 받습니다.');
      },

      'the channel row only for a person with KakaoTalk': async () =>
        assert.deepEqual(rowsOf(await page({}, 'no-talk')), rowsOf(await page()).slice(0, -1)),

      'nothing is ticked at first': async () => {
        const boxes = boxesOf(await page());
        assert.equal(boxes.length, 13);
        assert.ok(boxes.every(({ checked }) => !checked));
      },

      '취소 goes back with access_denied': async () => {
        const visitor = world.visitor();
        const screen = await loggedIn(world, APPS.current, 'han', {}, visitor);
        assert.equal(shown(screen, 'consent-cancel'), '취소');
        const back = await visitor.submit(screen, { decision: 'cancel' });
        assert.deepEqual([back.url.href.split('?')[0], back.query['error']], [CALLBACK, 'access_denied']);
      },
    },
    {
      'the button waits until every required row is ticked': 'browser/consent.test.ts',
      'the master box and the optional row tick what is below them': 'browser/consent.test.ts',
    },
  );
});
