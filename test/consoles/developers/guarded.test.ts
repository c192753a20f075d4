/** Every form of 카카오 디벨로퍼스: whom it is for, and that nothing is lost or done twice, whoever else is at work. */
import assert from 'node:assert/strict';
import { appRoles } from '../../../src/apps/index.ts';
import { deeds } from '../../../src/consoles/developers/page.ts';
import { APPS, CALLBACK, describeHouse } from '../../helpers/house.ts';
import { pageOf } from './reading.ts';
import { COLLEAGUE, formOn, OWNER, STRANGER, type Worker, workingAs } from './working.ts';

const APP = APPS.biz;
const PAGE = `/developers/apps/${APP}`;

describeHouse('카카오 디벨로퍼스 · whom a form is for', (world) => {
  /** The path of a deed, about things that there are. */
  const pathOf = async (path: string): Promise<string> => {
    const { key } = await world.key(APP);
    const { text } = await (await workingAs(world, OWNER)).page(APP);
    const admin = /admin-keys\/([0-9a-f]{12})\/apis/.exec(text)?.[1] ?? '';
    return `${PAGE}/${path.replace(':member', OWNER).replace(':key', path.startsWith('admin') ? admin : key)}`;
  };

  for (const { path, needs, files } of deeds) {
    it(`${path}: ${needs}`, async () => {
      const before = await world.app(APP);
      const to = await pathOf(path);
      const tries: [string | null, number, string?][] = [
        [null, 303, '/account/login?continue='],
        [STRANGER, 404],
        ...appRoles.filter((role) => appRoles.indexOf(role) > appRoles.indexOf(needs)).map((role): [string, number] => [role, 403]),
      ];
      for (const [who, status, location] of tries) {
        const role = appRoles.find((each) => each === who);
        if (role) await world.house.apps.setMember(OWNER, APP, COLLEAGUE, role);
        const answer = await (await workingAs(world, role ? COLLEAGUE : who)).post(to);
        assert.equal(answer.status, status, `${who}: ${answer.text}`);
        if (location) assert.ok(answer.headers['location']?.startsWith(location));
      }
      const { members: _members, ...after } = await world.app(APP);
      const { members: _before, ...was } = before;
      assert.deepEqual(after, was);
      assert.equal((await (await workingAs(world, OWNER)).post(`${PAGE}9/${path}`)).status, 404, String(files));
    });
  }
});

describeHouse('카카오 디벨로퍼스 · a form', (world) => {
  let worker: Worker;
  beforeEach(async () => void (worker = await workingAs(world, OWNER)));
  const form = async (path: string, by = worker) => formOn(await by.page(APP), `${PAGE}/${path}`);

  it('that is sent twice is taken once', async () => {
    const count = async () => (await world.app(APP)).keys.length;
    const before = await count();
    const sent = await form('keys');
    const answers = await Promise.all([worker.send(sent), worker.send(sent)]);
    answers.push(await worker.send(sent));
    for (const { status, headers } of answers) assert.deepEqual([status, headers['location']], [303, `${PAGE}?done=keyAdded&in=keys#keys`]);
    assert.equal(await count(), before + 1);
  });

  it('that asks first is taken once, too', async () => {
    const { key } = await world.key(APP);
    const path = `${PAGE}/keys/${key}/replacement`;
    const sent = formOn(await worker.open(path), path);
    await Promise.all([worker.send(sent), worker.send(sent)]);
    const fresh = (await world.key(APP)).key;
    assert.notEqual(fresh, key);
    assert.equal((await worker.send(sent)).status, 303);
    assert.equal((await world.key(APP)).key, fresh);
    assert.equal((await worker.open(path)).status, 404);
  });

  it('of two editors at once: both values of a list are kept', async () => {
    const colleague = await workingAs(world, COLLEAGUE);
    const { key } = await world.key(APP);
    const path = `key-lists/redirectUris/${key}`;
    const field = `redirectUris-${key.slice(0, 12)}`;
    const [mine, theirs] = [await form(path), await form(path, colleague)];
    await Promise.all([
      worker.send(mine, { [field]: 'https://a.example/in' }),
      colleague.send(theirs, { [field]: 'https://b.example/in' }),
    ]);
    const { redirectUris } = await world.key(APP);
    for (const uri of ['https://a.example/in', 'https://b.example/in']) assert.ok(redirectUris.includes(uri), uri);
  });

  it('of two editors at once: the second sees what the first has saved, and may save over it', async () => {
    const colleague = await workingAs(world, COLLEAGUE);
    const [mine, theirs] = [await form('items'), await form('items', colleague)];
    const email = { 'items.account_email.on': 'on', 'items.account_email.state': 'required' };
    await worker.send(mine, { ...email, 'items.account_email.purpose': '주문 안내' });
    const stale = await colleague.send(theirs, { ...email, 'items.account_email.purpose': '회원 식별' });
    assert.equal(stale.status, 409);
    assert.match(pageOf(stale).section('items'), /다른 곳에서 내용이 바뀌어.*지금 저장된 값: 주문 안내/);
    assert.match(stale.text, /value="회원 식별"/);
    const purpose = async () => (await world.app(APP)).items.find(({ id }) => id === 'account_email')?.purpose;
    assert.equal(await purpose(), '주문 안내');
    await colleague.send(formOn(stale, `${PAGE}/items`));
    assert.equal(await purpose(), '회원 식별');
  });

  it('whose session is over is not applied, and its sender comes back to the page', async () => {
    const sent = await form('login');
    const nobody = await workingAs(world, null);
    const answer = await nobody.send(sent);
    assert.equal(answer.status, 303);
    const back = new URL(answer.headers['location']!, world.url).searchParams.get('continue');
    assert.equal(back, `${PAGE}/login`);
    assert.equal((await worker.open(back)).headers['location'], `${PAGE}#login`);
    assert.equal((await world.app(APP)).loginOn, false);
  });

  it('that was opened by somebody else is not applied in another name', async () => {
    const colleague = await workingAs(world, COLLEAGUE);
    const answer = await colleague.send(await form('login'));
    assert.equal(answer.status, 409);
    assert.match(pageOf(answer).section('login'), /다른 사람으로 로그인해 저장하지 않았습니다/);
    assert.equal((await world.app(APP)).loginOn, false);
  });

  it('of another site is refused', async () => {
    const { status } = await worker.send({ ...(await form('login')), action: `${PAGE}/login` });
    assert.equal(status, 303);
    const foreign = await fetch(`${world.url}${PAGE}/login`, {
      method: 'POST',
      headers: { Origin: 'https://evil.example' },
      body: new URLSearchParams({ on: 'true' }),
    });
    assert.equal(foreign.status, 403);
  });

  it('says what is wrong beside the field, keeps what was typed, and shows that part of the page', async () => {
    const { key } = await world.key(APP);
    const path = `key-lists/redirectUris/${key}`;
    const field = `redirectUris-${key.slice(0, 12)}`;
    const sent = await form(path);
    assert.ok(sent.action.endsWith('#redirect-uris'));
    const wrong = await worker.send(sent, { [field]: 'localhost:3000/oauth' });
    assert.equal(wrong.status, 422);
    assert.match(wrong.text, new RegExp(`data-testid="error-${field}">스킴으로 시작하고`));
    assert.match(wrong.text, /value="localhost:3000\/oauth"/);
    assert.match((await worker.send(sent, { [field]: CALLBACK })).headers['location'] ?? '', /done=saved&in=redirect-uris#redirect-uris$/);
    assert.match((await worker.send(await form(path), { [field]: CALLBACK })).text, /이미 등록된 값입니다/);
  });
});
