/** The consent record over HTTP: found, read as a document, taken along as CSV and JSON. */
import assert from 'node:assert/strict';
import { recordDocument } from '../../../src/consoles/operator/records/document.ts';
import { shown, textOf } from '../../helpers/forms.ts';
import { APPS, describeHouse } from '../../helpers/house.ts';
import { SHOWN } from '../../helpers/shown.ts';
import { reader } from '../center/sending.ts';

const HAN = '01-han';
const PATH = `/_sim/records/${APPS.demo}/${HAN}`;
const TERMS = ['service_20260105', 'privacy_20260105'];

describeHouse('/_sim/records', (world) => {
  const agree = async (language: 'ko' | 'en' = 'ko') =>
    world.house.consent.answer(
      await world.app(APPS.demo),
      (await world.house.accounts.byId(HAN))!,
      { scope: [], serviceTerms: null, channels: [] },
      { requiredItems: true, items: ['birthday'], terms: TERMS, age: true, channels: [] },
      { ...SHOWN, language },
    );
  const link = async () => (await world.house.consent.link(APPS.demo, HAN))!;
  const fetched = async (path: string) => {
    const response = await fetch(world.url + path);
    return { response, text: new TextDecoder('utf-8', { ignoreBOM: true }).decode(await response.arrayBuffer()) };
  };

  it('begin empty, and list who agreed: by app, by nickname, number and account', async () => {
    assert.match(shown(await world.visitor().open('/_sim/records'), 'records-empty'), /동의 이력이 없습니다/);
    await agree();
    const { number } = await link();
    for (const query of ['', `?app=${APPS.demo}`, `?person=${number}`, '?person=01-HAN', '?page=nonsense'])
      assert.match(shown(await world.visitor().open(`/_sim/records${query}`), 'record-row'), new RegExp(number), query);
    for (const query of [`?app=${APPS.biz}`, '?person=nobody', '?page=2'])
      assert.ok(shown(await world.visitor().open(`/_sim/records${query}`), 'records-empty'), query);
  });

  it('are led to from the desk of the app, and from the service in KakaoTalk', async () => {
    await agree();
    const hrefOf = (html: string, testId: string) => new RegExp(`href="([^"]+)"[^>]*data-testid="${testId}"`).exec(html)?.[1] ?? testId;
    const desk = await world.visitor().open(`/_sim/desk/${APPS.demo}`);
    const list = await world.visitor().open(hrefOf(desk.html, 'service-records'));
    assert.match(shown(list, 'record-row'), new RegExp((await link()).number));
    const service = await (await reader(world, HAN)).open(`/talk/services/${APPS.demo}`);
    assert.equal(hrefOf(service, 'talk-record'), PATH);
  });

  it('are read as far as the page goes, however many there are', async () => {
    await agree();
    const { store } = world.house;
    const [entry] = await store.find('consentEntries', 'link', `${APPS.demo}:${HAN}`);
    await store.write(async (tx) => {
      for (let at = 0; at < 1000; at++) tx.put('consentEntries', { ...entry!, id: `${entry!.id}-${at}`, accountId: `many-${at}` });
    });
    const { find } = store;
    let read = 0;
    store.find = (async (...asked: Parameters<typeof find>) => {
      const rows = await find(...asked);
      if (asked[0] === 'consentEntries') read += rows.length;
      return rows;
    }) as typeof find;
    const page = await world.visitor().open('/_sim/records');
    assert.equal(page.html.match(/data-testid="record-row"/g)?.length, 50);
    assert.ok(read <= 200, `${read} entries were read for a page of 50`);
  });

  it('are a document: what is in force, each row of each screen, and when it ended', async () => {
    await agree('en');
    await world.house.consent.withdrawItem(await world.app(APPS.demo), await link(), 'birthday');
    const page = await world.visitor().open(PATH);
    assert.match(shown(page, 'record-facts'), new RegExp(`${(await link()).number}.*연결됨`));
    assert.doesNotMatch(shown(page, 'record-in-force'), /birthday/);
    assert.match(shown(page, 'record-in-force'), /service_20260105 · 필수.*I am 14 or older\./);
    assert.match(textOf(page.html), /첫 동의 · 카카오싱크 간편가입 · 기본 화면 · 영어 · 시기 current/);
    assert.match(textOf(page.html), /marketing_20260105 · 선택 \S+ 동의하지 않음/);
    assert.match(textOf(page.html), /birthday · 선택 .*? 동의함 [-\d]+ [:\d]+ 종료.*사용자가 동의 철회/);
    assert.equal((await world.visitor().open(`/_sim/records/${APPS.demo}/nobody`)).status, 404);
  });

  it('tell of agreements from before the record, without words that nobody kept', async () => {
    const page = await world.visitor().open(`/_sim/records/${APPS.demo}/03-returning`);
    assert.match(shown(page, 'record-in-force'), /당시 문구는 남아 있지 않습니다\. .*service_20260105/);
  });

  it('go as JSON that keeps its schema and every digit of a user number', async () => {
    await world.change('accounts', HAN, { userNumberDigits: 19 });
    await agree();
    const { response, text } = await fetched(`${PATH}.json`);
    assert.match(response.headers.get('content-type')!, /^application\/json/);
    const document = recordDocument.parse(JSON.parse(text));
    assert.equal(document.user_number, (await link()).number);
    assert.equal(document.user_number.length, 19);
    assert.deepEqual(document.in_force.map(({ name }) => name).sort(), [
      'account_email',
      'birthday',
      'privacy_20260105',
      'profile_nickname',
      'service_20260105',
      'user_age_check',
    ]);
    assert.equal((await fetched(`/_sim/records/${APPS.demo}/nobody.json`)).response.status, 404);
  });

  it('go as CSV that a spreadsheet opens in Korean and takes no formula from; of one person or of a whole app', async () => {
    const { items } = await world.app(APPS.demo);
    await world.change('apps', APPS.demo, {
      items: items.map((item) => ({ ...item, purpose: '=HYPERLINK("https://evil.example.test","이름")' })),
    });
    await agree();
    const { response, text } = await fetched(`${PATH}.csv`);
    assert.match(response.headers.get('content-type')!, /^text\/csv; charset=utf-8/);
    assert.match(response.headers.get('content-disposition')!, /attachment; filename="consent-1000001-01-han\.csv"/);
    assert.ok(text.startsWith('\uFEFFapp_id,app_name,account_id,user_number,'));
    assert.match(text, /"'=HYPERLINK\(/);
    assert.doesNotMatch(text, /,"?=/);
    assert.match(text, /만 14세 이상입니다\./);
    assert.equal((await fetched(`/_sim/records/${APPS.demo}.csv`)).text, text);
    assert.equal((await fetched('/_sim/records/999.csv')).response.status, 404);
  });
});
