/** `/center`: my profiles, and a new one. */
import assert from 'node:assert/strict';
import { Readable } from 'node:stream';
import { PICTURES } from '../../../src/documents/index.ts';
import { jpeg, pdf, png, pngOf, LIMIT } from '../../documents/files.ts';
import { describeHouse } from '../../helpers/house.ts';
import { COLLEAGUE, OWNER, STRANGER } from '../../helpers/rooms.ts';
import { errorOf, formOf, openBrowser, partOf, signedIn, wordsOf, wrongFields } from './browser.ts';

const NEW = '/center/profiles/new';
const NAMES = { name: '새봄상점', searchId: '@새봄상점' };

describeHouse('관리자센터 · my profiles', (world) => {
  const open = async (accountId: string, language?: string) => (await signedIn(world, accountId, language)).open('/center');

  it('are those in which I have a role, each with the role and how it stands', async () => {
    const page = await open(OWNER);
    const cards = ['_xaGdm', '_xbTkW', '_xtDly', '_xuJon', '_xvBuk'].map((id) => partOf(page, `profile-${id}`));
    assert.deepEqual(cards, [
      '프로필1 @프로필1 · 12345 마스터 인증 완료',
      '프로필2 @프로필2 · 12346 매니저 인증 완료',
      '데일리룩컴퍼니 @데일리룩컴퍼니 · 12368 마스터 미인증',
      '제이원네트웍스 @제이원네트웍스 · 12369 마스터 심사 중',
      '별빛서점 @별빛서점 · 12370 마스터 반려',
    ]);
    assert.equal(partOf(page, 'profile-_xqDemo'), '');
    assert.equal(partOf(await open(COLLEAGUE), 'profile-_xaGdm'), '프로필1 @프로필1 · 12345 멤버 인증 완료');
  });

  it('may be none: then the next step is said', async () => {
    const page = await open(STRANGER);
    assert.match(partOf(page, 'empty'), /아직 관리하는 프로필이 없습니다/);
    assert.match(page.html, /href="\/center\/profiles\/new"/);
    assert.match(wordsOf(await open(STRANGER, 'en')), /You manage no profile yet/);
  });

  it('are asked of who is signed in', async () => {
    const { status, headers } = await openBrowser(world, null).get('/center');
    assert.deepEqual([status, headers['location']], [303, '/account/login?continue=%2Fcenter']);
  });
});

