/** Applying for 비즈니스 인증 in tests of the room: a form that is complete, unless told otherwise. */
import assert from 'node:assert/strict';
import type { CertificationForm } from '../../src/channels/index.ts';
import { OWNER, type Rooms, upload } from '../helpers/rooms.ts';

/** Never applied; OWNER is its master. */
export const DAILYLOOK = '_xtDly';
export const KAKAO = ['120', '81', '47521'];
export const NEW = ['999', '81', '05058'];
export const NOTHING = { companyName: '', representative: '', type: '', item: '', address: '' };
/** A business of all three trades, not stored yet. */
export const TRADER = {
  companyName: '주식회사 온갖',
  representative: '온',
  type: '소매업, 통신판매업',
  item: '의료기기 판매업, 건강기능식품판매업',
  address: '가상구 1',
};
export const TODAY = '2026-11-23';

export function applying(rooms: Rooms) {
  const paper = async (issuedOn = TODAY, by = OWNER) => ({ document: await upload(rooms, by), issuedOn });
  const form = async (over: Partial<CertificationForm> = {}, by = OWNER): Promise<CertificationForm> => ({
    type: 'business',
    number: KAKAO,
    business: NOTHING,
    papers: { registration: await paper(TODAY, by), identity: await paper(TODAY, by) },
    ...over,
  });
  const papers = async (over: Partial<CertificationForm['papers']>) => ({ papers: { ...(await form()).papers, ...over } });
  const save = async (over: Partial<CertificationForm> = {}, by = OWNER, ready = true) =>
    rooms.house.channels.saveCertification(by, DAILYLOOK, await form(over, by), { ready });
  const certify = async (over: Partial<CertificationForm> = {}, by = OWNER) => {
    await save(over, by);
    return rooms.house.channels.certify(by, DAILYLOOK);
  };
  const state = () => rooms.house.channels.certification(DAILYLOOK);
  const owned = async () => (await rooms.house.documents.of(`certification:${DAILYLOOK}`)).length;
  const incomplete = (attempt: Promise<unknown>, ...problems: string[]) =>
    attempt.then(
      () => assert.fail('it was taken'),
      ({ details }: { details: { problems: { at: string; why: string }[] } }) =>
        assert.deepEqual(
          details.problems.map(({ at, why }) => `${at} ${why}`),
          problems,
        ),
    );

  return { paper, papers, save, certify, state, owned, incomplete };
}
