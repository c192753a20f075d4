import assert from 'node:assert/strict';
import { describeHouse, type World } from '../../helpers/house.ts';
import { PARTNER, STRANGER } from '../../helpers/rooms.ts';
import { CHANNEL, openPhone, textOf } from '../phone.ts';
import { reader, RETURNING } from '../center/sending.ts';

const LINK = 'https://shop.example.com/%EB%B4%84/?q=a%20b&x=|#봄';

const send = async ({ house }: World, link = LINK, text = '봄 신상') =>
  (await house.messages.send(PARTNER, CHANNEL, { text, button: { title: '보기', link }, groupId: null })).id;
const shownIn = (html: string): string[] => [...html.matchAll(/data-testid="talk-channel-([^"]*)"/g)].map(([, id]) => id!);

describeHouse('카카오톡 · finding a channel', (world) => {
  const found = async (q: string) => shownIn(await (await reader(world, STRANGER)).open(`/talk?q=${encodeURIComponent(q)}`));

  it('by a part of its name or of its search id, however it is written', async () => {
    const { name, searchId } = (await world.house.channels.byId(CHANNEL))!;
    for (const q of [name, name.slice(0, 2), searchId, searchId.slice(1, 3), ` ${name.normalize('NFD')} `])
      assert.ok((await found(q)).includes(CHANNEL), q);
    assert.deepEqual(await found('oidc'), await found('OIDC'));
  });

  it('says so where there is none, and shows all of them for nothing typed', async () => {
    assert.match(await (await reader(world, STRANGER)).open('/talk?q=%00<b>'), /talk-not-found/);
    assert.equal((await found(' ')).length, (await world.house.channels.all()).length);
  });

  it('lists those that were added before the others, and the blocked ones last', async () => {
    await (await openPhone(world, 'han')).press('ADDED', CHANNEL);
    await (await openPhone(world, 'han')).press('BLOCKED', '_xaGdm');
    const ids = shownIn(await (await reader(world, STRANGER)).open('/talk'));
    assert.deepEqual([ids[0], ids.at(-1)], [CHANNEL, '_xaGdm']);
  });
});

describeHouse('카카오톡 · a channel and its chat', (world) => {
  it('has its name, search id, sign of certification and number of friends, and is added from there', async () => {
    const phone = await openPhone(world, 'han');
    const answer = await phone.press('ADDED', CHANNEL, { from: 'channel' });
    assert.equal(answer.headers.location, `/talk/channels/${CHANNEL}`);
    const html = await (await reader(world, STRANGER)).open(`/talk/channels/${CHANNEL}`);
    assert.match(html, /data-testid="talk-certified"/);
    assert.equal(textOf(html, 'talk-friends'), '친구 2명');
    assert.equal(textOf(html, `talk-relation-${CHANNEL}`), '추가됨');
    assert.doesNotMatch(await (await reader(world, STRANGER)).open('/talk/channels/_xtDly'), /talk-certified/);
  });

  it('is not there under another id, and nothing is for who is not signed in', async () => {
    assert.match(await (await reader(world, STRANGER)).open('/talk/channels/_nothere'), /data-testid="problem"/);
    for (const path of ['/talk/messages', `/talk/channels/${CHANNEL}`, '/talk/services']) {
      const { url } = await world.visitor().open(path);
      assert.equal(url.pathname, '/talk', path);
    }
  });

  it('counts what was not opened, until the chat is looked at', async () => {
    const phone = await reader(world, RETURNING.id);
    await send(world);
    await send(world);
    assert.match(await phone.open('/talk'), /data-testid="talk-unread">2</);
    assert.match(await phone.open(`/talk/channels/${CHANNEL}`), /봄 신상/);
    assert.match(await phone.open('/talk'), /data-testid="talk-unread">2</, 'the page of the channel is not the chat');
    await phone.open(`/talk/channels/${CHANNEL}/messages`);
    assert.doesNotMatch(await phone.open('/talk'), /talk-unread/);
  });

  it('says in the chat that nothing will come from a channel that was blocked', async () => {
    await send(world);
    await (await openPhone(world, RETURNING.key)).press('BLOCKED');
    assert.match(await (await reader(world, RETURNING.id)).open(`/talk/channels/${CHANNEL}/messages`), /봄 신상[\s\S]*차단한 채널입니다/);
  });
});

describeHouse('카카오톡 · the button of a message', (world) => {
  it('leads to the link as it was sent, letter by letter; only what a header cannot hold is encoded', async () => {
    const phone = await reader(world, RETURNING.id);
    for (const [link, to] of [
      [LINK, LINK.replace('봄', '%EB%B4%84')],
      ['HTTP://Example.com:80/a/../b?%7e', 'HTTP://Example.com:80/a/../b?%7e'],
    ] as const) {
      const answer = await phone.press(await send(world, link));
      assert.deepEqual([answer.status, answer.headers.location], [303, to]);
    }
  });

  it('is no way to anywhere else: not for others, not by parameters, not by following a link', async () => {
    const id = await send(world);
    const stranger = await reader(world, STRANGER);
    const phone = await reader(world, RETURNING.id);
    assert.equal((await stranger.press(id)).status, 404);
    assert.equal((await phone.press(`${id}?link=https://evil.example.com`).query({})).status, 404);
    const answer = await phone.press(id).type('form').send({ link: 'https://evil.example.com/' });
    assert.match(answer.headers.location ?? '', /^https:\/\/shop\.example\.com\//);
    assert.match(await phone.open(`/talk/messages/${id}/clicks`), /data-testid="problem"/, 'a GET counts nothing');
    assert.equal((await phone.press(id).set('Origin', 'https://evil.example.com')).status, 403);
    assert.equal((await world.house.messages.sentOne(PARTNER, CHANNEL, id)).clicks, 1);
  });
});
