/** The consent screen in its two layouts: sections 5.2 and 5.3 of the contract, row by row. */
import assert from 'node:assert/strict';
import { APPS, type World } from '../helpers/house.ts';
import type { Page } from '../helpers/visitor.ts';
import { labelsOf, loggedIn, shown, textOf } from '../oauth/helpers.ts';
import { AGE, assertAsks, CHANNEL, describeTable, OPTIONAL, REQUIRED, setSwitch, TERMS } from './table.ts';

const at = ({ html }: Page, text: string): number => html.indexOf(text);
const headings = ({ html }: Page) => [...html.matchAll(/<h2[^>]*>([\s\S]*?)<\/h2>/g)].map(([, inside]) => textOf(inside!));
const demo = (world: World, as = 'han', params: Record<string, string> = {}) => loggedIn(world, APPS.demo, as, params);

describeTable(
  'consent-classic',
  (world) => ({
    'the app’s icon, name and company': async () => {
      const { html } = await demo(world);
      assert.match(html, /<img [^>]*src="\/assets\/pictures\/app-demo-shop\.png"/);
      assert.ok(html.includes('데모상점') && html.includes('데모상점 주식회사'));
    },
    'the master box 전체 동의하기 with its note': async () => {
      const page = await demo(world);
      assert.match(page.html, /data-mirrors="\[name\]"[^>]*data-testid="consent-all"/);
      assert.match(page.html, /전체 동의는 카카오와 데모상점 서비스의 동의 항목을 모두 포함하며/);
    },
    'the account that is logged in, and what is handed over': async () => {
      const page = await demo(world);
      assert.equal(shown(page, 'consent-login'), 'han@example.com');
      assert.match(shown(page, 'consent-handover')!, /회원번호와 함께 .* 데모상점 주식회사에 제공됩니다/);
    },
    'one required row for all required items, with 보기 and their labels': async () => {
      const page = await demo(world);
      assert.ok(labelsOf(page).includes('[필수] 카카오 개인정보 제3자 제공 동의'));
      assert.equal(shown(page, 'consent-required-labels'), '닉네임 카카오계정(이메일)');
      assert.match(shown(page, 'consent-required-view')!, /보기/);
    },
    'one optional row with a box for each optional item': async () => {
      const page = await demo(world);
      assert.ok(labelsOf(page).includes('[선택] 카카오 개인정보 제3자 제공 동의'));
      for (const row of OPTIONAL) assert.ok(page.html.includes(`name="item" value="${row.slice('item='.length)}"`));
    },
    'items of the type SERVICE as permission rows': async () => {
      const page = await loggedIn(world, APPS.current, 'han', { scope: 'talk_message' });
      assert.ok(labelsOf(page).includes('카카오톡 메시지 전송'));
    },
    'one row for each service term in registration order, with 보기': async () => {
      const page = await demo(world);
      const rows = labelsOf(page);
      const titles = ['[필수] 서비스 이용약관', '[필수] 개인정보 수집 및 이용 동의', '[선택] 마케팅 정보 수신 동의'];
      assert.deepEqual(
        rows.filter((row) => titles.includes(row)),
        titles,
      );
      assert.match(shown(page, 'consent-view-service_20260105')!, /보기/);
    },
    'titles of terms in Korean and English': async () => {
      assert.ok(labelsOf(await demo(world)).includes('[필수] 서비스 이용약관'));
      const visitor = world.visitor();
      await visitor.open('/?lang=en');
      const english = labelsOf(await loggedIn(world, APPS.demo, 'han', {}, visitor));
      assert.ok(
        english.some((row) => row.endsWith('Terms of Service')),
        english.join('\n'),
      );
    },
    'the age row after the terms': async () => {
      const page = await demo(world);
      assertAsks(page, [REQUIRED, ...OPTIONAL, ...TERMS, AGE, CHANNEL]);
      assert.ok(labelsOf(page).includes('[필수] 만 14세 이상입니다.'));
    },
    'the channel row at the very bottom': async () => {
      const last = labelsOf(await demo(world)).at(-1)!;
      assert.match(last, /^\[선택\] .*광고와 마케팅 메시지를 카카오톡으로 받습니다\.$/);
    },
    'the channel row only for a person with KakaoTalk': async () =>
      assertAsks(await demo(world, 'no-talk'), [REQUIRED, ...OPTIONAL, ...TERMS, AGE]),
    '취소 goes back with access_denied': async () => {
      const visitor = world.visitor();
      const page = await visitor.submit(await loggedIn(world, APPS.demo, 'han', { state: 's' }, visitor), { decision: 'cancel' });
      assert.equal(page.url.search, '?error=access_denied&error_description=User%20denied%20access&state=s');
    },
    'nothing is ticked at first': async () => assert.doesNotMatch((await demo(world)).html, /type="checkbox"[^>]*\schecked/),
  }),
  {
    'the button waits until every required row is ticked': 'browser/consent.test.ts',
    'the master box and the optional row tick what is below them': 'browser/consent.test.ts',
  },
);

describeTable(
  'consent-newer',
  (world) => {
    const newer = async () => {
      await setSwitch(world, { consentLayout: 'newer' });
      return demo(world);
    };
    return {
      'an account box with the e-mail address and 변경': async () => {
        const page = await newer();
        assert.equal(shown(page, 'consent-login'), 'han@example.com');
        assert.match(shown(page, 'consent-change')!, /변경/);
      },
      'titles 카카오 로그인 동의 and {서비스} 서비스 동의': async () => {
        const titles = headings(await newer());
        assert.ok(titles.includes('카카오 로그인 동의') && titles.includes('데모상점 서비스 동의'), titles.join('\n'));
      },
      'rows with round brackets and a chevron': async () => {
        const page = await newer();
        const marks = new Set([...page.html.matchAll(/<span class="kind">([^<]*)<\/span>/g)].map(([, kind]) => kind));
        assert.deepEqual(marks, new Set(['(필수)', '(선택)']));
        assert.match(page.html, /class="card consent newer"/);
      },
      'the title 안내사항 with small print': async () => {
        const page = await newer();
        assert.equal(headings(page).at(-1), '안내사항');
        assert.ok(at(page, '안내사항') > at(page, 'name="channel"'));
      },
    };
  },
  { 'the button 전체 선택하기 that becomes 동의하고 계속하기': 'browser/consent-newer.test.ts' },
);
