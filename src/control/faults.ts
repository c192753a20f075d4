/** Faults: what goes wrong on purpose with the next requests to Kakao's endpoints. */
import { z } from 'zod';
import { places } from '../faults/index.ts';
import { askForFault, faultFacts, faultShape, newFault } from '../kit/faults.ts';
import { named, says } from '../kit/says.ts';
import { call, type Subject } from './call.ts';

const placeShape = named(
  'FaultPlace',
  z.strictObject({
    on: says(z.string(), 'Path of the endpoint.', '엔드포인트 경로'),
    codes: says(z.array(z.string()), 'Errors of Kakao’s that belong to it.', '이 엔드포인트의 카카오 오류 코드'),
  }),
);

export const faults: Subject = {
  name: 'faults',
  title: { en: 'Faults', ko: '일부러 내는 오류' },
  says: {
    en: 'What goes wrong on purpose with the next requests to Kakao’s endpoints. The header `X-Kakao-Sync-Fault: on=token; with=KOE320` on an authorize request limits a fault to the login that begins with it; on another request to that one. On an answer the same header says which fault was met.',
    ko: '카카오 엔드포인트의 다음 요청에 일부러 내는 오류입니다. 인가 요청에 `X-Kakao-Sync-Fault: on=token; with=KOE320` 헤더를 보내면 그 로그인에만, 다른 요청에 보내면 그 요청에만 적용됩니다. 응답의 같은 헤더는 적용된 오류를 알려 줍니다.',
  },
  calls: [
    call({
      method: 'GET',
      path: '/faults',
      summary: { en: 'Those that wait for their requests, oldest first.', ko: '아직 남아 있는 오류를 조회합니다.' },
      answer: z.strictObject({ faults: says(z.array(faultShape), 'Every one.', '오류 목록') }),
      do: async (house) => ({ faults: (await house.faults.all()).map(faultFacts) }),
    }),
    call({
      method: 'POST',
      path: '/faults',
      summary: { en: 'One more fault.', ko: '오류를 추가합니다.' },
      body: newFault,
      answer: faultShape,
      status: 201,
      do: (house, { body }) => askForFault(house, body),
    }),
    call({
      method: 'DELETE',
      path: '/faults',
      summary: { en: 'Takes all of them back.', ko: '오류를 모두 지웁니다.' },
      answer: z.strictObject({}),
      async do(house) {
        await house.faults.clear();
        return {};
      },
    }),
    call({
      method: 'GET',
      path: '/faults/endpoints',
      summary: { en: 'Every endpoint, with the codes that can be asked for.', ko: '엔드포인트마다 낼 수 있는 오류 코드를 조회합니다.' },
      answer: z.strictObject({ endpoints: says(z.array(placeShape), 'In the order of the contract.', '엔드포인트 목록') }),
      do: async () => ({ endpoints: places.map(({ path, codes }) => ({ on: path, codes: [...codes] })) }),
    }),
    call({
      method: 'DELETE',
      path: '/faults/{id}',
      summary: { en: 'Takes a fault back; nothing happens where it is gone already.', ko: '오류를 지웁니다.' },
      params: z.strictObject({ id: faultShape.shape.id }),
      answer: z.strictObject({}),
      async do(house, { params }) {
        await house.faults.remove(params.id);
        return {};
      },
    }),
  ],
};