describeHouse('관리자센터 · a new profile', (world) => {
  const mine = async () => (await world.house.channels.managedBy(STRANGER)).map(({ name, searchId }) => `${name} ${searchId}`);
  const pictureOf = async () => (await world.house.channels.managedBy(STRANGER))[0]?.imageDocument;

  it('is made of a name and a search id, and leads to its dashboard', async () => {
    const browser = await signedIn(world, STRANGER);
    const page = await browser.send(await browser.open(NEW), { typed: NAMES });
    assert.match(page.path, /^\/center\/profiles\/_x\w+\?done=profileMade$/);
    assert.match(partOf(page, 'done'), /프로필을 만들었습니다/);
    assert.deepEqual(await mine(), ['새봄상점 @새봄상점']);
    assert.equal(await pictureOf(), null);
  });

  for (const [kind, bytes] of [
    ['image/png', png],
    ['image/jpeg', jpeg],
  ] as const) {
    it(`has a picture (${kind}) that everybody sees`, async () => {
      const browser = await signedIn(world, STRANGER);
      await browser.send(await browser.open(NEW), { typed: NAMES, files: { picture: bytes } });
      const { status, headers } = await openBrowser(world, null).get(`/center/pictures/${await pictureOf()}`);
      assert.deepEqual([status, headers['content-type'], headers['x-content-type-options']], [200, kind, 'nosniff']);
      assert.match(headers['content-security-policy'] ?? '', /default-src 'none'.*sandbox/);
      assert.match((await browser.open('/center')).html, new RegExp(`src="/center/pictures/${await pictureOf()}"`));
    });
  }

  it('shows no file that is no picture of a profile', async () => {
    const { id } = await world.house.documents.keep({ by: STRANGER, name: 'x', allowed: PICTURES }, Readable.from([png]));
    assert.equal((await openBrowser(world, null).get(`/center/pictures/${id}`)).status, 404);
  });

  it('says what is wrong beside each field, and keeps what was typed', async () => {
    const browser = await signedIn(world, STRANGER);
    const page = await browser.send(await browser.open(NEW), { typed: { name: '가'.repeat(21), searchId: '새봄' } });
    assert.equal(page.status, 422);
    assert.match(errorOf(page, 'name'), /20자까지/);
    const again = await browser.send(page, { typed: { name: '새봄', searchId: '@a b' } });
    assert.deepEqual([wrongFields(again), formOf(again).fields['searchId']], [['searchId'], '@a b']);
    const taken = await browser.send(again, { typed: { searchId: '@oidc테스트' } });
    assert.match(errorOf(taken, 'searchId'), /다른 프로필이 쓰고 있는/);
    assert.deepEqual(await mine(), []);
  });

  for (const [what, bytes, says] of [
    ['a PDF', pdf, /jpg, png 파일을 선택해/],
    ['more than 10 MB', pngOf(LIMIT + 1), /최대 10MB까지/],
    ['no bytes', Buffer.alloc(0), /비어 있는 파일/],
  ] as const) {
    it(`refuses ${what} as its picture, and keeps everything else`, async () => {
      const browser = await signedIn(world, STRANGER);
      const page = await browser.send(await browser.open(NEW), { typed: NAMES, files: { picture: bytes } });
      assert.equal(page.status, 422);
      assert.match(errorOf(page, 'picture'), says);
      assert.equal(formOf(page).fields['name'], NAMES.name);
      await browser.send(page);
      assert.deepEqual(await mine(), ['새봄상점 @새봄상점']);
    });
  }

  it('keeps the picture when something else is wrong', async () => {
    const browser = await signedIn(world, STRANGER);
    const page = await browser.send(await browser.open(NEW), { typed: { ...NAMES, name: '' }, files: { picture: png } });
    assert.match(partOf(page, 'kept-picture'), /첨부 완료 서류\.png/);
    await browser.send(page, { typed: { name: '새봄' } });
    assert.ok(await pictureOf());
  });

  it('takes nobody else’s picture', async () => {
    const browser = await signedIn(world, STRANGER);
    const other = await signedIn(world, OWNER);
    const theirs = formOf(await other.send(await other.open(NEW), { files: { picture: png } })).fields['pictureKept']!;
    const page = await browser.send(await browser.open(NEW), { typed: { ...NAMES, pictureKept: theirs } });
    assert.match(errorOf(page, 'picture'), /더는 찾을 수 없습니다/);
    assert.deepEqual(await mine(), []);
  });

  it('is made once of a form that is sent twice', async () => {
    const browser = await signedIn(world, STRANGER);
    const form = await browser.open(NEW);
    const answers = await Promise.all([browser.post(form, { typed: NAMES }), browser.post(form, { typed: NAMES })]);
    assert.deepEqual(new Set(answers.map(({ status }) => status)), new Set([303]));
    assert.equal(answers[0].headers['location'], answers[1].headers['location']);
    assert.equal((await mine()).length, 1);
  });

  it('is not made for somebody who is signed out meanwhile, nor for another person', async () => {
    const browser = await signedIn(world, STRANGER);
    const form = await browser.open(NEW);
    await browser.signIn(null);
    const out = await browser.post(form, { typed: NAMES });
    assert.deepEqual([out.status, out.headers['location']], [303, '/account/login?continue=%2Fcenter%2Fprofiles%2Fnew']);
    await browser.signIn(COLLEAGUE);
    const before = (await world.house.channels.all()).length;
    const page = await browser.send(form, { typed: NAMES });
    assert.equal(page.status, 409);
    assert.match(wordsOf(page), /다른 사람으로 로그인해/);
    assert.equal(formOf(page).fields['name'], NAMES.name);
    assert.equal((await world.house.channels.all()).length, before);
  });

  it('says what it is called as text, never as markup', async () => {
    const browser = await signedIn(world, STRANGER);
    const page = await browser.send(await browser.open(NEW), { typed: { name: '<b>"새봄', searchId: '@새봄' } });
    assert.doesNotMatch(page.html, /<b>"/);
    assert.match(page.html, /&lt;b&gt;/);
  });
});
