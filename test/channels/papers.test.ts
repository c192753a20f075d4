/** 준비 1 · the business and the papers of 비즈니스 인증. */
import assert from 'node:assert/strict';
import type { Paper } from '../../src/channels/index.ts';
import { pdf } from '../documents/files.ts';
import { COLLEAGUE, describeRooms, OWNER, PARTNER, refused, STRANGER, upload } from '../helpers/rooms.ts';
import { applying, DAILYLOOK, NEW, TODAY, TRADER } from './applying.ts';

describeRooms('channels · papers of 비즈니스 인증', (rooms) => {
  const { paper, papers, save, certify, owned, incomplete } = applying(rooms);

  it('needs both papers', async () => {
    await incomplete(save({ papers: {} }), 'papers.registration.document missing', 'papers.identity.document missing');
    assert.equal(await owned(), 0);
  });

  it('stores a business that was typed, and needs all of it', async () => {
    await incomplete(save({ number: NEW, business: { ...TRADER, item: ' ', type: '소매업' } }), 'business.item empty');
    await certify({ number: NEW, business: { ...TRADER, item: '잡화', type: '소매업' } });
    assert.equal((await rooms.house.businesses.byNumber(NEW.join('-')))?.companyName, TRADER.companyName);
  });

  it('needs a certificate for each trade that has one', async () => {
    const trade = { number: NEW, business: TRADER };
    const mail = await papers({ 'mail-order': await paper() });
    await incomplete(save({ ...trade, ...mail }), 'papers.medical-devices.document trade', 'papers.health-food.document trade');
    await certify({
      ...trade,
      ...(await papers({ 'mail-order': await paper(), 'medical-devices': await paper(), 'health-food': await paper() })),
    });
    assert.equal(await owned(), 5);
  });

  it('takes a certificate that was not asked for', async () => {
    await certify(await papers({ 'mail-order': await paper() }));
    assert.equal(await owned(), 3);
  });

  for (const [issuedOn, why] of [
    ['2026-08-22', 'old'],
    ['2026-11-24', 'future'],
    ['2026-02-30', 'undated'],
    ['', 'undated'],
  ] as const) {
    it(`refuses a paper of ${issuedOn || 'no day'}: ${why}`, async () => {
      for (const name of ['registration', 'identity', 'mail-order'] satisfies Paper[])
        await incomplete(save(await papers({ [name]: await paper(issuedOn) })), `papers.${name}.issuedOn ${why}`);
    });
  }

  for (const [now, oldest, before] of [
    ['2026-11-30T03:00:00Z', '2026-08-30', '2026-08-29'],
    ['2027-05-31T03:00:00Z', '2027-02-28', '2027-02-27'],
    ['2026-12-01T15:30:00Z', '2026-09-02', '2026-09-01'],
  ] as const) {
    it(`takes papers of ${oldest} at ${now}, and none of the day before`, async () => {
      rooms.at(now);
      await incomplete(
        save(await papers({ registration: await paper(before), identity: await paper(oldest) })),
        'papers.registration.issuedOn old',
      );
      await save(await papers({ registration: await paper(oldest), identity: await paper(oldest) }));
    });
  }

  it('takes pictures only, and only what this person has uploaded', async () => {
    const identity = (document: string) => papers({ identity: { document, issuedOn: TODAY } });
    await refused('document_wrong_kind', save(await identity(await upload(rooms, OWNER, pdf))));
    await refused('unknown_document', save(await identity(await upload(rooms, COLLEAGUE))));
    await refused('unknown_document', save(await identity('nothing')));
    assert.equal(await owned(), 0);
  });

  it('shows its papers to managers alone', async () => {
    await rooms.house.channels.setManager(OWNER, DAILYLOOK, COLLEAGUE, 'member');
    const see = (by: string, id: string) => rooms.house.channels.paper(by, DAILYLOOK, id);
    const mine = await upload(rooms, OWNER);
    assert.equal((await see(OWNER, mine)).id, mine);
    await save(await papers({ identity: { document: mine, issuedOn: TODAY } }));
    assert.equal((await see(OWNER, mine)).id, mine);
    await refused('channel_role_missing', see(COLLEAGUE, mine), { needed: 'manager', has: 'member' });
    await refused('channel_role_missing', see(STRANGER, mine), { has: null });
    await refused('unknown_document', see(OWNER, await upload(rooms, PARTNER)));
  });
});
