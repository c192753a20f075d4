/** Snapshots and resets: everything as it was. */
import { z } from 'zod';
import { beginningShape, namedFacts, resetWorld, snapshotShape } from '../kit/snapshots.ts';
import { says } from '../kit/says.ts';
import { call, type Subject } from './call.ts';

const params = z.strictObject({ name: snapshotShape.shape.name });

export const snapshots: Subject = {
  name: 'snapshots',
  title: { en: 'Snapshots', ko: '스냅샷' },
  says: {
    en: 'Everything at one moment under a name: apps, people, consents, tokens, callbacks, files, clock. In the data folder, or in memory with --memory; a world in a database has none.',
    ko: '한 시점의 모든 것(앱, 사용자, 동의, 토큰, 콜백, 파일, 시계)을 이름으로 저장합니다. 데이터 폴더에, --memory이면 메모리에 둡니다. 데이터베이스를 쓰면 없습니다.',
  },
  calls: [
    call({
      method: 'GET',
      path: '/snapshots',
      summary: { en: 'Every snapshot, by name.', ko: '스냅샷을 조회합니다.' },
      answer: z.strictObject({ snapshots: says(z.array(snapshotShape), 'By name.', '스냅샷 목록') }),
      do: async ({ world }) => ({ snapshots: (await world.saved()).map(namedFacts) }),
    }),
    call({
      method: 'PUT',
      path: '/snapshots/{name}',
      summary: { en: 'Saves everything under this name, over what had it.', ko: '모든 것을 이 이름으로 저장합니다. 같은 이름은 바뀝니다.' },
      params,
      answer: snapshotShape,
      do: async ({ world }, { params: { name } }) => namedFacts(await world.save(name)),
    }),
    call({
      method: 'POST',
      path: '/snapshots/{name}/restorations',
      summary: { en: 'Everything as it was then, all or nothing.', ko: '모든 것을 저장한 때로 되돌립니다.' },
      params,
      answer: z.strictObject({}),
      async do({ world }, { params: { name } }) {
        await world.load(name);
        return {};
      },
    }),
    call({
      method: 'DELETE',
      path: '/snapshots/{name}',
      summary: { en: 'Removes a snapshot; nothing happens where there is none.', ko: '스냅샷을 삭제합니다.' },
      params,
      answer: z.strictObject({}),
      async do({ world }, { params: { name } }) {
        await world.forget(name);
        return {};
      },
    }),
  ],
};

export const resets: Subject = {
  name: 'resets',
  title: { en: 'Resets', ko: '초기화' },
  says: { en: 'Everything back to the seed.', ko: '모든 것을 처음 상태로 되돌립니다.' },
  calls: [
    call({
      method: 'POST',
      path: '/resets',
      summary: {
        en: 'Ends this world and begins it anew from its seed: rows, files, sessions, tokens, faults, clock. Named snapshots stay.',
        ko: '초기 데이터로 다시 시작합니다: 데이터, 파일, 로그인, 토큰, 일부러 낸 오류, 시계. 스냅샷은 남습니다.',
      },
      answer: beginningShape,
      do: resetWorld,
    }),
  ],
};
