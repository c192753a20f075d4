/** A profile at a glance, its friends, and the callbacks about it. */
import assert from 'node:assert/strict';
import { describeHouse, type World } from '../../helpers/house.ts';
import { OWNER, PARTNER } from '../../helpers/rooms.ts';
import { listenAs, openPhone } from '../phone.ts';
import { partOf, signedIn, wordsOf } from './browser.ts';

const DEMO = '/center/profiles/_xqDemo'; // PARTNER is its master; linked to the demo app
const FRESH = '/center/profiles/_xtDly'; // of OWNER; nobody knows it, nothing is linked

/** Somebody adds or blocks the demo profile. */
const press = async (world: World, persona: string, relation: string): Promise<void> => {
  assert.equal((await (await openPhone(world, persona)).press(relation)).status, 303);
};

describeHouse('관리자센터 · dashboard', (world) => {
  it('says how the profile stands, who runs it, which apps are linked and how many friends it has', async () => {
    await press(world, 'han', 'ADDED');
    const browser = await signedIn(world, PARTNER);
    const before = await world.house.channels.friendCounts(PARTNER, '_xqDemo');
    const page = await browser.open(DEMO);
    assert.match(wordsOf(page), /비즈니스 인증 인증 완료 인증 유형 비즈니스 사업자 내 권한 마스터 검색용 아이디 @데모상점/);
    assert.equal(partOf(page, 'people'), `친구 수 추가한 사람 ${before.added}명 차단한 사람 ${before.blocked}명 친구 모두 보기`);
    assert.match(partOf(page, 'app-1000001'), /^데모상점 1000001 \d{4}-/);
    assert.match(page.html, /href="\/developers\/apps\/1000001"/);
  });

  it('is empty at first, and says what comes next', async () => {
    const page = await (await signedIn(world, OWNER)).open(FRESH);
    assert.match(partOf(page, 'apps'), /연결된 앱이 없습니다.*비즈니스 인증 보기/);
    assert.match(partOf(page, 'callbacks'), /콜백이 아직 없습니다.*카카오톡 화면 열기/);
    assert.match(partOf(page, 'people'), /추가한 사람 0명 차단한 사람 0명/);
  });

  it('shows the way on: the road map stands on every page', async () => {
    const browser = await signedIn(world, OWNER);
    for (const below of ['', '/friends', '/callbacks', '/managers', '/certification', '/certification/history', '/certification/new']) {
      const { html } = await browser.open(FRESH + below);
      assert.match(html, /data-testid="road"/, below);
      assert.match(html, /data-testid="road-next"/, below);
    }
    for (const path of ['/center', '/center/profiles/new']) assert.match((await browser.open(path)).html, /data-testid="road"/);
    assert.match((await browser.open(FRESH)).html, /href="\/center\/profiles\/_xtDly\/certification" data-testid="road-link"/);
  });
});

describeHouse('관리자센터 · friends', (world) => {
  const rows = (html: string): string[] => [...html.matchAll(/data-testid="friend-([^"]+)"/g)].map(([, id]) => id!);

  it('are who added or blocked the profile, with the time of both', async () => {
    await press(world, 'han', 'ADDED');
    world.clock.advance(3 * 24 * 60 * 60 * 1000);
    await press(world, 'han', 'BLOCKED');
    const browser = await signedIn(world, PARTNER);
    const page = await browser.open(`${DEMO}/friends?relation=BLOCKED`);
    const [, changed = '', since = ''] = /^한가람 차단 (\S+ \S+) (\S+ \S+)$/.exec(partOf(page, 'friend-01-han')) ?? [];
    assert.equal(Math.round((Date.parse(changed) - Date.parse(since)) / 86_400_000), 3);
    assert.equal(partOf(await browser.open(`${DEMO}/friends?relation=ADDED`), 'friend-01-han'), '');
    assert.ok(rows((await browser.open(`${DEMO}/friends`)).html).includes('01-han'));
    assert.equal((await browser.open(`${DEMO}/friends?relation=FRIEND`)).status, 400);
  });

  it('come a page at a time, each once', async () => {
    const ids = Array.from({ length: 45 }, (_, at) => `05-${String(at).padStart(3, '0')}`);
    await world.house.store.write(async (tx) => {
      for (const accountId of ids) {
        tx.put('friendships', { id: `_xtDly:${accountId}`, channelId: '_xtDly', accountId, relation: 'ADDED', createdAt: 1, updatedAt: 1 });
      }
    });
    const browser = await signedIn(world, OWNER);
    const seen: string[] = [];
    for (let path: string | undefined = `${FRESH}/friends?relation=ADDED`; path !== undefined;) {
      const { html }: { html: string } = await browser.open(path);
      seen.push(...rows(html));
      path = /href="([^"]+)" data-testid="older"/.exec(html)?.[1]?.replaceAll('&amp;', '&');
    }
    assert.deepEqual(seen, ids.toReversed());
  });

  it('may be nobody', async () => {
    const browser = await signedIn(world, OWNER);
    assert.match(partOf(await browser.open(`${FRESH}/friends`), 'empty'), /아직 추가하거나 차단한 사람이 없습니다/);
    assert.match(partOf(await browser.open(`${FRESH}/friends?relation=BLOCKED`), 'empty'), /차단한 사람이 없습니다/);
    assert.match(partOf(await browser.open(`${FRESH}/friends?before=_xtDly:0`), 'empty'), /더 보여 드릴 내용이 없습니다/);
  });
});

describeHouse('관리자센터 · callbacks', (world) => {
  it('are those about this profile, each with a link to what was sent and answered', async () => {
    const receiver = await listenAs(world);
    await press(world, 'han', 'ADDED');
    await press(world, 'han', 'BLOCKED');
    await world.house.webhooks.settled();
    await receiver.close();
    const browser = await signedIn(world, PARTNER);
    const page = await browser.open(`${DEMO}/callbacks`);
    assert.match(wordsOf(page), /친구 차단 한가람 데모상점 \S+ \S+ 전달됨 친구 추가 한가람 데모상점 \S+ \S+ 전달됨/);
    const [, href = ''] = /href="(\/_sim\/deliveries\/[^"]+)"/.exec(page.html) ?? [];
    assert.match(wordsOf(await browser.open(href)), /channel\.blocked/);
    assert.match(partOf(await browser.open(DEMO), 'callbacks'), /친구 차단/);
    assert.match(partOf(await browser.open('/center/profiles/_xrOidc/callbacks'), 'empty'), /콜백이 아직 없습니다/);
  });
});
