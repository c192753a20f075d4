/** 고객센터 over HTTP: what the desk does, only once it was confirmed. */
import assert from 'node:assert/strict';
import { press, shown, textOf } from '../../helpers/forms.ts';
import { APPS, describeHouse } from '../../helpers/house.ts';
import { act, APP, approveNewest, DESK, TERM } from './acts.ts';

describeHouse('고객센터 · an app', (world) => {
  const connected = async () => (await world.house.sync.connections(APP)).map(({ channelId }) => channelId);
  const tags = async () => (await world.house.terms.approved(APP)).map(({ tag }) => tag);

  it('is found among all apps, with what the desk can do for it', async () => {
    const list = await world.visitor().open('/_sim/desk');
    assert.match(shown(list, `service-${APP}`), /온담상점 1402026 연결된 프로필 2개, 승인된 약관 4개/);
    const page = await world.visitor().open(DESK);
    assert.match(shown(page, 'service-profiles'), /온담상점 _xpDnk.*온담상점 이벤트 _xpEvt/);
    assert.match(shown(page, 'service-terms'), /service_20260105.*thirdparty_20260105/);
    assert.match(
      (await world.visitor().open(`/_sim/desk/${APPS.plain}`)).html,
      /승인된 약관이 없습니다.*연결된 프로필이 없습니다|연결된 프로필이 없습니다/s,
    );
    assert.equal((await world.visitor().open('/_sim/desk/999')).status, 404);
  });

  it('disconnects a profile once that was confirmed, and writes it down', async () => {
    const visitor = world.visitor();
    const path = `${DESK}/profiles/_xpEvt/disconnections`;
    const asked = await press(visitor, await visitor.open(path), 'act-next', { note: '이벤트가 끝났습니다' });
    assert.match(textOf(asked.html), /연결을 해제할까요\?.*온담상점 이벤트 \(_xpEvt\).*이벤트가 끝났습니다/);
    assert.deepEqual(await connected(), ['_xpDnk', '_xpEvt'], 'nothing happens before');
    const back = await press(visitor, asked, 'confirm-back');
    assert.match(back.html, /이벤트가 끝났습니다<\/textarea>/);
    const after = await press(visitor, asked, 'confirm-do');
    assert.equal(after.url.pathname, DESK);
    assert.equal(shown(after, 'done'), '연결을 해제했습니다.');
    assert.deepEqual(await connected(), ['_xpDnk']);
    assert.match(shown(after, 'desk-log'), /온담상점 온담상점 이벤트 연결 해제 문의 내용: 이벤트가 끝났습니다/);
    assert.match(shown(await visitor.open('/_sim/desk'), 'desk-log'), /온담상점 이벤트 연결 해제/);
  });

  it('disconnects once: pressed twice it is done once, and another desk is told that it is done', async () => {
    const [one, other] = [world.visitor(), world.visitor()];
    const path = `${DESK}/profiles/_xpEvt/disconnections`;
    const [first, second] = [await press(one, await one.open(path), 'act-next'), await press(other, await other.open(path), 'act-next')];
    const both = await Promise.all([press(one, first, 'confirm-do'), press(one, first, 'confirm-do')]);
    assert.deepEqual(
      both.map(({ url }) => url.pathname),
      [DESK, DESK],
    );
    const late = await press(other, second, 'confirm-do');
    assert.equal(late.status, 422);
    assert.match(shown(late, 'form-problems'), /이미 연결되어 있지 않은 프로필/);
    assert.equal((await world.house.sync.deskLog()).length, 1);
  });

  it('warns about the profile that is on the consent screen', async () => {
    const visitor = world.visitor();
    const shownOne = (await world.app(APP)).channelOnConsent!;
    const asked = await press(visitor, await visitor.open(`${DESK}/profiles/${shownOne}/disconnections`), 'act-next');
    assert.match(textOf(asked.html), /지금 동의 화면에 나오는 프로필입니다/);
    await press(visitor, asked, 'confirm-do');
    assert.equal((await world.app(APP)).channelOnConsent, null);
  });

  it('reorders terms: each place once, and not into the order there is', async () => {
    const visitor = world.visitor();
    const page = await visitor.open(`${DESK}/orders`);
    const twice = await press(visitor, page, 'act-next', { 'places.0': '2' });
    assert.equal(twice.status, 422);
    assert.match(shown(twice, 'form-problems'), /같은 순서를 골랐습니다/);
    const same = await press(visitor, await press(visitor, page, 'act-next'), 'confirm-do');
    assert.equal(same.status, 422);
    assert.match(shown(same, 'form-problems'), /지금 순서와 같습니다/);
    const before = await tags();
    const after = await act(visitor, `${DESK}/orders`, { 'places.0': '2', 'places.1': '1', note: '순서' });
    assert.equal(shown(after, 'done'), '약관 순서를 바꿨습니다.');
    assert.deepEqual(await tags(), [before[1], before[0], ...before.slice(2)]);
  });

  it('adds a term by a review, with the rules of any term', async () => {
    const visitor = world.visitor();
    const path = `${DESK}/terms/new`;
    const empty = await press(visitor, await visitor.open(path), 'act-next', { ...TERM, ko: '', en: '' });
    for (const [fields, field, says] of [
      [{ ...TERM, tag: 'a b' }, 'tag', /빈칸과 쉼표가 없는 Tag/],
      [{ ...TERM, tag: 'service_20260105' }, 'tag', /이미 쓰는 Tag/],
      [{ ...TERM, url: 'example' }, 'url', /http:\/\//],
      [{ ...TERM, en: ' ' }, 'en', /입력해 주세요/],
    ] as const) {
      const asked = await press(visitor, empty, 'act-next', fields);
      const refused = asked.status === 422 ? asked : await press(visitor, asked, 'confirm-do');
      assert.equal(refused.status, 422);
      assert.match(shown(refused, `error-${field}`), says);
      assert.ok(refused.html.includes(fields.ko), 'what was typed is kept');
    }
    const before = await tags();
    const after = await act(visitor, path, TERM);
    assert.match(shown(after, 'done'), /검수를 신청했습니다/);
    assert.match(textOf(after.html), /약관 검수가 진행 중입니다/);
    assert.deepEqual(await tags(), before);
    assert.match(textOf((await visitor.open('/_sim/reviews?kind=terms')).html), /온담상점 간편가입 시 약관 검수 검수 진행 중 고객센터/);
    const second = await press(visitor, await press(visitor, await visitor.open(path), 'act-next', { ...TERM, tag: 'x' }), 'confirm-do');
    assert.match(shown(second, 'form-problems'), /약관 검수가 진행 중/);
    await approveNewest(world);
    assert.deepEqual(await tags(), [...before, TERM.tag]);
  });

  it('changes a term by a review, and keeps the one before until it is approved', async () => {
    const visitor = world.visitor();
    const path = `${DESK}/terms/service_20260105/changes`;
    const nothing = await press(visitor, await press(visitor, await visitor.open(path), 'act-next'), 'confirm-do');
    assert.match(shown(nothing, 'form-problems'), /지금 내용과 같습니다/);
    await act(visitor, path, { ko: '새 이용약관', note: '개정' });
    const title = async () => (await world.house.terms.approved(APP))[0]!.title.ko;
    assert.notEqual(await title(), '새 이용약관');
    await approveNewest(world);
    assert.equal(await title(), '새 이용약관');
    assert.equal((await visitor.open(`${DESK}/terms/nothing/changes`)).status, 404);
  });
});
