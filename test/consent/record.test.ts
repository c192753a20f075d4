/** The consent record: what was agreed to, on which screen and in which words, and when it was taken back. */
import assert from 'node:assert/strict';
import { HOUR } from '../../src/clock.ts';
import type { Answer, ConsentRequest } from '../../src/consent/index.ts';
import { APPS, describeHouse } from '../helpers/house.ts';
import { SHOWN } from '../helpers/shown.ts';

const HAN = '01-han';
const ANY: ConsentRequest = { scope: [], serviceTerms: null, channels: [] };
const ANSWER: Answer = {
  requiredItems: true,
  items: ['birthday'],
  terms: ['service_20260105', 'privacy_20260105'],
  age: true,
  channels: ['_xqDemo'],
};

describeHouse('consent · the record', (world) => {
  const record = async () => (await world.house.consent.record(APPS.demo, HAN))!;
  const link = async () => (await world.house.consent.link(APPS.demo, HAN))!;
  const agree = async (request = ANY, answer = ANSWER) =>
    world.house.consent.answer(await world.app(APPS.demo), (await world.house.accounts.byId(HAN))!, request, answer, SHOWN);

  it('keeps each row of the screen with its words, ticked or not, and which screen it was', async () => {
    await agree();
    const { entries, before } = await record();
    assert.equal(entries.length, 1);
    const [{ act, by, screen, rows, number, at }] = entries as [(typeof entries)[number]];
    assert.deepEqual([act, by, number, at], ['agreed', 'person', (await link()).number, (await link()).connectedAt]);
    assert.deepEqual(screen, { variant: 'first', simpleSignup: true, layout: 'classic', language: 'ko', era: 'current' });
    assert.deepEqual(before, []);
    const row = (name: string) => rows.find((each) => each.name === name)!;
    assert.deepEqual([row('birthday').agreed, row('plusfriends').agreed, row('marketing_20260105').agreed], [true, false, false]);
    assert.deepEqual(row('user_age_check').label, SHOWN.age);
    assert.deepEqual(row('_xqDemo').label, SHOWN.channel('데모상점'));
    const { items } = await world.app(APPS.demo);
    assert.equal(row('birthday').purpose, items.find(({ id }) => id === 'birthday')!.purpose);
    assert.ok(row('service_20260105').url?.startsWith('https://'));
  });

  it('does not follow a term, an app or a purpose that changes afterwards', async () => {
    await agree();
    const before = (await record()).entries;
    for (const term of await world.house.terms.approved(APPS.demo))
      await world.change('terms', term.id, { title: { ko: '전혀 다른 약관', en: 'Something else' }, url: 'https://else.example.test/' });
    await world.change('apps', APPS.demo, {
      name: '다른 이름',
      items: [],
      switches: { ...(await world.app(APPS.demo)).switches, consentLayout: 'newer' },
    });
    assert.deepEqual((await record()).entries, before);
    await world.house.consent.unlink(await world.app(APPS.demo), await link());
    const ended = (await record()).entries.at(-1)!;
    assert.equal(
      ended.rows.find(({ name }) => name === 'service_20260105')!.label.ko,
      before[0]!.rows.find(({ name }) => name === 'service_20260105')!.label.ko,
    );
  });

  it('tells by whom, when and why something ended: one item, one term, all of it', async () => {
    await agree();
    const app = await world.app(APPS.demo);
    await world.house.consent.upgradeTerms(app, await link(), ['marketing_20260105']);
    world.clock.advance(HOUR);
    await world.house.consent.withdrawItem(app, await link(), 'birthday');
    await world.house.consent.revokeTerms(app, await link(), ['marketing_20260105']);
    await world.house.consent.unlinkBy(app, await link(), 'UNLINK_FROM_APPS');
    const { entries, agreements } = await record();
    assert.deepEqual(
      entries.map(({ act, by, reason }) => [act, by, reason]),
      [
        ['agreed', 'person', null],
        ['agreed', 'app', null],
        ['withdrawn', 'person', null],
        ['withdrawn', 'app', null],
        ['unlinked', 'person', 'UNLINK_FROM_APPS'],
      ],
    );
    const ended = (name: string) => agreements.find(({ row }) => row.name === name)!.ended;
    assert.deepEqual([ended('birthday'), ended('marketing_20260105'), ended('service_20260105')], entries.slice(2));
    assert.ok(ended('birthday')!.at - entries[0]!.at >= HOUR);
    assert.equal(
      agreements.some(({ row }) => row.kind === 'channel'),
      false,
    );
  });

  it('is written with what it records or not at all, and nothing is written for what changes nothing', async () => {
    await assert.rejects(agree(ANY, { ...ANSWER, terms: [] }));
    assert.equal(await world.house.consent.record(APPS.demo, HAN), undefined);
    await agree();
    await agree();
    const app = await world.app(APPS.demo);
    await world.house.consent.revokeItems(app, await link(), ['plusfriends']);
    await world.house.consent.revokeTerms(app, await link(), ['service_20260105']);
    await assert.rejects(world.house.consent.revokeItems(app, await link(), ['birthday', 'account_email']));
    assert.equal((await record()).entries.length, 1);
  });

  it('knows of what stood before there was a record, and says that its words are not kept', async () => {
    const { entries, before } = (await world.house.consent.record(APPS.demo, '03-returning'))!;
    assert.deepEqual(entries, []);
    assert.ok(before.some(({ kind, name }) => kind === 'term' && name === 'service_20260105'));
    assert.ok(before.some(({ kind, name }) => kind === 'item' && name === 'account_email'));
  });

  it('goes on after a return, and goes with the person who is forgotten', async () => {
    await agree();
    await world.house.consent.unlink(await world.app(APPS.demo), await link());
    await agree();
    assert.deepEqual(
      (await record()).entries.map(({ act }) => act),
      ['agreed', 'unlinked', 'agreed'],
    );
    assert.deepEqual(
      (await world.house.consent.records(APPS.demo)).map(({ accountId, entries }) => [accountId, entries]),
      [[HAN, 3]],
    );
    await world.house.consent.forget(APPS.demo, HAN);
    assert.equal(await world.house.consent.record(APPS.demo, HAN), undefined);
    assert.deepEqual(await world.house.consent.records(), []);
  });
});
