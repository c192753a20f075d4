/** 준비 2 · 사업자 정보 등록: the owner turns an app into a 비즈 앱, with a business that is stored or with a new one. */
import assert from 'node:assert/strict';
import { APPS, describeHouse } from '../../helpers/house.ts';
import { openApp } from './reading.ts';
import { type Answer, COLLEAGUE, formOn, OWNER, STRANGER, workingAs } from './working.ts';

const PAGE = `/developers/apps/${APPS.plain}/business`;
const STORED = { 'number.0': '120', 'number.1': '81', 'number.2': '47521' };
const UNKNOWN = { 'number.0': '220', 'number.1': '81', 'number.2': '62517' };
const FACTS = { companyName: '제이원', representative: '김제이', type: '서비스업', item: '프로그래밍', address: '서울특별시 중구' };

describeHouse('준비 2 · 사업자 정보 등록', (world) => {
  const businessOf = async () => (await world.app(APPS.plain)).businessNumber;
  const lookUp = async (number: Record<string, string>): Promise<Answer> => {
    const worker = await workingAs(world, OWNER);
    const answer = await worker.send(formOn(await worker.open(PAGE), PAGE), { ...number, decision: 'lookUp' });
    return answer.status === 303 ? worker.open(answer.headers['location']!) : answer;
  };

  it('등록된 사업자 정보가 있다면 기존 정보로 등록됩니다', async () => {
    const found = await lookUp(STORED);
    assert.match(found.text, /data-testid="biz-found">.*등록된 사업자 정보를 찾았습니다.*120-81-47521.*주식회사 카카오/s);
    assert.equal(await businessOf(), null);
    const worker = await workingAs(world, OWNER);
    const answer = await worker.send(formOn(found, PAGE), { decision: 'register' });
    assert.equal(answer.headers['location'], `/developers/apps/${APPS.plain}?done=biz&in=kind#kind`);
    assert.equal(await businessOf(), '120-81-47521');
    const { section } = await openApp(world, APPS.plain, 'ko', OWNER);
    assert.match(section('kind'), /비즈 앱 .*120-81-47521 카카오 for 비즈니스에서 관리/);
  });

  it('없을 경우 사업자 정보를 등록해 주세요', async () => {
    const asked = await lookUp(UNKNOWN);
    assert.match(asked.text, /저장된 정보가 없습니다/);
    const worker = await workingAs(world, OWNER);
    const form = formOn(asked, PAGE);
    const lacking = await worker.send(form, { ...FACTS, address: '', representative: ' ', decision: 'takeIn' });
    assert.equal(lacking.status, 422);
    for (const field of ['address', 'representative']) assert.match(lacking.text, new RegExp(`data-testid="error-${field}">입력해 주세요`));
    assert.match(lacking.text, /value="제이원"/);
    assert.equal(await world.house.businesses.byNumber('220-81-62517'), undefined);
    await worker.send(formOn(lacking, PAGE), { ...FACTS, decision: 'takeIn' });
    assert.equal((await world.house.businesses.byNumber('220-81-62517'))?.representative, '김제이');
    assert.equal(await businessOf(), '220-81-62517');
  });

  it('says at the number what is wrong with it', async () => {
    const check = await lookUp({ ...STORED, 'number.2': '47522' });
    assert.equal(check.status, 422);
    assert.match(check.text, /data-testid="error-number">사업자등록번호가 아닙니다/);
    assert.match(check.text, /value="47522"/);
    const short = await lookUp({ ...STORED, 'number.1': '8' });
    assert.match(short.text, /data-testid="error-number">숫자 2자리를 입력해 주세요/);
  });

  it('앱 오너만 등록 가능', async () => {
    await world.house.apps.setMember(OWNER, APPS.plain, COLLEAGUE, 'editor');
    const { html, section } = await openApp(world, APPS.plain, 'ko', COLLEAGUE);
    assert.match(section('kind'), /사업자 정보는 앱 오너만 등록할 수 있습니다/);
    assert.ok(!html.includes(`href="${PAGE}"`));
    assert.ok((await openApp(world, APPS.plain, 'ko', OWNER)).html.includes(`href="${PAGE}"`));
    const editor = await workingAs(world, COLLEAGUE);
    for (const answer of [await editor.open(PAGE), await editor.post(PAGE, { ...STORED, decision: 'register' })]) {
      assert.equal(answer.status, 403);
      assert.match(answer.text, /필요한 권한: 오너/);
    }
    assert.equal((await (await workingAs(world, STRANGER)).post(PAGE, { ...STORED, decision: 'register' })).status, 404);
    assert.equal(await businessOf(), null);
  });

  it('is done once: by a form that is sent twice, and by two forms', async () => {
    const worker = await workingAs(world, OWNER);
    const form = formOn(await lookUp(STORED), PAGE);
    const other = formOn(await lookUp(UNKNOWN), PAGE);
    const twice = await Promise.all([worker.send(form, { decision: 'register' }), worker.send(form, { decision: 'register' })]);
    assert.deepEqual(
      twice.map(({ status }) => status),
      [303, 303],
    );
    const late = await worker.send(other, { ...FACTS, decision: 'takeIn' });
    assert.equal(late.status, 422);
    assert.match(late.text, /사업자 정보를 등록한 비즈 앱입니다/);
    assert.equal(await businessOf(), '120-81-47521');
    assert.equal(await world.house.businesses.byNumber('220-81-62517'), undefined);
  });

  it('meets a number that was taken in meanwhile', async () => {
    const worker = await workingAs(world, OWNER);
    const form = formOn(await lookUp(UNKNOWN), PAGE);
    await world.house.businesses.register('somebody', ['220', '81', '62517'], FACTS);
    const answer = await worker.send(form, { ...FACTS, decision: 'takeIn' });
    assert.equal(answer.status, 422);
    assert.match(answer.text, /data-testid="biz-found"/);
    assert.match(answer.text, /그동안 같은 번호의 사업자 정보가 등록되었습니다/);
  });
});
