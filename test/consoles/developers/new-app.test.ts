/** 준비 2 · 앱 만들기: icon, name and company are all it takes, and the company is on the login window. */
import assert from 'node:assert/strict';
import { jpeg, pdf, png } from '../../documents/files.ts';
import { APPS, CALLBACK, describeHouse } from '../../helpers/house.ts';
import { begin, shown } from '../../oauth/helpers.ts';
import { pageOf } from './reading.ts';
import { type Answer, formOn, OWNER, STRANGER, workingAs } from './working.ts';

const NEW = '/developers/apps/new';
const NAMES = { name: 'J ONE', company: 'Jone networks' };
const idOf = ({ headers }: Answer): string => /\/apps\/(\d+)/.exec(headers['location'] ?? '')?.[1] ?? '';

describeHouse('준비 2 · 앱 만들기', (world) => {
  const opened = async (as = STRANGER) => {
    const worker = await workingAs(world, as);
    return { worker, form: formOn(await worker.open(NEW), NEW) };
  };
  /** Makes the login of a fresh app work, as its owner would by hand. */
  const loginOf = async (id: string) => {
    const { key } = await world.key(id);
    await world.house.apps.setSwitches(STRANGER, id, { loginOn: true });
    await world.house.apps.addValue(STRANGER, id, { list: 'redirectUris', key }, CALLBACK);
    return begin(world, id);
  };

  it('is done with a name and a company; whoever makes it is its owner', async () => {
    const { worker, form } = await opened();
    const answer = await worker.send(form, NAMES);
    assert.equal(answer.status, 303);
    const app = await world.app(idOf(answer));
    assert.deepEqual([app.name, app.company], ['J ONE', 'Jone networks']);
    assert.deepEqual(app.members, [{ accountId: STRANGER, role: 'owner' }]);
    const { text } = await worker.open(answer.headers['location']!);
    assert.match(text, /앱을 만들었습니다\. 만든 사람이 오너입니다/);
  });

  it('입력된 회사명으로 카카오 로그인 창에 출력됩니다', async () => {
    const { worker, form } = await opened();
    const id = idOf(await worker.send(form, NAMES));
    const login = await loginOf(id);
    assert.equal(shown(login, 'app-company'), 'Jone networks');
    await worker.change(id, 'basic', { company: '제이원 네트웍스' });
    assert.equal(shown(await begin(world, id), 'app-company'), '제이원 네트웍스');
  });

  it('takes an icon with it, and another one later', async () => {
    const { worker, form } = await opened();
    const id = idOf(await worker.attach(form, NAMES, { field: 'icon', bytes: png, name: '아이콘.png' }));
    const first = (await world.app(id)).iconDocument;
    assert.ok((await loginOf(id)).html.includes(`<img src="/developers/icons/${first}"`));
    const basic = formOn(await worker.page(id), `/developers/apps/${id}/basic`);
    assert.equal((await worker.attach(basic, {}, { field: 'icon', bytes: jpeg, name: 'b.jpg' })).status, 303);
    const second = (await world.app(id)).iconDocument;
    assert.notEqual(second, first);
    assert.ok((await begin(world, id)).html.includes(`<img src="/developers/icons/${second}"`));
    assert.equal(await world.house.documents.byId(first!), undefined);
  });

  it('says what is missing at each field, and keeps what was typed and attached', async () => {
    const { worker, form } = await opened();
    const empty = await worker.send(form, { name: ' ', company: '' });
    assert.equal(empty.status, 422);
    assert.match(empty.text, /data-testid="error-name">입력해 주세요/);
    assert.match(empty.text, /data-testid="error-company">입력해 주세요/);
    const long = await worker.attach(form, { name: '가'.repeat(51), company: 'Jone' }, { field: 'icon', bytes: png, name: 'kept.png' });
    assert.equal(long.status, 422);
    assert.match(long.text, /data-testid="error-name">1자 이상 50자까지/);
    assert.match(long.text, /name="company" type="text" value="Jone"/);
    assert.match(long.text, /data-testid="kept-icon">.*kept\.png/s);
    const id = idOf(await worker.send(formOn(long, NEW), { name: 'J ONE' }));
    assert.ok((await world.app(id)).iconDocument);
  });

  it('takes pictures alone as an icon', async () => {
    const { worker, form } = await opened();
    const { status, text } = await worker.attach(form, NAMES, { field: 'icon', bytes: pdf, name: 'a.png' });
    assert.equal(status, 422);
    assert.match(text, /data-testid="error-icon">첨부할 수 없는 형식입니다/);
    assert.match(text, /value="J ONE"/);
    assert.equal((await world.house.apps.ofMember(STRANGER)).length, 0);
  });

  it('makes one app of a form that is sent twice, at once or later', async () => {
    const { worker, form } = await opened();
    const answers = await Promise.all([worker.send(form, NAMES), worker.send(form, NAMES)]);
    answers.push(await worker.send(form, NAMES));
    assert.equal(new Set(answers.map(idOf)).size, 1);
    assert.equal((await world.house.apps.ofMember(STRANGER)).length, 1);
  });

  it('needs somebody who is signed in, and brings them back', async () => {
    const nobody = await workingAs(world, null);
    for (const answer of [await nobody.open(NEW), await nobody.post(NEW, NAMES)]) {
      assert.equal(answer.status, 303);
      assert.equal(answer.headers['location'], '/account/login?continue=%2Fdevelopers%2Fapps%2Fnew');
    }
    assert.equal((await world.house.apps.all()).length, 10);
  });

  it('is the first step of whoever has no app', async () => {
    const worker = await workingAs(world, STRANGER);
    const { text } = await worker.open('/developers');
    assert.match(text, /data-testid="new-app"/);
    assert.match(text, /data-testid="road"/);
  });

  it('renames an app for its editors, and refuses a form that is out of date', async () => {
    const [owner, page] = [await workingAs(world, OWNER), `/developers/apps/${APPS.biz}/basic`];
    const form = formOn(await owner.page(APPS.biz), page);
    await world.house.apps.rename(OWNER, APPS.biz, { name: '그동안 바뀐 이름' });
    const stale = await owner.send(form, { name: '새 이름' });
    assert.equal(stale.status, 409);
    assert.match(pageOf(stale).section('basic'), /다른 곳에서 내용이 바뀌어.*그동안 바뀐 이름/);
    assert.match(stale.text, /value="새 이름"/);
    assert.equal((await world.app(APPS.biz)).name, '그동안 바뀐 이름');
    assert.equal((await owner.send(formOn(stale, page))).status, 303);
    assert.equal((await world.app(APPS.biz)).name, '새 이름');
  });
});
