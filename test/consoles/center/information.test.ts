/** 인증 하기, STEP 01: what the form does besides the guide's rules. See test/guide for those. */
import assert from 'node:assert/strict';
import { Readable } from 'node:stream';
import { pdf, png, pngOf, LIMIT } from '../../documents/files.ts';
import { describeHouse } from '../../helpers/house.ts';
import { COLLEAGUE, OWNER, PARTNER } from '../../helpers/rooms.ts';
import { errorOf, formOf, partOf, signedIn, wordsOf, wrongFields } from './browser.ts';
import {
  CERTIFICATION,
  certify,
  dateField,
  daysAgo,
  fileField,
  next,
  papersOf,
  pendingReview,
  search,
  STEP_01,
  STEP_02,
  STORED,
  TYPED_BUSINESS,
  UNKNOWN,
} from './certifying.ts';

const REGISTRATION = fileField('registration');

describeHouse('관리자센터 · 인증 하기, STEP 01', (world) => {
  const owned = async () => (await world.house.documents.of('certification:_xtDly')).length;

  it('says at once everything that is missing, in the order of the form', async () => {
    const browser = await signedIn(world, OWNER);
    const page = await browser.send(await browser.open(STEP_01), { button: ['step', 'next'] });
    assert.equal(page.status, 422);
    assert.deepEqual(wrongFields(page), ['number', REGISTRATION, fileField('identity')]);
    assert.match(
      partOf(page, 'form-problems'),
      /보내 주세요\. 사업자 등록 번호 : [^:]*사업자등록증 : [^:]*재직증명서 또는 대표자의 신분증 : [^:]*$/,
    );
    assert.equal((await browser.open(STEP_02)).path, STEP_01);
  });

  it('keeps what was typed and attached through a search, a refusal and a new visit', async () => {
    const browser = await signedIn(world, OWNER);
    const papers = papersOf(world, 'registration');
    const found = await search(browser, { typed: { ...STORED, type: 'public', ...papers.typed }, files: papers.files });
    assert.equal(found.path, `${STEP_01}?done=numberFound#f-number`);
    assert.match(partOf(found, `kept-${REGISTRATION}`), /첨부 완료 서류\.png/);
    const refused = await browser.send(found, { typed: { 'number.2': '1' }, button: ['step', 'next'] });
    assert.match(partOf(refused, `kept-${REGISTRATION}`), /첨부 완료/);
    const again = formOf(await browser.open(STEP_01)).fields;
    assert.deepEqual([again['type'], again['number.2'], again[dateField('registration')]], ['public', '47521', daysAgo(world)]);
    assert.equal(await owned(), 1);
  });

  it('takes another file in place of the one that is kept, which is given up', async () => {
    const browser = await signedIn(world, OWNER);
    const found = await search(browser, { typed: STORED, files: { [REGISTRATION]: png } });
    const before = formOf(found).fields[`${REGISTRATION}Kept`];
    const after = formOf(await search(browser, { files: { [REGISTRATION]: png } }, found)).fields[`${REGISTRATION}Kept`];
    assert.notEqual(after, before);
    assert.equal(await owned(), 1);
    assert.equal((await browser.open(`${CERTIFICATION}/papers/${before}`)).status, 404);
  });

  for (const [what, bytes, says] of [
    ['a PDF', pdf, /jpg, png 파일을 선택해/],
    ['more than 10 MB', pngOf(LIMIT + 1), /최대 10MB까지/],
  ] as const) {
    it(`refuses ${what} beside its field, and keeps the rest`, async () => {
      const browser = await signedIn(world, OWNER);
      const page = await next(world, browser, { files: { [fileField('identity')]: bytes } });
      assert.equal(page.status, 422);
      assert.deepEqual(wrongFields(page), [fileField('identity')]);
      assert.match(errorOf(page, fileField('identity')), says);
      assert.match(partOf(page, `kept-${REGISTRATION}`), /첨부 완료/);
      assert.equal(formOf(page).fields['number.1'], '81');
    });
  }

  it('takes files of exactly 10 MB', async () => {
    const browser = await signedIn(world, OWNER);
    assert.equal((await next(world, browser, { files: { [REGISTRATION]: pngOf(LIMIT) } })).path, STEP_02);
  });

  it('tells two managers of one another: what was saved by one is not overwritten unseen', async () => {
    await world.house.channels.setManager(OWNER, '_xtDly', PARTNER, 'manager');
    const [mine, theirs] = [await signedIn(world, OWNER), await signedIn(world, PARTNER)];
    const [first, second] = [await mine.open(STEP_01), await theirs.open(STEP_01)];
    await search(mine, { typed: { ...UNKNOWN, ...TYPED_BUSINESS } }, first);
    const stale = await search(theirs, { typed: { ...STORED, type: 'public' } }, second);
    assert.equal(stale.status, 409);
    assert.match(partOf(stale, 'form-problems'), /다른 곳에서 내용이 바뀌어 저장하지 않았습니다/);
    assert.match(partOf(stale, 'stored-number'), /999-81-05058/);
    assert.equal(formOf(stale).fields['number.0'], '120');
    const { form } = await world.house.channels.certificationDraft(OWNER, '_xtDly');
    assert.equal(form.business.item, '잡화');
    assert.equal((await search(theirs, {}, stale)).path, `${STEP_01}?done=numberFound#f-number`);
  });

  it('asks who was signed out to sign in and come back, and keeps what was kept', async () => {
    const browser = await signedIn(world, OWNER);
    const found = await search(browser, { typed: STORED, files: { [REGISTRATION]: png } });
    await browser.signIn(null);
    const out = await browser.post(found, { typed: { type: 'public' } });
    assert.equal(out.headers['location'], `/account/login?${new URLSearchParams({ continue: `${STEP_01}?done=numberFound` })}`);
    await browser.signIn(OWNER);
    const back = await browser.open(STEP_01);
    assert.equal(formOf(back).fields['type'], 'business');
    assert.match(partOf(back, `kept-${REGISTRATION}`), /첨부 완료/);
  });

  it('is for managers: members see why not, and are refused', async () => {
    await world.house.channels.setManager(OWNER, '_xtDly', COLLEAGUE, 'member');
    const browser = await signedIn(world, COLLEAGUE);
    assert.match(partOf(await browser.open(CERTIFICATION), 'empty'), /매니저 이상의 권한이 있어야/);
    for (const path of [STEP_01, STEP_02]) assert.equal((await browser.open(path)).status, 403);
    const form = await (await signedIn(world, OWNER)).open(STEP_01);
    assert.equal((await browser.post(form, { typed: { ...STORED, as: COLLEAGUE } })).status, 403);
    assert.equal(await world.house.store.get('certificationDrafts', '_xtDly'), undefined);
  });

  it('is closed while a review is under way, and once the profile is certified', async () => {
    const browser = await signedIn(world, OWNER);
    const open = await browser.open(STEP_01);
    await certify(world, browser);
    for (const path of [STEP_01, STEP_02]) assert.match(partOf(await browser.open(path), 'empty'), /심사하고 있습니다/);
    const late = await search(browser, { typed: STORED }, open);
    assert.equal(late.status, 409);
    assert.match(partOf(late, 'empty'), /심사하고 있습니다/);
    await world.house.reviews.approve(await pendingReview(world));
    assert.match(partOf(await browser.open(STEP_01), 'empty'), /이미 인증된 프로필/);
  });

  it('takes no file of somebody else', async () => {
    const { id } = await world.house.documents.keep({ by: PARTNER, name: 'x', allowed: ['image/png'] }, Readable.from([png]));
    const browser = await signedIn(world, OWNER);
    const page = await next(world, browser, { typed: { [`${REGISTRATION}Kept`]: id }, files: { [REGISTRATION]: Buffer.alloc(0) } });
    assert.equal(page.status, 422);
    assert.equal(partOf(page, `kept-${REGISTRATION}`), '');
  });

  it('reads in English', async () => {
    const page = await (await signedIn(world, OWNER, 'en')).open(STEP_01);
    assert.match(wordsOf(page), /STEP 01 Enter the business .*1\. Businesses in Korea are certified by their registration number/);
  });
});
