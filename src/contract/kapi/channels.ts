/** The user's relation to the app's channels. Source: kakao-api 2.16. */
import { added, but, differs, doc, docSdk, fact, from, inside, leftOut, type Row, sdk } from '../row.ts';
import type { Endpoint, Table } from '../table.ts';
import { ofUser } from './errors.ts';
import { byEither } from './forms.ts';

const errors = ofUser('-402', '-501');
const endpoint = (name: string, takes: readonly Row[], gives: readonly Row[], sources: Endpoint['sources'] = ['doc']): Endpoint => ({
  name,
  section: '2.16',
  sources,
  methods: doc('GET'),
  forms: byEither,
  takes,
  gives,
  errors,
});

const UNKNOWN_DROPPED = differs('연결되지 않은 채널은 빼고 답합니다.', 'Channels that are not linked are dropped.');
const OTHER_GENERATION = ['다른 버전의 이름도 함께 읽습니다.', 'The filter of the other version is read, too.'] as const;

// prettier-ignore
const channels: readonly Row[] = [
  ...doc('user_id', 'channels'),
  ...inside('channels[].', [
    ...doc('channel_uuid', 'channel_public_id', 'updated_at'),
    ...docSdk('relation'),
    ...but(from('recall')('created_at'), leftOut('있는지 알려지지 않았습니다.', 'Whether it exists is not established.')),
  ]),
];

export const channelsV2 = endpoint(
  '/v2/api/talk/channels',
  [...but(docSdk('channel_ids'), UNKNOWN_DROPPED), ...doc('channel_id_type'), ...added(['channel_public_ids'], ...OTHER_GENERATION)],
  channels,
);

export const channelsV1 = endpoint(
  '/v1/api/talk/channels',
  [...but(from('recall')('channel_public_ids'), UNKNOWN_DROPPED), ...added(['channel_ids', 'channel_id_type'], ...OTHER_GENERATION)],
  channels,
);

// prettier-ignore
export const plusFriends = endpoint(
  '/v1/api/talk/plusfriends',
  but(sdk('plus_friend_public_ids'), UNKNOWN_DROPPED),
  docSdk(
    'user_id', 'plus_friends', 'plus_friends[].plus_friend_public_id', 'plus_friends[].plus_friend_uuid',
    'plus_friends[].relation', 'plus_friends[].updated_at',
  ),
  ['doc', 'sdk'],
);

// prettier-ignore
export const relations: Table = {
  id: 'channel-relations',
  section: '2.16',
  title: { ko: '채널 API의 규칙', en: 'How the channel APIs answer' },
  kind: 'declared',
  rows: [
    fact('doc sdk', 'relation is ADDED, BLOCKED, or NONE without updated_at', 'relation은 ADDED, BLOCKED, 또는 updated_at이 없는 NONE입니다.'),
    fact('doc', 'only channels that are linked to the app are reported', '앱에 연결된 채널만 알려 줍니다.'),
    fact('doc sdk', 'without the plusfriends consent it is 403 -402 with required_scopes', 'plusfriends 동의가 없으면 required_scopes와 함께 403 -402입니다.', differs(
      'api_type의 값은 시뮬레이터가 정했습니다.', 'The value of api_type is ours.')),
    fact('doc', 'of a user without KakaoTalk it is 400 -501', '카카오톡을 쓰지 않는 사용자는 400 -501입니다.'),
  ],
};
