import assert from 'node:assert/strict';
import { APPS } from '../helpers/house.ts';
import { describeRooms, OWNER, PARTNER, refused, type Rooms, STRANGER } from '../helpers/rooms.ts';

const CHANNEL = '_xqDemo';
const RETURNING = '03-returning';
const BUTTON = { title: '보기', link: 'https://example.com/' };
const message = (over: object = {}) => ({ text: '안녕하세요', button: BUTTON, groupId: null, ...over });

const relate = async ({ house }: Rooms, accountId: string, relation: 'ADDED' | 'BLOCKED') =>
  house.consent.relate(CHANNEL, (await house.accounts.byId(accountId))!, relation);

describeRooms('메시지 · sending', (rooms) => {
  const sent = () => rooms.house.messages.sent(PARTNER, CHANNEL, { limit: 9 });

  it('reaches each friend once, and nobody who blocked the profile or never added it', async () => {
    await relate(rooms, STRANGER, 'ADDED');
    const { id } = await rooms.house.messages.send(PARTNER, CHANNEL, message());
    const receipts = await rooms.house.messages.receipts(PARTNER, CHANNEL, id, { limit: 99 });
    assert.deepEqual(receipts.map(({ accountId }) => accountId).sort(), [STRANGER, RETURNING]);
    assert.deepEqual(await rooms.house.messages.chats('14-blocked'), []);
  });

  it('stays with whoever blocks the profile later, and the next one does not come', async () => {
    await rooms.house.messages.send(PARTNER, CHANNEL, message({ text: '첫째' }));
    await relate(rooms, RETURNING, 'BLOCKED');
    await refused('nobody_receives', rooms.house.messages.send(PARTNER, CHANNEL, message({ text: '둘째' })));
    const [chat, ...others] = await rooms.house.messages.chats(RETURNING);
    assert.deepEqual([chat?.last.text, chat?.unread, others], ['첫째', 1, []]);
    assert.equal((await sent()).length, 1);
  });

  it('is for managers; members look on, and to strangers it is not there', async () => {
    const { messages } = rooms.house;
    await rooms.change('channels', CHANNEL, {
      managers: [
        { accountId: PARTNER, role: 'master' },
        { accountId: OWNER, role: 'member' },
      ],
    });
    const { id } = await messages.send(PARTNER, CHANNEL, message());
    const group = { appId: APPS.demo, name: '그룹', list: { numbers: ['3900000001'], refused: [], repeated: 0 } };
    assert.equal((await messages.sentOne(OWNER, CHANNEL, id)).recipients, 1);
    for (const by of [OWNER, STRANGER]) {
      await refused('channel_role_missing', messages.send(by, CHANNEL, message()));
      await refused('channel_role_missing', messages.outlook(by, CHANNEL, null));
      await refused('channel_role_missing', messages.addGroup(by, CHANNEL, group));
    }
    await refused('channel_role_missing', messages.sent(STRANGER, CHANNEL, { limit: 1 }));
    await refused('channel_role_missing', messages.sentOne(STRANGER, CHANNEL, id));
  });

  it('refuses a text, a title and a link that cannot be sent, and sends nothing then', async () => {
    for (const [field, over] of [
      ['text', { text: ' \n ' }],
      ['text', { text: 'x'.repeat(1001) }],
      ['button.title', { button: { ...BUTTON, title: '' } }],
      ['button.title', { button: { ...BUTTON, title: 'x'.repeat(15) } }],
      ...[
        'javascript:alert(1)',
        'data:text/html,x',
        '//example.com',
        'https://',
        'https://a b.example.com',
        'https://example.com/\nx',
        'ftp://example.com',
      ].map((link) => ['button.link', { button: { ...BUTTON, link } }] as const),
    ] as const)
      await refused('message_refused', rooms.house.messages.send(PARTNER, CHANNEL, message(over)), { field });
    assert.deepEqual(await sent(), []);
  });

  it('counts who opened and who clicked, and every click', async () => {
    const { messages } = rooms.house;
    await relate(rooms, STRANGER, 'ADDED');
    const { id } = await messages.send(PARTNER, CHANNEL, message());
    const counts = async () => {
      const { recipients, opened, clicked, clicks } = await messages.sentOne(PARTNER, CHANNEL, id);
      return [recipients, opened, clicked, clicks];
    };
    assert.deepEqual(await counts(), [2, 0, 0, 0]);
    await messages.openChat(STRANGER, CHANNEL);
    assert.deepEqual(await counts(), [2, 1, 0, 0]);
    for (let times = 0; times < 3; times += 1) assert.equal(await messages.click(RETURNING, id), BUTTON.link);
    assert.deepEqual(await counts(), [2, 2, 1, 3]);
    assert.equal(await messages.unread(RETURNING), 0, 'whoever clicks has seen it');
  });

  it('counts clicks that come at once', async () => {
    const { messages } = rooms.house;
    const { id } = await messages.send(PARTNER, CHANNEL, message());
    await Promise.all(Array.from({ length: 20 }, () => messages.click(RETURNING, id)));
    assert.equal((await messages.sentOne(PARTNER, CHANNEL, id)).clicks, 20);
  });

  it('has no button for who did not get it, nor where there is none', async () => {
    const { messages } = rooms.house;
    const { id } = await messages.send(PARTNER, CHANNEL, message());
    const plain = await messages.send(PARTNER, CHANNEL, message({ button: null }));
    for (const [accountId, messageId] of [
      [STRANGER, id],
      [RETURNING, plain.id],
      [RETURNING, 'nowhere'],
    ] as const)
      await refused('unknown_message', messages.click(accountId, messageId));
  });

  it('of another profile is not there', async () => {
    const { id } = await rooms.house.messages.send(PARTNER, CHANNEL, message());
    await refused('unknown_message', rooms.house.messages.sentOne(PARTNER, '_xrOidc', id));
  });
});
