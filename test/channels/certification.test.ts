/** 준비 1 · 플러스친구 비즈니스 인증. */
import assert from 'node:assert/strict';
import type { CertificationForm } from '../../src/channels/index.ts';
import { pdf } from '../documents/files.ts';
import { COLLEAGUE, describeRooms, OWNER, refused, upload } from '../helpers/rooms.ts';

const DAILYLOOK = '_xtDly'; // never applied; OWNER is its master
const KAKAO = '120-81-47521';

describeRooms('channels · 비즈니스 인증', (rooms) => {
  const form = async (over: Partial<CertificationForm> = {}): Promise<CertificationForm> => ({
    businessNumber: KAKAO,
    registration: await upload(rooms, OWNER),
    identity: await upload(rooms, OWNER),
    certificates: {},
    ...over,
  });
  const certify = async (over: Partial<CertificationForm> = {}, by = OWNER) =>
    rooms.house.channels.certify(by, DAILYLOOK, await form(over));
  const state = () => rooms.house.channels.certification(DAILYLOOK);
  /** A business of all three trades. */
  const trader = async () => {
    const facts = { companyName: '주식회사 온갖', representative: '온', type: '소매업, 통신판매업', address: '가상구 1' };
    return rooms.house.businesses.register(['999', '81', '05058'], { ...facts, item: '의료기기 판매업, 건강기능식품판매업' });
  };

  it('stands as its newest review does', async () => {
    assert.equal(await state(), 'none');
    const first = await certify();
    assert.equal(await state(), 'pending');
    await rooms.house.reviews.reject(first.id, '상호가 다릅니다');
    assert.equal(await state(), 'rejected');
    assert.ok(!(await rooms.house.channels.certified(DAILYLOOK)));
    await rooms.house.reviews.approve((await certify()).id);
    assert.equal(await state(), 'valid');
    assert.ok(await rooms.house.channels.certified(DAILYLOOK));
  });

  it('stands so in the shipped world', async () => {
    const of = (id: string) => rooms.house.channels.certification(id);
    assert.deepEqual(await Promise.all(['_xaGdm', '_xuJon', '_xvBuk', '_xtDly'].map(of)), ['valid', 'pending', 'rejected', 'none']);
  });

  it('keeps every application with its papers, newest first', async () => {
    const first = await certify();
    await rooms.house.reviews.reject(first.id, '상호가 다릅니다');
    const second = await certify();
    const history = await rooms.house.channels.certificationHistory(DAILYLOOK);
    assert.deepEqual(
      history.map(({ review, form: handedIn }) => [review.id, review.decision?.reason, handedIn?.businessNumber]),
      [
        [second.id, undefined, KAKAO],
        [first.id, '상호가 다릅니다', KAKAO],
      ],
    );
    assert.equal((await rooms.house.documents.of(`certification:${DAILYLOOK}`)).length, 4);
    assert.equal((await rooms.house.channels.byId(DAILYLOOK))?.businessNumber, KAKAO);
    assert.deepEqual(
      (await rooms.house.channels.certificationHistory('_xaGdm')).map((entry) => entry.form),
      [undefined],
    );
  });

  it('needs both papers', async () => {
    await refused('papers_missing', certify({ registration: null }), { missing: ['registration'] });
    await refused('papers_missing', certify({ identity: '' }), { missing: ['identity'] });
    assert.equal(await state(), 'none');
    assert.equal((await rooms.house.channels.byId(DAILYLOOK))?.businessNumber, null);
  });

  it('needs a certificate for each trade that has one', async () => {
    const { id: businessNumber } = await trader();
    const mail = await upload(rooms, OWNER);
    const missing = ['medical-devices', 'health-food'];
    await refused('papers_missing', certify({ businessNumber, certificates: { 'mail-order': mail } }), { missing });
    const certificates = { 'mail-order': mail, 'medical-devices': await upload(rooms, OWNER), 'health-food': await upload(rooms, OWNER) };
    await certify({ businessNumber, certificates });
    assert.equal((await rooms.house.documents.of(`certification:${DAILYLOOK}`)).length, 5);
  });

  it('takes a certificate that was not asked for', async () => {
    await certify({ certificates: { 'mail-order': await upload(rooms, OWNER) } });
    assert.equal((await rooms.house.documents.of(`certification:${DAILYLOOK}`)).length, 3);
  });

  it('takes pictures only, and only what this person has uploaded', async () => {
    await refused('document_wrong_kind', certify({ identity: await upload(rooms, OWNER, pdf) }));
    await refused('unknown_document', certify({ identity: await upload(rooms, COLLEAGUE) }));
    await refused('unknown_document', certify({ identity: 'nothing' }));
    assert.equal(await state(), 'none');
    assert.deepEqual(await rooms.house.documents.of(`certification:${DAILYLOOK}`), []);
  });

  it('needs a business that is stored', () => refused('unknown_business', certify({ businessNumber: '999-81-05058' })));

  it('is a manager’s to apply for', async () => {
    const attempt = async () =>
      certify({ registration: await upload(rooms, COLLEAGUE), identity: await upload(rooms, COLLEAGUE) }, COLLEAGUE);
    await rooms.house.channels.setManager(OWNER, DAILYLOOK, COLLEAGUE, 'member');
    await refused('channel_role_missing', attempt(), { needed: 'manager', has: 'member' });
    await rooms.house.channels.setManager(OWNER, DAILYLOOK, COLLEAGUE, 'manager');
    await attempt();
  });

  it('is not applied for twice, and not again once it is valid', async () => {
    const [first, second] = await Promise.allSettled([certify(), certify()]);
    assert.deepEqual([first.status, second.status].sort(), ['fulfilled', 'rejected']);
    await refused('review_pending', certify());
    await rooms.house.reviews.approve((await rooms.house.reviews.newest('certification', DAILYLOOK))!.id);
    await refused('already_certified', certify());
  });
});
