/** Channels, and who has added or blocked them. */
import { z } from 'zod';
import { channelInput, channelOf, channelShape, createChannel, relate, relations } from '../kit/channel.ts';
import { findChannel } from '../kit/find.ts';
import { says } from '../kit/says.ts';
import { call, type Subject } from './call.ts';

const channel = says(z.string(), 'Id, search id or name of the channel.', '프로필 ID, 검색용 아이디 또는 이름');
const relation = says(z.enum(relations), 'How the person stands with it.', '채널과의 관계');

export const channels: Subject = {
  name: 'channels',
  title: { en: 'Channels', ko: '채널' },
  says: { en: 'KakaoTalk channels, certified and connected as they are made.', ko: '만들 때 인증하고 연결할 수 있는 카카오톡 채널입니다.' },
  calls: [
    call({
      method: 'GET',
      path: '/channels',
      summary: { en: 'Every channel.', ko: '모든 채널을 조회합니다.' },
      answer: z.strictObject({ channels: says(z.array(channelShape), 'Every one.', '채널 목록') }),
      do: async (house) => ({ channels: await Promise.all((await house.channels.all()).map((each) => channelOf(house, each))) }),
    }),
    call({
      method: 'POST',
      path: '/channels',
      summary: {
        en: 'Makes a certified channel, and connects it to an app where one is named.',
        ko: '인증된 채널을 만들고, 앱을 지정하면 연결합니다.',
      },
      body: channelInput,
      answer: channelShape,
      status: 201,
      do: (house, { body }) => createChannel(house, body),
    }),
    call({
      method: 'GET',
      path: '/channels/{channel}',
      summary: { en: 'One channel.', ko: '채널 하나를 조회합니다.' },
      params: z.strictObject({ channel }),
      answer: channelShape,
      do: async (house, { params }) => channelOf(house, await findChannel(house, params.channel)),
    }),
    call({
      method: 'PUT',
      path: '/channels/{channel}/friends/{user}',
      summary: {
        en: 'A person adds or blocks a channel, and its apps are told.',
        ko: '사람이 채널을 추가하거나 차단합니다. 연결된 앱에 콜백을 보냅니다.',
      },
      params: z.strictObject({ channel, user: says(z.string(), 'Persona, account id or login.', '페르소나, 계정 ID 또는 로그인 ID') }),
      body: z.strictObject({ relation }),
      answer: z.strictObject({ changed: says(z.boolean(), 'Whether it was otherwise before.', '바뀌었는지 여부') }),
      do: async (house, { params, body }) => ({ changed: await relate(house, params.channel, params.user, body.relation) }),
    }),
  ],
};
