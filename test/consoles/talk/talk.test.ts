import assert from 'node:assert/strict';
import { DAY } from '../../../src/clock.ts';
import { describeHouse } from '../../helpers/house.ts';
import { CHANNEL, openPhone, textOf } from '../phone.ts';

describeHouse('카카오톡 · who is it', (world) => {
  it('offers every persona with one click, and a form for everybody', async () => {
    const html = await (await openPhone(world)).html();
    for (const { key } of await world.house.accounts.personas()) assert.match(html, new RegExp(`data-testid="talk-persona-${key}"`));
    assert.match(html, /data-testid="talk-login"/);
  });

  it('opens the KakaoTalk of a persona, remembered by a cookie that scripts cannot read', async () => {
    const phone = await openPhone(world);
    const answer = await phone.post('/talk/session', { persona: 'returning' });
    assert.deepEqual([answer.status, answer.headers.location], [303, '/talk']);
    assert.match(String(answer.headers['set-cookie']), /^kakao_sync_talk=[\w-]{20,}; path=\/; samesite=lax; httponly$/i);
    assert.equal(textOf(await phone.html(), 'talk-me'), '다시온');
  });

  it('opens it by e-mail or phone and password', async () => {
    for (const loginId of ['Returning@example.com', (await world.house.accounts.persona('returning'))?.phone ?? '']) {
      const phone = await openPhone(world);
      await phone.post('/talk/session', { loginId, password: 'demo1234' });
      assert.equal(textOf(await phone.html(), 'talk-me'), '다시온');
    }
  });

  it('refuses a wrong password and an unknown persona with a sentence, and keeps what was typed', async () => {
    const phone = await openPhone(world);
    const wrong = await phone.post('/talk/session', { loginId: 'returning@example.com', password: 'no' });
    assert.equal(wrong.status, 422);
    assert.match(textOf(wrong.text, 'talk-error') ?? '', /맞지 않습니다/);
    assert.match(wrong.text, /value="returning@example.com"/);
    assert.equal((await phone.post('/talk/session', { persona: 'nobody' })).status, 422);
    assert.equal(textOf(await phone.html(), 'talk-me'), null);
  });

  it('signs out, and the session is over then', async () => {
    const phone = await openPhone(world, 'han');
    await phone.post('/talk/session/end');
    assert.equal(textOf(await phone.html(), 'talk-me'), null);
    const [left] = await world.house.store.find('sessions', 'all', '*');
    assert.equal(left, undefined);
  });

  it('ends the old session when somebody else signs in', async () => {
    const phone = await openPhone(world, 'han');
    await phone.post('/talk/session', { persona: 'returning' });
    const sessions = await world.house.store.find('sessions', 'all', '*');
    assert.deepEqual(
      sessions.map(({ accountId }) => accountId),
      ['03-returning'],
    );
  });

  it('forgets who it was after a day of house time', async () => {
    const phone = await openPhone(world, 'han');
    world.clock.advance(DAY);
    assert.equal(textOf(await phone.html(), 'talk-me'), null);
  });

  it('refuses what a page of another origin sends, sign-in included', async () => {
    const { default: supertest } = await import('supertest');
    for (const path of ['/talk/session', '/talk/session/end', `/talk/channels/${CHANNEL}/friendship`]) {
      const answer = await supertest(world.url)
        .post(path)
        .set('Origin', 'http://localhost:3000')
        .type('form')
        .send({ persona: 'han', relation: 'ADDED' });
      assert.equal(answer.status, 403, path);
    }
  });
});

describeHouse('카카오톡 · channels', (world) => {
  const relation = async (key: string, channelId = CHANNEL) =>
    (await world.house.channels.relation(channelId, (await world.house.accounts.persona(key))?.id ?? ''))?.relation;

  it('lists every channel with how one stands to it', async () => {
    const html = await (await openPhone(world, 'blocked')).html();
    for (const { id } of await world.house.channels.all()) assert.match(html, new RegExp(`data-testid="talk-relation-${id}"`));
    assert.equal(textOf(html, `talk-relation-${CHANNEL}`), '차단됨');
    assert.equal(textOf(html, `talk-add-${CHANNEL}`), '차단 해제');
    assert.equal(textOf(html, `talk-block-${CHANNEL}`), null);
  });

  it('adds, blocks and adds again', async () => {
    const phone = await openPhone(world, 'new');
    assert.equal(textOf(await phone.html(), `talk-relation-${CHANNEL}`), '추가 전');
    for (const [move, shown] of [
      ['ADDED', '추가됨'],
      ['BLOCKED', '차단됨'],
      ['ADDED', '추가됨'],
    ] as const) {
      const answer = await phone.press(move);
      assert.deepEqual([answer.status, answer.headers.location], [303, `/talk#${CHANNEL}`]);
      assert.deepEqual([await relation('new'), textOf(await phone.html(), `talk-relation-${CHANNEL}`)], [move, shown]);
    }
  });

  it('tells a person without KakaoTalk so, offers nothing, and refuses a request that is made anyway', async () => {
    const phone = await openPhone(world, 'no-talk');
    const html = await phone.html();
    assert.match(html, /이 계정은 카카오톡을 사용하지 않아 채널을 추가하거나 차단할 수 없습니다/);
    assert.doesNotMatch(html, /talk-add-/);
    const answer = await phone.press('ADDED');
    assert.equal(answer.status, 400);
    assert.match(textOf(answer.text, 'problem') ?? '', /카카오톡을 사용하지 않아/);
    assert.equal(await relation('no-talk'), undefined);
  });

  it('names what is wrong with an unknown channel or relation', async () => {
    const phone = await openPhone(world, 'new');
    assert.equal((await phone.press('ADDED', '_nothere')).status, 404);
    assert.equal((await phone.press('FRIEND')).status, 400);
    assert.equal((await phone.post(`/talk/channels/${CHANNEL}/friendship`)).status, 400);
  });

  it('sends who is not signed in to the choice of people, and changes nothing', async () => {
    const answer = await (await openPhone(world)).press('ADDED');
    assert.deepEqual([answer.status, answer.headers.location], [303, '/talk']);
    assert.deepEqual(await world.house.webhooks.recent({ limit: 9 }), []);
  });

  it('a tab that was drawn for somebody else changes nothing for either', async () => {
    const phone = await openPhone(world, 'new');
    await phone.post('/talk/session', { persona: 'han' });
    const answer = await phone.press('ADDED', CHANNEL, { as: '02-new' });
    assert.equal(answer.status, 409);
    assert.deepEqual([await relation('new'), await relation('han')], [undefined, undefined]);
  });

  it('speaks English, too', async () => {
    const phone = await openPhone(world, 'new');
    await phone.post('/talk/session?lang=en', { persona: 'new' });
    const html = await phone.html();
    assert.match(html, /<html lang="en">/);
    assert.equal(textOf(html, `talk-add-${CHANNEL}`), 'Add');
    assert.doesNotMatch(
      html.replace(
        /한국어|<h3[\s\S]*?<\/h3>|<p class="note">@[\s\S]*?<\/p>|<strong data-testid="talk-me">.*?<\/strong>|SIMULATOR · 테스트 전용|portrait[\s\S]*?<\/span>/g,
        '',
      ),
      /[가-힣]/,
    );
  });
});
