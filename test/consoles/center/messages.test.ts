import assert from 'node:assert/strict';
import { png } from '../../documents/files.ts';
import { clerk } from '../../helpers/clerk.ts';
import { describeHouse } from '../../helpers/house.ts';
import { OWNER, PARTNER, STRANGER } from '../../helpers/rooms.ts';
import { befriends, CHANNEL, GROUPS, idOf, MESSAGES, reader, RETURNING, sender } from './sending.ts';

const EVIL = `<img src=x onerror=alert(1)>"'&</script>\u202Ecba`;

describeHouse('메시지 보내기 · in the centre', (world) => {
  const sent = () => world.house.messages.sent(PARTNER, CHANNEL, { limit: 9 });

  it('shows what it will look like and who gets it, and sends nothing before that was confirmed', async () => {
    const partner = await sender(world);
    const preview = await partner.send(await partner.open(`${MESSAGES}/new`), {
      to: 'all',
      text: '첫 줄\r\n둘째 줄',
      title: '보기',
      link: 'https://example.com/?a=1&b=2',
    });
    assert.match(preview.html, /첫 줄\n둘째 줄/);
    assert.match(preview.read('confirm') ?? '', /전체 친구 받을 사람 1명 버튼 링크 https:\/\/example\.com\/\?a=1&b=2/);
    assert.deepEqual(await sent(), []);
    const back = await partner.send(preview, { back: 'yes' });
    assert.deepEqual(Object.fromEntries(back.fields).link, 'https://example.com/?a=1&b=2');
    assert.deepEqual(await sent(), []);
  });

  it('sends once, however often it is confirmed', async () => {
    const partner = await sender(world);
    const preview = await partner.send(await partner.open(`${MESSAGES}/new`), { to: 'all', text: '한 번만' });
    const answers = await Promise.all([1, 2, 3].map(() => partner.post(preview, { confirmed: 'yes' })));
    assert.deepEqual(new Set(answers.map(({ status, headers }) => `${status} ${headers.location}`)).size, 1);
    assert.equal((await sent()).length, 1);
  });

  it('names what is wrong, field by field, and keeps what was typed', async () => {
    const partner = await sender(world);
    const form = await partner.open(`${MESSAGES}/new`);
    for (const [filled, field] of [
      [{ text: ' ' }, 'text'],
      [{ text: 'x'.repeat(1001) }, 'text'],
      [{ text: 'x', title: '보기' }, 'link'],
      [{ text: 'x', link: 'https://example.com' }, 'title'],
      [{ text: 'x', title: '보기', link: 'javascript:alert(1)' }, 'link'],
      [{ text: 'x', title: 'x'.repeat(15), link: 'https://example.com' }, 'title'],
    ] as const) {
      const answer = await partner.send(form, { to: 'all', ...filled });
      assert.equal(answer.status, 422, JSON.stringify(filled));
      assert.match(answer.html, new RegExp(`class="field wrong" data-testid="field-${field}"`));
    }
    assert.equal((await partner.send(form, { text: 'x', to: 'nowhere' })).status, 404);
    assert.equal((await partner.send(form, { to: 'all', text: `${'x'.repeat(998)}\r\ny` })).status, 200, 'a line break is one character');
  });

  it('is not offered to members, and is nowhere for strangers', async () => {
    await world.change('channels', CHANNEL, {
      managers: [
        { accountId: PARTNER, role: 'master' },
        { accountId: OWNER, role: 'member' },
      ],
    });
    const member = await clerk(world, OWNER);
    assert.match((await member.open(MESSAGES)).html, /<button[^>]*disabled[^>]*data-testid="compose"/);
    assert.equal((await member.open(`${MESSAGES}/new`)).status, 403);
    assert.equal((await member.open(GROUPS)).html.includes('<form class="card'), false);
    const stranger = await clerk(world, STRANGER);
    for (const path of [MESSAGES, `${MESSAGES}/new`, GROUPS]) assert.equal((await stranger.open(path)).status, 404, path);
  });

  it('shows hostile text as text, in the centre and on the phone', async () => {
    const partner = await sender(world);
    await world.change('channels', CHANNEL, { name: EVIL });
    const message = await partner.sends({ text: EVIL, title: `"><b>'&`, link: 'https://example.com/"><script>alert(1)</script>' });
    const phone = await reader(world, RETURNING.id);
    const pages = [message.html, await phone.open('/talk/messages'), await phone.open(`/talk/channels/${CHANNEL}/messages`)];
    for (const html of pages) assert.doesNotMatch(html, /<img src=x|<b>'|<script>alert/);
    assert.equal(message.read('preview-text'), EVIL);
  });

  it('lists what was sent, page by page, newest first', async () => {
    for (let at = 1; at <= 21; at += 1)
      await world.house.messages.send(PARTNER, CHANNEL, { text: `${at}번째`, button: null, groupId: null });
    const partner = await sender(world);
    const first = await partner.open(MESSAGES);
    assert.ok(first.html.indexOf('21번째') < first.html.indexOf('20번째'));
    assert.ok(!first.html.includes('>1번째'));
    const [, older] = /href="([^"]*before=[^"]*)"/.exec(first.html) ?? [];
    assert.match((await partner.open(older!)).html, />1번째/);
  });
});

describeHouse('친구그룹 · in the centre', (world) => {
  it('refuses what is no list by its content, and tells of what is missing', async () => {
    const partner = await sender(world);
    for (const [content, text] of [
      [png, /텍스트 파일이 아닙니다/],
      ['x'.repeat(1024 * 1024 + 1), /파일이 너무 큽니다. 1MB까지/],
      ['이름\n홍길동\n', /회원번호가 하나도 없습니다/],
    ] as const) {
      const answer = await partner.uploads(content);
      assert.equal(answer.status, 422);
      assert.match(answer.read('form-problems') ?? '', text);
    }
    const nothing = await partner.send(await partner.open(GROUPS), { name: '이름만' });
    assert.match(nothing.read('form-problems') ?? '', /회원번호 목록 파일을 선택해 주세요/);
    assert.deepEqual(await world.house.messages.groups(PARTNER, CHANNEL), []);
  });

  it('is called as its file, and shown as text whatever that is called', async () => {
    const partner = await sender(world);
    const group = await partner.uploads(`3900000001\n${EVIL}`, {}, 'C:\\회원\\<i>봄 회원.csv');
    assert.match(group.html, /<h1>&lt;i&gt;봄 회원/);
    assert.doesNotMatch(group.html, /<img src=x/);
    assert.ok(group.read('group-numbers')?.includes(EVIL));
  });

  it('is chosen beforehand where one comes from it, and can be removed', async () => {
    await befriends(world, STRANGER);
    const partner = await sender(world);
    const id = idOf(await partner.uploads('3900000001'));
    assert.match((await partner.open(`${MESSAGES}/new?to=${id}`)).html, new RegExp(`<option value="${id}" selected`));
    const gone = await partner.send(await partner.open(`${GROUPS}/${id}/removal`));
    assert.equal(gone.read('done'), '친구그룹을 삭제했습니다.');
    assert.equal((await partner.open(`${GROUPS}/${id}`)).status, 404);
  });
});
