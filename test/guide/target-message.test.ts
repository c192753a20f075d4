/** 타겟 메시지: "운영 중인 플러스친구를 인증하거나 타겟 메시지를 발송할 수 있는 관리자센터". From a list of members to their clicks. */
import assert from 'node:assert/strict';
import { befriends, CHANNEL, GROUPS, idOf, joins, MESSAGES, reader, RETURNING, sender } from '../consoles/center/sending.ts';
import { APPS, describeHouse } from '../helpers/house.ts';

describeHouse('타겟 메시지 · a message to the members who are friends', (world) => {
  it('내 회원 목록을 올리고, 친구인 회원에게만 보내고, 클릭을 센다', async () => {
    const big = await joins(world, 'big-number', { asFriend: true });
    assert.equal(big.length, 19, 'a number beyond what JavaScript counts exactly');
    const notFriend = await joins(world, 'han', { asFriend: false });
    const blocked = await joins(world, 'new', { asFriend: true });
    await world.house.consent.relate(CHANNEL, (await world.house.accounts.persona('new'))!, 'BLOCKED');

    const partner = await sender(world);
    const list = ['회원번호', RETURNING.number, big, notFriend, blocked, '3999999999', RETURNING.number, '홍길동', ''].join('\r\n');
    const group = await partner.uploads(list, { name: '봄 신상 관심 회원' });
    assert.equal(group.status, 200, group.html);
    const facts = group.read('group-facts') ?? '';
    for (const fact of ['등록 시도 7개', '등록 성공 5개', '친구 수 2명', '중복된 회원번호 1개']) assert.ok(facts.includes(fact), facts);
    const numbers = group.read('group-numbers') ?? '';
    for (const named of [
      `메시지를 받을 수 있는 친구 (2명) ${RETURNING.number}, ${big}`,
      `친구가 아닌 사용자 (1명) ${notFriend}`,
      `차단한 사용자 (1명) ${blocked}`,
      '앱의 사용자가 아닌 회원번호 (1개) 3999999999',
      '회원번호가 아닌 줄 (1개) 홍길동',
    ])
      assert.ok(numbers.includes(named), `${named} in ${numbers}`);

    const sent = await partner.sends({
      to: idOf(group),
      text: '봄 신상이 나왔어요',
      title: '보러 가기',
      link: 'https://shop.example.com/spring?a=1',
    });
    assert.equal(sent.read('done'), '메시지를 보냈습니다.');
    assert.match(sent.read('message-facts') ?? '', /받는 사람 봄 신상 관심 회원 받은 사람 2명 열어 본 사람 0명 버튼 클릭 0명, 0번/);
    for (const number of [notFriend, blocked, '3999999999']) assert.ok(sent.read('skipped')?.includes(number), number);

    const member = await reader(world, RETURNING.id);
    assert.match(await member.open('/talk/messages'), /봄 신상이 나왔어요/);
    assert.match(await member.open(`/talk/channels/${CHANNEL}/messages`), /보러 가기/);
    for (let times = 0; times < 2; times += 1) {
      const answer = await member.press(idOf(sent));
      assert.deepEqual([answer.status, answer.headers.location], [303, 'https://shop.example.com/spring?a=1']);
    }
    const stranger = await reader(world, (await world.house.accounts.persona('han'))!.id);
    assert.doesNotMatch(await stranger.open('/talk/messages'), /봄 신상/);

    const after = await partner.open(`${MESSAGES}/${idOf(sent)}`);
    assert.match(after.read('message-facts') ?? '', /받은 사람 2명 열어 본 사람 1명 버튼 클릭 1명, 2번/);
    assert.match(after.read(`receipt-${RETURNING.id}`) ?? '', /2$/);
  });

  it('the group is kept, and counts who is a friend by the day it is used', async () => {
    const number = await joins(world, 'han', { asFriend: false });
    const partner = await sender(world);
    const group = await partner.uploads(number);
    assert.match(group.read('group-facts') ?? '', /친구 수 0명/);
    const preview = await partner.send(await partner.open(`${MESSAGES}/new`), { to: idOf(group), text: '안녕하세요' });
    assert.match(preview.read('confirm') ?? '', /지금 이 메시지를 받을 친구가 없습니다/);
    assert.equal((await partner.send(preview, { confirmed: 'yes' })).status, 422);

    await befriends(world, '01-han');
    const sent = await partner.sends({ to: idOf(group) });
    assert.match(sent.read('message-facts') ?? '', /받은 사람 1명/);
    assert.ok((await partner.open(GROUPS)).html.includes('회원'), 'the group has the name of its file');
  });

  it('연결되지 않은 앱의 회원번호로는 보낼 수 없다', async () => {
    const partner = await sender(world);
    const other = await partner.uploads(RETURNING.number, { app: APPS.ellaBongBong });
    assert.equal(other.status, 422);
    assert.match(other.read('form-problems') ?? '', /이 프로필과 연결된 앱을 골라 주세요/);

    const group = await partner.uploads(RETURNING.number);
    const preview = await partner.send(await partner.open(`${MESSAGES}/new`), { to: idOf(group), text: '안녕하세요' });
    await world.house.store.write(async (tx) => tx.remove('connections', `${APPS.demo}:${CHANNEL}`));
    const refused = await partner.send(preview, { confirmed: 'yes' });
    assert.equal(refused.status, 422);
    assert.match(refused.read('form-problems') ?? '', /더는 이 프로필과 연결되어 있지 않습니다/);
  });
});
