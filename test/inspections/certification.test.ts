/** What a reviewer is shown of a 비즈니스 인증 before a decision, in the rooms. */
import assert from 'node:assert/strict';
import { applying, DAILYLOOK, TODAY } from '../channels/applying.ts';
import { jpeg } from '../documents/files.ts';
import { describeRooms, OWNER, upload } from '../helpers/rooms.ts';
import { lines } from './lines.ts';

describeRooms('inspections · of a certification', (rooms) => {
  const { certify, paper, papers } = applying(rooms);

  it('look at its papers and at the days of their issue', async () => {
    const registration = { document: await upload(rooms, OWNER, jpeg), issuedOn: '2026-08-23' };
    const { id } = await certify(await papers({ registration, 'mail-order': await paper() }));
    assert.deepEqual(await lines(rooms, id), [
      'papers ok complete',
      'evidence registration ok good',
      'evidence identity ok good',
      'evidence mail-order ok good',
      'issueDate registration ok recent',
      'issueDate identity ok recent',
      'issueDate mail-order ok recent',
    ]);
  });

  it('find a day of issue that is too old or still to come, by the day of the submission', async () => {
    const { id } = await certify(await papers({ registration: await paper('2026-08-23') }));
    const submitted = async (moment: string) => {
      await rooms.change('reviews', id, { submittedAt: Date.parse(moment) });
      return (await lines(rooms, id)).filter((line) => line.startsWith('issueDate'));
    };
    assert.deepEqual(await submitted('2026-11-24T15:00:00Z'), ['issueDate registration notOk old', 'issueDate identity ok recent']);
    assert.deepEqual(await submitted('2026-11-22T14:59:59Z'), ['issueDate registration ok recent', 'issueDate identity notOk future']);
    rooms.clock.advance(365 * 24 * 3600 * 1000);
    assert.deepEqual(await submitted(`${TODAY}T01:00:00Z`), ['issueDate registration ok recent', 'issueDate identity ok recent']);
  });

  it('know of one from a seed that it has no papers', async () => {
    const [review] = await rooms.house.reviews.of('certification', '_xuJon');
    assert.deepEqual(await lines(rooms, review!.id), [
      'papers unknown noForm',
      'evidence registration unknown none',
      'evidence identity unknown none',
    ]);
  });

  it('find a certificate that the trade wants, when the trade came later', async () => {
    const { id } = await certify();
    const number = (await rooms.house.channels.byId(DAILYLOOK))!.businessNumber!;
    await rooms.change('businesses', number, { item: '통신 판매업' });
    assert.equal((await lines(rooms, id))[0], 'papers mail-order notOk missing');
  });

  it('find a paper that is gone, and know of one from an older form that its day of issue is not told', async () => {
    const { id } = await certify();
    const certification = (await rooms.house.store.get('certifications', id))!;
    const registration = { document: 'gone', issuedOn: TODAY };
    await rooms.change('certifications', id, { papers: { ...certification.papers, registration } });
    assert.equal((await lines(rooms, id))[1], 'evidence registration unknown gone');
    const identity = { ...certification.papers.identity!, issuedOn: '' };
    await rooms.change('certifications', id, { papers: { identity } });
    assert.equal((await lines(rooms, id)).at(-1), 'issueDate identity unknown undated');
  });
});
