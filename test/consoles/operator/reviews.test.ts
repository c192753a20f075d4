/** 심사 데스크 over HTTP: the queue, a review with its evidence, and decisions. */
import assert from 'node:assert/strict';
import supertest from 'supertest';
import { pdf, png } from '../../documents/files.ts';
import { formWith, press, shown, textOf } from '../../helpers/forms.ts';
import { APPS, describeHouse } from '../../helpers/house.ts';
import { upload } from '../../helpers/rooms.ts';
import type { Page } from '../../helpers/visitor.ts';
import { atReview, OWNER, roomsOf, submitted } from './street.ts';

const rowsOf = ({ html }: Page): string[] =>
  [...html.matchAll(/data-testid="review-row">(.*?)<\/tr>/gs)].map(([, row = '']) => textOf(row));

describeHouse('심사 데스크 · the queue', (world) => {
  it('has pending reviews first, then decided ones, newest first', async () => {
    const rows = rowsOf(await world.visitor().open('/_sim/reviews'));
    const pending = rows.filter((row) => /심사 중|검수 진행 중/.test(row));
    assert.equal(pending.length, 3);
    assert.deepEqual(rows.slice(0, 3), pending);
    const times = rows.slice(3).map((row) => /\d{4}-\d\d-\d\d \d\d:\d\d:\d\d/.exec(row)?.[0] ?? '');
    assert.deepEqual(
      times,
      [...times].sort((a, b) => b.localeCompare(a)),
    );
  });

  it('is filtered by kind and by app with plain links; a certification is of the apps its profile is connected to', async () => {
    const page = await world.visitor().open('/_sim/reviews');
    assert.ok(page.html.includes('href="/_sim/reviews?kind=terms"') && page.html.includes(`href="/_sim/reviews?app=${APPS.underReview}"`));
    const filtered = async (query: string) => rowsOf(await world.visitor().open(`/_sim/reviews?${query}`));
    assert.ok((await filtered('kind=items')).every((row) => row.includes('개인정보제공 항목 검수')));
    const ofApp = await filtered(`app=${APPS.underReview}`);
    assert.ok(ofApp.some((row) => row.includes('비즈니스 인증')) && ofApp.some((row) => row.includes('간편가입 시 약관 검수')));
    assert.equal((await filtered(`kind=terms&app=${APPS.underReview}`)).length, 1);
    assert.match((await world.visitor().open('/_sim/reviews?app=1&kind=terms')).html, /심사할 것이 없습니다/);
    assert.equal((await world.visitor().open('/_sim/reviews?kind=nonsense&page=x')).status, 200);
  });

  it('is counted on the first page of /_sim', async () => {
    assert.match((await world.visitor().open('/_sim')).html, /대기 3건/);
  });
});

