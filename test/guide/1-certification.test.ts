/** 카카오싱크 신청 가이드, 준비 1: 플러스친구 비즈니스 인증을 통해 인증 프로필로 만들기 @플러스친구 관리자센터. Through its pages alone. */
import assert from 'node:assert/strict';
import { errorOf, type Page, partOf, type Sending, signedIn, wordsOf, wrongFields } from '../consoles/center/browser.ts';
import {
  CERTIFICATION,
  certify,
  dateField,
  daysAgo,
  fileField,
  next,
  numbered,
  type PaperName,
  papersOf,
  pendingReview,
  search,
  STEP_01,
  STEP_02,
  STORED,
  TYPED_BUSINESS,
  UNKNOWN,
} from '../consoles/center/certifying.ts';
import { jpeg, LIMIT, pdf, png, pngOf } from '../documents/files.ts';
import { describeHouse } from '../helpers/house.ts';
import { COLLEAGUE, OWNER, STRANGER } from '../helpers/rooms.ts';

const DAY = 24 * 60 * 60 * 1000;

describeHouse('준비 1 · 플러스친구 프로필', (world) => {
  it('is made in 플러스친구 관리자센터, and is 미인증', async () => {
    const browser = await signedIn(world, STRANGER);
    const made = await browser.send(await browser.open('/center/profiles/new'), { typed: { name: '데일리룩', searchId: '@데일리룩' } });
    assert.match(wordsOf(made), /비즈니스 인증 미인증 인증 유형 미인증 내 권한 마스터/);
    assert.match(partOf(await browser.open('/center'), 'road-stage-1'), /인증 프로필과 비즈 앱 준비하기/);
  });
});

describeHouse('준비 1 · STEP 01, 1. 사업자 등록 번호', (world) => {
  const searched = async (typed: Record<string, string>): Promise<Page> => search(await signedIn(world, OWNER), { typed });

  it('loads the business that is stored under the number', async () => {
    const page = await searched(STORED);
    assert.match(partOf(page, 'done'), /사업자 등록 번호가 확인되었습니다/);
    const business = partOf(page, 'business');
    for (const value of ['120-81-47521', '주식회사 카카오', '여민수, 조수용', '서비스업', '프로그래밍 개발 외', '제주도 제주시 첨단로 242'])
      assert.ok(business.includes(value), value);
    assert.doesNotMatch(page.html, /name="business\.companyName"/);
  });

  for (const [what, number, box] of [
    ['another last digit', numbered('120', '81', '47522'), false],
    ['the number in the guide’s picture, which does not check', numbered('120', '45', '89899'), false],
    ['a box too short', numbered('12', '81', '47521'), true],
    ['letters', numbered('120', 'AB', '47521'), true],
    ['nothing', numbered('', '', ''), true],
  ] as const) {
    it(`refuses ${what}`, async () => {
      const page = await searched(number);
      assert.equal(page.status, 422);
      assert.deepEqual(wrongFields(page), ['number']);
      assert.match(errorOf(page, 'number'), box ? /3자리, 2자리, 5자리/ : /등록번호가 올바르지 않습니다/);
      assert.equal(partOf(page, 'business'), '');
    });
  }

  it('is entered by hand where nothing is stored', async () => {
    const page = await searched(UNKNOWN);
    assert.match(partOf(page, 'done'), /저장된 사업자 정보가 없습니다/);
    for (const name of Object.keys(TYPED_BUSINESS)) assert.match(page.html, new RegExp(`name="${name}"`));
    const browser = await signedIn(world, OWNER);
    await certify(world, browser, { typed: { ...UNKNOWN, ...TYPED_BUSINESS } });
    assert.equal((await world.house.businesses.byNumber('999-81-05058'))?.companyName, '주식회사 온갖');
  });

  for (const field of Object.keys(TYPED_BUSINESS)) {
    it(`is not entered without ${field}`, async () => {
      const page = await next(world, await signedIn(world, OWNER), { typed: { ...UNKNOWN, ...TYPED_BUSINESS, [field]: ' ' } });
      assert.equal(page.status, 422);
      assert.deepEqual(wrongFields(page), [field]);
      assert.equal(await world.house.businesses.byNumber('999-81-05058'), undefined);
    });
  }
});

