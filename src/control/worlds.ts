/** Worlds: simulators beside this one, in the same process. */
import { z } from 'zod';
import { named, says } from '../kit/says.ts';
import { call, type Subject } from './call.ts';

const worldShape = named(
  'World',
  z.strictObject({
    id: says(z.string(), 'Id of the world.', '월드 ID'),
    url: says(
      z.string(),
      'Base URL of all its faces; its control API is below.',
      '모든 화면과 API의 기본 주소. 컨트롤 API도 그 아래에 있습니다.',
    ),
    from: says(
      z.string().nullable(),
      'The snapshot that it began with; null: the state at that moment.',
      '시작한 스냅샷. null이면 만들 때의 상태',
    ),
  }),
);

export const worlds: Subject = {
  name: 'worlds',
  title: { en: 'Worlds', ko: '월드' },
  says: {
    en: 'Simulators beside this one, for tests beside one another: each with its own address, state, clock, log and callbacks, in memory. They share keys.',
    ko: '나란히 도는 테스트를 위한 또 다른 시뮬레이터입니다. 주소, 상태, 시계, 기록, 콜백이 따로이며 메모리에 있습니다. 서명 키는 같습니다.',
  },
  calls: [
    call({
      method: 'POST',
      path: '/worlds',
      summary: { en: 'Forks a world, from a snapshot or from this state.', ko: '스냅샷이나 지금 상태에서 월드를 만듭니다.' },
      body: z.strictObject({
        from: says(z.string().optional(), 'Name of a snapshot; this state where it is left out.', '스냅샷 이름. 생략하면 지금 상태'),
      }),
      answer: worldShape,
      status: 201,
      do: (house, { body }) => house.worlds.create(body.from),
    }),
    call({
      method: 'GET',
      path: '/worlds',
      summary: { en: 'Those that are open.', ko: '열려 있는 월드를 조회합니다.' },
      answer: z.strictObject({ worlds: says(z.array(worldShape), 'In the order in which they were opened.', '월드 목록') }),
      do: async (house) => ({ worlds: [...house.worlds.list()] }),
    }),
    call({
      method: 'DELETE',
      path: '/worlds/{id}',
      summary: { en: 'Ends a world, and everything in it.', ko: '월드를 끝냅니다.' },
      params: z.strictObject({ id: worldShape.shape.id }),
      answer: z.strictObject({}),
      async do(house, { params }) {
        await house.worlds.drop(params.id);
        return {};
      },
    }),
  ],
};
