/** 예시 화면 확인: the consent screen of a draft, to be looked at by members of the app. Source: guide, 신청 2단계. */
import assert from 'node:assert/strict';
import { EMPTY_DRAFT, type DraftContent } from '../../src/sync/index.ts';
import { APPS, describeHouse } from '../helpers/house.ts';
import type { Visitor } from '../helpers/visitor.ts';
import { en, headingOf, ko, labelsOf, shown } from './helpers.ts';
import { type Layout, setLayout } from './layouts.ts';

const PATH = `/oauth/preview/${APPS.biz}`;
const term = (tag: string, ko: string, required = true): DraftContent['terms'][number] => ({
  tag,
  title: { ko, en: `${ko} (en)` },
  url: `https://example.com/${tag}`,
  required,
  evidence: null,
});
const DRAFT: DraftContent = {
  ...EMPTY_DRAFT,
  kinds: ['terms', 'items'],
  terms: [term('service', '이용약관'), term('marketing', '광고성 정보 수신', false)],
  ageCheck: true,
  items: [
    { id: 'phone_number', required: true },
    { id: 'gender', required: false },
  ],
  reason: '주문 상담',
};

describeHouse('예시 화면 · the consent screen of a draft', (world) => {
  const save = async (content: DraftContent) => {
    const { sync } = world.house;
    if ((await sync.connections(APPS.biz)).length === 0) await sync.connect('91-owner', APPS.biz, ['_xaGdm']);
    await sync.saveDraft('91-owner', APPS.biz, (await sync.draft('91-owner', APPS.biz)).version, content);
  };
  const signedIn = async (loginId = 'pbqa-bp001@pbtest.example.com'): Promise<Visitor> => {
    const visitor = world.visitor();
    await visitor.submit(await visitor.open('/account/login'), { loginId, password: 'demo1234' });
    return visitor;
  };

  for (const layout of ['classic', 'newer'] as const satisfies Layout[]) {
    it(`has the rows of the draft in the ${layout} layout, says what it is, and leads back`, async () => {
      await setLayout(world, APPS.biz, layout);
      await save(DRAFT);
      const page = await (await signedIn()).open(PATH);
      assert.equal(page.status, 200);
      assert.equal(headingOf(page), '테스트비즈앱1');
      const rows = labelsOf(page).join(' | ');
      for (const row of ['이용약관', '광고성 정보 수신', '성별', ko('consent.age')]) assert.ok(rows.includes(row), `${row} in ${rows}`);
      assert.match(shown(page, 'consent-required-labels') ?? '', /전화번호/);
      assert.match(shown(page, 'consent-preview') ?? '', new RegExp(ko('preview.says')));
      assert.match(page.html, new RegExp(`href="/business/apps/${APPS.biz}/application/details" data-testid="preview-back"`));
      assert.equal(page.html.includes('newer-wordmark'), layout === 'newer');
    });

    it(`has nowhere to send anything in the ${layout} layout`, async () => {
      await setLayout(world, APPS.biz, layout);
      await save(DRAFT);
      const visitor = await signedIn();
      const { html } = await visitor.open(PATH);
      assert.match(html, /<form class="card consent[^>]* method="dialog"/);
      assert.doesNotMatch(html, /method="post"|formaction/);
      assert.equal((await visitor.submit({ html: `<form action="${PATH}">` } as never, { decision: 'agree' })).status, 400);
    });
  }

  it('says of what is not filled in that it is not, and leads to no address that is none', async () => {
    await save({ ...DRAFT, terms: [{ ...term('x', ' '), url: 'javascript:alert(1)' }], reason: '' });
    const page = await (await signedIn()).open(`${PATH}?lang=en`);
    assert.ok(labelsOf(page).some((row) => row.includes(' (en)')));
    assert.ok(page.html.includes('href="about:blank"') && !page.html.includes('javascript:'));
    assert.ok(page.html.includes(en('preview.noPurpose')));
    const korean = await (await signedIn()).open(`${PATH}?lang=ko`);
    assert.ok(labelsOf(korean).some((row) => row.includes(ko('preview.noTitle'))));
  });

  it('is for members of the app: to others it is not there, and who is not signed in does that first', async () => {
    assert.equal((await (await signedIn('pbqa-bp002@pbtest.example.com')).open(PATH)).status, 200);
    const { email } = (await world.house.accounts.persona('han'))!;
    assert.equal((await (await signedIn(email!.address)).open(PATH)).status, 404);
    assert.equal((await (await signedIn()).open('/oauth/preview/1')).status, 404);
    const page = await world.visitor().open(PATH);
    assert.equal(page.url.pathname, '/account/login');
    assert.equal(page.query.continue, PATH);
  });
});