describeHouse('준비 1 · STEP 01, 2. and 3. 서류 첨부', (world) => {
  const sent = async (sending: Sending): Promise<Page> => next(world, await signedIn(world, OWNER), sending);
  /** A business of these trades, typed. */
  const trading = (type: string, item: string) => ({ ...UNKNOWN, ...TYPED_BUSINESS, 'business.type': type, 'business.item': item });

  it('사업자등록증, and 재직증명서 or 대표자의 신분증: with both it goes on', async () => {
    assert.equal((await sent({})).path, STEP_02);
  });

  for (const paper of ['registration', 'identity'] as const) {
    it(`without ${paper} it does not`, async () => {
      const page = await sent({ files: { [fileField(paper)]: Buffer.alloc(0) } });
      // An empty file stands for none; one that was never chosen is missing.
      assert.equal(page.status, 422);
      assert.deepEqual(wrongFields(page), [fileField(paper)]);
      const browser = await signedIn(world, OWNER);
      const other = papersOf(world, paper === 'registration' ? 'identity' : 'registration');
      const missing = await browser.send(await browser.open(STEP_01), {
        typed: { ...STORED, ...other.typed },
        files: other.files,
        button: ['step', 'next'],
      });
      assert.match(errorOf(missing, fileField(paper)), /필수 서류입니다/);
    });
  }

  for (const [trade, type, item, paper] of [
    ['통신판매업', '소매업, 통신판매업', '의류', 'mail-order'],
    ['의료기기판매업', '도소매업', '의료기기 판매업', 'medical-devices'],
    ['건강기능식품판매업', '소매업', '건강기능식품판매업', 'health-food'],
  ] as const satisfies readonly [string, string, string, PaperName][]) {
    it(`${trade} needs its certificate, and goes on with it`, async () => {
      const without = await sent({ typed: trading(type, item) });
      assert.deepEqual(wrongFields(without), [fileField(paper)]);
      assert.match(errorOf(without, fileField(paper)), /꼭 필요한 서류입니다/);
      const { typed, files } = papersOf(world, paper);
      assert.equal((await sent({ typed: { ...trading(type, item), ...typed }, files })).path, STEP_02);
    });
  }

  it('a business of another trade needs none of these certificates', async () => {
    assert.equal((await sent({ typed: trading('소매업', '의류') })).path, STEP_02);
  });

  for (const [what, bytes] of [
    ['jpg', jpeg],
    ['png', png],
    ['10 MB', pngOf(LIMIT)],
  ] as const) {
    it(`takes ${what}`, async () => assert.equal((await sent({ files: { [fileField('registration')]: bytes } })).path, STEP_02));
  }

  for (const [what, bytes] of [
    ['pdf', pdf],
    ['text that calls itself png', Buffer.from('<script>alert(1)</script>')],
    ['one byte more than 10 MB', pngOf(LIMIT + 1)],
  ] as const) {
    it(`refuses ${what}`, async () => {
      const page = await sent({ files: { [fileField('registration')]: bytes } });
      assert.equal(page.status, 422);
      assert.deepEqual(wrongFields(page), [fileField('registration')]);
    });
  }

  it('takes papers of the last three months', async () => {
    for (const days of [0, 30, 88])
      assert.equal((await sent({ typed: { [dateField('identity')]: daysAgo(world, days) } })).path, STEP_02, `${days} days`);
  });

  for (const [what, days, says] of [
    ['over three months old', 93, /발급일이 3개월을 넘었습니다/],
    ['of tomorrow', -1, /아직 오지 않은 날짜/],
  ] as const) {
    it(`refuses a paper ${what}`, async () => {
      for (const paper of ['registration', 'identity'] as const) {
        const page = await sent({ typed: { [dateField(paper)]: daysAgo(world, days) } });
        assert.deepEqual(wrongFields(page), [dateField(paper)]);
        assert.match(errorOf(page, dateField(paper)), says);
      }
    });
  }

  it('refuses a paper without its day of issue', async () => {
    const page = await sent({ typed: { [dateField('registration')]: '' } });
    assert.match(errorOf(page, dateField('registration')), /발급일을 입력해 주세요/);
  });
});

