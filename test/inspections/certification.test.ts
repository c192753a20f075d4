/** What a reviewer is shown of a 비즈니스 인증 before a decision, in the rooms. */
import assert from 'node:assert/strict';
import { monthsBefore } from '../../src/inspections/months.ts';
import { jpeg } from '../documents/files.ts';
import { describeRooms, OWNER, upload } from '../helpers/rooms.ts';
import { lines } from './lines.ts';

describeRooms('inspections · of a certification', (rooms) => {
  const CHANNEL = '_xvBuk';
  const certify = async (registration: string) =>
    (
      await rooms.house.channels.certify(OWNER, CHANNEL, {
        businessNumber: '999-81-04044',
        registration,
        identity: await upload(rooms, OWNER),
        certificates: {},
      })
    ).id;

  it('look at its papers; the date of issue stands on them', async () => {
    assert.deepEqual(await lines(rooms, await certify(await upload(rooms, OWNER, jpeg))), [
      'papers ok complete',
      'evidence registration ok good',
      'evidence identity ok good',
      'issueDate registration unknown onPaper',
      'issueDate identity unknown onPaper',
    ]);
  });

  it('find a paper that was uploaded more than three months before: it is no newer than that', async () => {
    const paper = await upload(rooms, OWNER);
    const id = await certify(paper);
    await rooms.change('documents', paper, { createdAt: Date.parse('2026-08-22T14:59:59Z') });
    assert.ok((await lines(rooms, id)).includes('issueDate registration notOk uploadedBefore'));
    await rooms.change('documents', paper, { createdAt: Date.parse('2026-08-22T15:00:00Z') });
    assert.ok((await lines(rooms, id)).includes('issueDate registration unknown onPaper'));
  });

  it('know of one from a seed that it has no papers', async () => {
    const [review] = await rooms.house.reviews.of('certification', '_xuJon');
    assert.equal((await lines(rooms, review!.id))[0], 'papers unknown noForm');
  });

  it('find a certificate that the trade wants, when the trade came later', async () => {
    const id = await certify(await upload(rooms, OWNER));
    await rooms.change('businesses', '999-81-04044', { item: '통신 판매업' });
    assert.equal((await lines(rooms, id))[0], 'papers mail-order notOk missing');
  });
});

describe('inspections · months', () => {
  it('are those of the calendar in Seoul, and of a shorter month its last day', () => {
    const before = (from: string) => new Date(monthsBefore(Date.parse(from), 3)).toISOString();
    assert.equal(before('2026-11-23T01:00:00Z'), '2026-08-22T15:00:00.000Z');
    assert.equal(before('2026-05-30T16:00:00Z'), '2026-02-27T15:00:00.000Z', '31 May in Seoul, 28 February');
    assert.equal(before('2026-01-31T00:00:00Z'), '2025-10-30T15:00:00.000Z');
  });
});
