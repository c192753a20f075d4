/** Forms of the consoles over HTTP: taken once, refused with what to mend, and never over somebody else's change. */
import assert from 'node:assert/strict';
import { ALL } from '../../../src/store/index.ts';
import { describeHouse } from '../../helpers/house.ts';
import { useBrowser } from './door.ts';

type Fields = Record<string, string>;

describeHouse('콘솔 · a form', (world) => {
  const browser = useBrowser(world);
  const open = async (path: string) => (await browser().get(path)).body;
  const send = (path: string, fields: Fields) => browser().post(path).type('form').send(new URLSearchParams(fields).toString());
  const hidden = ({ draft: { once, version, as } }: { draft: Record<string, string> }): Fields =>
    ({ once, as, ...(version && { version }) }) as Fields;
  const people = async (): Promise<number> => (await world.house.store.find('accounts', 'all', ALL)).length;
  const NEW = { email: 'dev@shop.example', nickname: '개발자' };

  it('is applied, and leads on to a page that says so', async () => {
    const answer = await send('/people/new', { ...hidden(await open('/people/new')), ...NEW });
    const { id } = (await world.house.accounts.byLogin(NEW.email))!;
    assert.equal(answer.status, 303);
    assert.equal(answer.headers.location, `/people?done=saved#${id}`);
    assert.equal((await open('/people?done=saved')).done, '저장했습니다.');
  });

  it('that is sent twice answers the same both times and makes one account', async () => {
    const fields = { ...hidden(await open('/people/new')), ...NEW };
    const before = await people();
    const answers = await Promise.all([send('/people/new', fields), send('/people/new', fields)]);
    const later = await send('/people/new', fields);
    assert.deepEqual(new Set([...answers, later].map(({ headers }) => headers.location)).size, 1);
    assert.equal(await people(), before + 1);
  });

  it('that was gone back to and filled in anew is another one: nothing of it is lost', async () => {
    const fields = { ...hidden(await open('/people/new')), ...NEW };
    await send('/people/new', fields);
    const before = await people();
    assert.equal((await send('/people/new', { ...fields, email: 'another@shop.example' })).status, 303);
    assert.equal(await people(), before + 1);
  });

  it('that is opened twice makes two, and the second is refused in words for what it repeats', async () => {
    await send('/people/new', { ...hidden(await open('/people/new')), ...NEW });
    const again = await send('/people/new', { ...hidden(await open('/people/new')), ...NEW });
    assert.equal(again.status, 422);
    assert.match(again.body.draft.errors.email, /이미 사용 중인 이메일/);
  });

  it('is drawn again with what was typed, what is wrong with it, and the same token', async () => {
    const opened = await open('/people/new');
    const { status, body } = await send('/people/new', { ...hidden(opened), email: 'dev', nickname: '' });
    assert.equal(status, 422);
    assert.deepEqual(Object.keys(body.draft.errors).sort(), ['email', 'nickname']);
    assert.equal(body.draft.typed.email, 'dev');
    assert.equal(body.draft.once, opened.draft.once);
  });

  it('can be mended and sent again', async () => {
    const opened = await open('/people/new');
    await send('/people/new', { ...hidden(opened), ...NEW, email: 'dev' });
    assert.equal((await send('/people/new', { ...hidden(opened), ...NEW })).status, 303);
  });

  it('is taken as it comes from somebody without a page of ours', async () => {
    assert.equal((await send('/people/new', NEW)).status, 303);
    assert.equal((await send('/settings', { company: '손님', era: '2019' })).status, 303);
  });

  it('says what a broken rule means for its fields, with the rule’s own details', async () => {
    const { status, body } = await send('/settings', { ...hidden(await open('/settings')), company: 'taken', era: '2019' });
    assert.equal(status, 422);
    assert.deepEqual(body.form.problems.list, [{ label: '회사명', text: '20자까지 입력할 수 있습니다.', href: '#f-company' }]);
  });

  it('says it of several fields, in the order of the form', async () => {
    const { body } = await send('/settings', { company: 'two', era: '2019' });
    assert.deepEqual(
      body.form.problems.list.map(({ label, text }: Record<string, string>) => `${label}: ${text}`),
      ['회사명: 입력해 주세요.', '시기: 입력해 주세요.'],
    );
  });

  it('passes on what no rule of it names', async () => {
    const { status } = await send('/settings', { company: 'boom', era: '2019' });
    assert.equal(status, 500);
    assert.match(String(world.reported.pop()), /boom/);
  });

  it('never says what an address puts into ?done=', async () => {
    for (const text of ['<b>hello</b>', 'hello', 'toString', '__proto__', '']) {
      assert.equal((await open(`/people?${new URLSearchParams({ done: text })}`)).done, null);
    }
    assert.equal((await open('/people?done=saved&done=removed')).done, null);
  });
});