describeHouse('준비 1 · 심사', (world) => {
  const owner = () => signedIn(world, OWNER);
  const badge = async () => partOf(await (await owner()).open('/center'), 'profile-_xtDly');
  const types = async () => {
    const page = await (await owner()).open(CERTIFICATION);
    return ['public', 'business', 'none'].filter((type) => partOf(page, `type-${type}`).includes('이 프로필'));
  };

  it('is requested in STEP 02, and then waited for', async () => {
    const browser = await owner();
    const step02 = await next(world, browser);
    assert.match(wordsOf(step02), /STEP 02 심사 요청할 정보 확인/);
    assert.match(await badge(), /미인증/);
    const page = await browser.send(step02);
    assert.match(partOf(page, 'done'), /심사를 요청했습니다/);
    assert.match(partOf(page, 'entry'), /신청 심사 중/);
    assert.match(await badge(), /심사 중/);
  });

  it('approved: the profile is certified, and 유효 정보 says of which business', async () => {
    const browser = await owner();
    await certify(world, browser);
    await world.house.reviews.approve(await pendingReview(world));
    assert.match(await badge(), /인증 완료/);
    assert.match(partOf(await browser.open(CERTIFICATION), 'valid'), /인증 유형 비즈니스 사업자 .*120-81-47521 업체명 주식회사 카카오/);
    assert.ok(await world.house.channels.certified('_xtDly'));
  });

  it('makes one of three types of a profile: 미인증, 비즈니스 사업자, 공공기관 · 유명인', async () => {
    assert.deepEqual(await types(), ['none']);
    await certify(world, await owner(), { typed: { type: 'public' } });
    assert.deepEqual(await types(), ['none']);
    await world.house.reviews.approve(await pendingReview(world));
    assert.deepEqual(await types(), ['public']);
    assert.match(wordsOf(await (await owner()).open('/center/profiles/_xaGdm/certification')), /비즈니스 사업자 이 프로필/);
  });

  it('turned down: the reason is told, 히스토리 keeps it, and one applies again', async () => {
    const browser = await owner();
    await certify(world, browser);
    await world.house.reviews.reject(await pendingReview(world), '상호가 일치하지 않습니다.');
    assert.match(await badge(), /반려/);
    assert.match(partOf(await browser.open(CERTIFICATION), 'empty'), /상호가 일치하지 않습니다\. .*다시 신청하기/);
    const again = await browser.open(STEP_01);
    assert.match(partOf(again, 'before'), /상호가 일치하지 않습니다/);
    assert.match(partOf(again, 'business'), /주식회사 카카오/);
    await browser.send(await browser.send(again, { button: ['step', 'next'] }));
    await world.house.reviews.approve(await pendingReview(world));
    const history = wordsOf(await browser.open(`${CERTIFICATION}/history`));
    assert.match(history, /신청 인증 완료 .*신청 반려 .*반려 사유 상호가 일치하지 않습니다\./);
    assert.match(await badge(), /인증 완료/);
  });

  it('may pass by itself on working days, on the house clock', async () => {
    await world.house.reviews.setPolicy('certification', 'working-days');
    await certify(world, await owner());
    world.clock.advance(14 * DAY);
    assert.match(await badge(), /인증 완료/);
  });

  it('is requested by 매니저 이상, and by nobody else', async () => {
    const { channels } = world.house;
    await channels.setManager(OWNER, '_xtDly', COLLEAGUE, 'member');
    const colleague = await signedIn(world, COLLEAGUE);
    assert.equal((await colleague.open(STEP_01)).status, 403);
    assert.equal((await (await signedIn(world, STRANGER)).open(STEP_01)).status, 404);
    await channels.setManager(OWNER, '_xtDly', COLLEAGUE, 'manager');
    await certify(world, colleague);
    assert.match(await badge(), /심사 중/);
  });

  it('is not requested again while one is under way, nor of a certified profile', async () => {
    const browser = await owner();
    await certify(world, browser);
    assert.match(wordsOf(await browser.open(STEP_01)), /비즈니스 인증을 심사하고 있습니다/);
    await world.house.reviews.approve(await pendingReview(world));
    assert.match(wordsOf(await browser.open(STEP_01)), /이미 인증된 프로필/);
    assert.equal((await world.house.channels.certificationHistory('_xtDly')).length, 1);
  });
});