describeHouse('심사 데스크 · a review', (world) => {
  it('shows claims beside evidence, and what could be checked', async () => {
    const [path] = await submitted(world, { kinds: ['terms'] });
    const { page } = await atReview(world, path!);
    const text = textOf(page.html);
    for (const part of [
      '테스트비즈앱1 (205700)',
      '주식회사 카카오',
      'service_20261123 약관',
      'Terms of service_20261123',
      '필수 동의 항목',
      '신청함',
    ])
      assert.ok(text.includes(part), part);
    assert.match(text, /확인됨 회사명과 사업자 정보/);
    assert.match(text, /확인됨 Tag 중복 이 앱의 다른 약관에 없는 Tag입니다/);
    assert.match(text, /확인 못 함 URL 아직 확인하지 않았습니다: https:\/\/example.com\/service_20261123/);
    assert.match(text, /확인됨 증빙 형식과 크기 image\/png/);
    assert.equal(page.html.match(/<img src="\/_sim\/reviews\/[^"]+\/papers\//g)?.length, 2);
  });

  it('of items shows the reason and links a pdf, which is never shown in the page', async () => {
    const [path] = await submitted(world, { kinds: ['items'], evidence: await upload(roomsOf(world), OWNER, pdf) });
    const { page } = await atReview(world, path!);
    assert.match(textOf(page.html), /주문 상담과 생일 쿠폰을 위해 수집합니다/);
    assert.ok(!page.html.includes('<img src="/_sim'));
    const href = /href="([^"]+\/papers\/[^"]+)"/.exec(page.html)![1]!;
    const { headers, body } = await supertest(world.url).get(href).buffer(true).parse(whole);
    assert.match(headers['content-disposition']!, /^attachment/);
    assert.equal(headers['content-type'], 'application/pdf');
    assert.deepEqual(body, pdf);
  });

  it('serves evidence of its own alone: by its detected type, not to be sniffed, with nothing that runs', async () => {
    const [terms, items] = await submitted(world);
    const papers = async (path: string) =>
      [...(await atReview(world, path)).page.html.matchAll(/<img src="([^"]+)"/g)].map(([, src]) => src!);
    const [paper] = await papers(terms!);
    const { headers, body, status } = await supertest(world.url).get(paper!).buffer(true).parse(whole);
    assert.equal(status, 200);
    assert.equal(headers['content-type'], 'image/png');
    assert.equal(headers['x-content-type-options'], 'nosniff');
    assert.match(headers['content-security-policy']!, /default-src 'none'.*sandbox/);
    assert.match(headers['content-disposition']!, /^inline/);
    assert.deepEqual(body, png);
    const id = paper!.split('/').at(-1)!;
    for (const elsewhere of [`${items}/papers/${id}`, `${terms}/papers/nothing`, `/_sim/reviews/nothing/papers/${id}`]) {
      assert.equal((await supertest(world.url).get(elsewhere)).status, 404, elsewhere);
    }
  });

  it('is not there under another id', async () => {
    assert.equal((await world.visitor().open('/_sim/reviews/nothing')).status, 404);
    assert.equal((await supertest(world.url).post('/_sim/reviews/nothing/url-checks')).status, 404);
  });

  it('is English for who reads English', async () => {
    const [path] = await submitted(world);
    const page = await world.visitor().open(`${path}?lang=en`);
    assert.match(textOf(page.html), /Terms for simple signup.*OK Company and business information/);
    assert.doesNotMatch(textOf(page.html.replace(/<select.*?<\/select>/gs, '')).replaceAll(/한국어|테스트 전용/g, ''), /반려|승인/);
  });

  it('of a seed shows what there is', async () => {
    for (const review of await world.house.reviews.all()) {
      const { page } = await atReview(world, `/_sim/reviews/${encodeURIComponent(review.id)}`);
      assert.equal(page.status, 200, review.id);
    }
  });

  it('offers the guide’s sentence ready-made, in Korean and in English', async () => {
    const [, items] = await submitted(world);
    const { page } = await atReview(world, items!);
    const { html } = formWith(page, 'approve-in-part');
    assert.ok(html.includes('value="전화번호 수집에 대한 권한 요청은 반려 되었습니다."'));
    assert.ok(html.includes('value="The request to collect phone numbers was turned down."'));
  });

  it('asks addresses when the button is pressed, and only then', async () => {
    const [path] = await submitted(world, { kinds: ['items'], privacyUrl: `${world.url}/_sim` });
    const { visitor, page } = await atReview(world, path!);
    assert.match(textOf(page.html), /아직 확인하지 않았습니다/);
    const after = await press(visitor, page, 'check-urls');
    assert.equal(shown(after, 'done'), 'URL을 확인했습니다.');
    assert.match(textOf(after.html), /확인됨 URL 200 응답으로 열립니다/);
    assert.match(textOf((await atReview(world, path!)).page.html), /마지막 확인/);
  });
});

function whole(response: supertest.Response, done: (error: Error | null, body: unknown) => void): void {
  const chunks: Buffer[] = [];
  const stream = response as unknown as NodeJS.ReadableStream;
  stream.on('data', (chunk: Buffer) => chunks.push(chunk));
  stream.on('end', () => done(null, Buffer.concat(chunks)));
}
