/** 심사 데스크: how reviews are decided, kind by kind. */
import assert from 'node:assert/strict';
import { formWith, press, shown, textOf } from '../../helpers/forms.ts';
import { describeHouse } from '../../helpers/house.ts';
import { submitted } from './street.ts';

describeHouse('심사 데스크 · how reviews are decided', (world) => {
  it('is chosen for each kind, and pending reviews say when they fall due', async () => {
    const visitor = world.visitor();
    const page = await visitor.open('/_sim/reviews');
    assert.deepEqual(
      Object.entries(formWith(page, 'policies-save').fields).filter(([name]) => name === 'terms' || name === 'items'),
      [
        ['terms', 'by-hand'],
        ['items', 'by-hand'],
      ],
    );
    const after = await press(visitor, page, 'policies-save', { terms: 'working-days', items: 'at-once' });
    assert.equal(shown(after, 'done'), '심사 방식을 저장했습니다.');
    const [terms, items] = await submitted(world);
    const due = (await world.house.reviews.byId(terms!.split('/').at(-1)!))!.dueAt!;
    const dueText = new Date(due).toLocaleString('sv-SE', { timeZone: 'Asia/Seoul' });
    assert.ok(textOf((await visitor.open('/_sim/reviews?kind=terms')).html).includes(dueText));
    assert.ok(textOf((await visitor.open(terms!)).html).includes(`자동 승인 예정 ${dueText}`));
    assert.match(textOf((await visitor.open(items!)).html), /심사 방식에 따라 자동으로 승인/);
  });

  it('is not overwritten unseen by a second pair of hands', async () => {
    const [one, other] = [world.visitor(), world.visitor()];
    const [page, stale] = [await one.open('/_sim/reviews'), await other.open('/_sim/reviews')];
    await press(one, page, 'policies-save', { terms: 'at-once' });
    const refused = await press(other, stale, 'policies-save', { items: 'at-once' });
    assert.equal(refused.status, 409);
    assert.equal(await world.house.reviews.policy('items'), 'by-hand');
    assert.equal(await world.house.reviews.policy('terms'), 'at-once');
    assert.equal(formWith(refused, 'policies-save').fields.items, 'at-once');
  });

  it('is refused where it is none of the three', async () => {
    const visitor = world.visitor();
    const refused = await press(visitor, await visitor.open('/_sim/reviews'), 'policies-save', { terms: 'never' });
    assert.equal(refused.status, 422);
    assert.equal(shown(refused, 'error-terms'), '하나를 선택해 주세요.');
  });
});
