/** 4단계 · 동의항목: what a review approved may be switched on, as it was approved. */
import assert from 'node:assert/strict';
import { describeRooms, refused, STRANGER } from '../helpers/rooms.ts';
import { APP, applied, approved, COLLEAGUE, filled, OWNER, PROFILES } from './street.ts';

type State = 'required' | 'optional' | 'in-use';

describeRooms('4단계 · consent items', (rooms) => {
  const configure = (id: string, state: State, purpose = '주문 안내', by = OWNER) =>
    rooms.house.sync.configureItem(by, APP, { id, state, purpose });
  const usable = async () =>
    (await rooms.house.sync.usableItems((await rooms.house.apps.byId(APP))!)).map(({ id, state }) => `${id} ${state}`);

  it('that need no review are switched on and off as they are', async () => {
    await configure('account_email', 'required');
    await configure('profile', 'in-use', '표시', COLLEAGUE);
    assert.deepEqual(await usable(), ['profile in-use', 'account_email required']);
    await rooms.house.sync.switchItemOff(OWNER, APP, 'profile');
    assert.deepEqual(await usable(), ['account_email required']);
  });

  it('need a purpose, an editor, and to exist', async () => {
    await refused('purpose_missing', configure('account_email', 'required', ' '));
    await refused('app_role_missing', configure('account_email', 'required', '안내', STRANGER));
    await refused('app_role_missing', rooms.house.sync.switchItemOff(STRANGER, APP, 'account_email'));
    await refused('unknown_item', configure('shoe_size', 'optional'));
  });

  it('that need a review stay off before it, while it is under way, and after it was turned down', async () => {
    await refused('item_not_approved', configure('phone_number', 'required'), { item: 'phone_number' });
    const [review] = await applied(rooms, await filled(rooms, { kinds: ['items'] }));
    await refused('item_not_approved', configure('phone_number', 'required'));
    await rooms.house.reviews.reject(review!.id, '전화번호 수집에 대한 권한 요청은 반려 되었습니다.');
    await refused('item_not_approved', configure('phone_number', 'required'));
    assert.deepEqual(await usable(), []);
  });

  it('are switched on as they were approved', async () => {
    await approved(rooms, await filled(rooms, { kinds: ['items'] })); // phone required, birthyear optional
    await refused('state_not_approved', configure('phone_number', 'optional'), { approved: 'required' });
    await refused('state_not_approved', configure('birthyear', 'required'), { approved: 'optional' });
    await configure('phone_number', 'required');
    await configure('birthyear', 'in-use');
    await configure('birthyear', 'optional');
    assert.deepEqual(await usable(), ['birthyear optional', 'phone_number required']);
  });

  it('that were left out of the approval stay off', async () => {
    const [review] = await applied(rooms, await filled(rooms, { kinds: ['items'] }));
    await rooms.house.reviews.approve(review!.id, [{ part: 'phone_number', reason: '증빙 불일치' }]);
    await refused('item_not_approved', configure('phone_number', 'required'));
    await configure('birthyear', 'optional');
    assert.deepEqual(await usable(), ['birthyear optional']);
  });

  it('go from optional to required, and never back', async () => {
    await approved(rooms, await filled(rooms, { kinds: ['items'] }));
    const { changeCondition, approvedItems } = rooms.house.sync;
    const conditions = async () => (await approvedItems(APP)).map(({ id, required }) => `${id} ${required ? 'required' : 'optional'}`);
    await changeCondition(COLLEAGUE, APP, 'birthyear', false);
    assert.deepEqual(await conditions(), ['phone_number required', 'birthyear optional']);
    await changeCondition(COLLEAGUE, APP, 'birthyear', true);
    assert.deepEqual(await conditions(), ['phone_number required', 'birthyear required']);
    await configure('birthyear', 'required');
    await refused('never_back', changeCondition(OWNER, APP, 'birthyear', false), { item: 'birthyear' });
    await refused('never_back', changeCondition(OWNER, APP, 'phone_number', false));
    await refused('item_not_approved', changeCondition(OWNER, APP, 'gender', true));
    await refused('app_role_missing', changeCondition(STRANGER, APP, 'birthyear', true));
  });

  it('about channels need a connected profile', async () => {
    await refused('no_profile_to_tell', configure('plusfriends', 'optional'));
    await rooms.house.sync.connect(OWNER, APP, [PROFILES[0]]);
    await configure('plusfriends', 'optional');
    assert.deepEqual(await usable(), ['plusfriends optional']);
  });

  it('are saved together: what is not named is OFF, and all of it is refused when one is', async () => {
    const email = { id: 'account_email', state: 'required', purpose: '안내' } as const;
    const profile = { id: 'profile', state: 'optional', purpose: '표시' } as const;
    const set = (items: readonly { id: string; state: State; purpose: string }[], by = OWNER) => rooms.house.sync.setItems(by, APP, items);
    await set([email, profile]);
    assert.deepEqual(await usable(), ['profile optional', 'account_email required']);
    await refused('item_not_approved', set([{ id: 'gender', state: 'optional', purpose: '추천' }]), { item: 'gender' });
    await refused('purpose_missing', set([profile, { ...email, purpose: '' }]), { item: 'account_email' });
    await refused('app_role_missing', set([], STRANGER));
    assert.deepEqual(await usable(), ['profile optional', 'account_email required']);
    await set([{ ...profile, state: 'in-use' }]);
    assert.deepEqual(await usable(), ['profile in-use']);
  });

  it('keep their state when a review is taken back, while others are saved', async () => {
    await approved(rooms, await filled(rooms, { kinds: ['items'] }));
    await configure('phone_number', 'required');
    const [application] = await rooms.house.sync.applications(APP);
    await rooms.change('reviews', application!.review.id, { decision: null });
    const phone = { id: 'phone_number', state: 'required', purpose: '배송 안내' } as const;
    await rooms.house.sync.setItems(OWNER, APP, [phone]);
    assert.deepEqual((await rooms.house.apps.byId(APP))!.items, [phone]);
    assert.deepEqual(await usable(), []);
  });
});
