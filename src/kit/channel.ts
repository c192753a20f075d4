/** Channels as a test wants them: certified, of the test's business, and connected to an app where one is named. */
import { z } from 'zod';
import { SearchIdTaken } from '../channels/index.ts';
import type { House } from '../house.ts';
import { ALL, type Channel, randomText, type Tx } from '../store/index.ts';
import { shapes } from '../store/schema.ts';
import { plantRows } from '../store/seed/plant.ts';
import { seedFile } from '../store/seed/shape.ts';
import { DESK_ID } from '../sync/index.ts';
import { connect, putTestBusiness, TEST_BUSINESS } from './connect.ts';
import { findAccount, findApp, findChannel } from './find.ts';
import { IdTaken } from './refused.ts';
import { named, says } from './says.ts';

const row = shapes.channels.shape;

export const channelInput = z.strictObject({
  id: says(
    row.id.optional(),
    'Public id like `_xaBcDe`; a new one unless told otherwise.',
    '프로필 ID. 예: `_xaBcDe`. 생략하면 새로 만듭니다.',
  ),
  name: says(row.name.optional(), 'Name.', '이름'),
  searchId: says(row.searchId.optional(), 'Search id with its `@`.', '`@`로 시작하는 검색용 아이디'),
  certified: says(z.boolean().default(true), 'Whether it has its business certification.', '비즈니스 인증 여부'),
  app: says(
    z.string().optional(),
    'An app to connect it to: id, key or name. The first channel of an app is on its consent screen.',
    '연결할 앱의 ID, 키 또는 이름. 첫 번째 채널이 동의 화면에 보입니다.',
  ),
  owner: says(
    z.string().optional(),
    'Who runs it in the console: account id, persona or login.',
    '콘솔에서의 마스터: 계정 ID, 페르소나 또는 로그인 ID',
  ),
});
export type ChannelInput = z.input<typeof channelInput>;

export const channelShape = named(
  'Channel',
  z.strictObject({
    id: says(z.string(), 'Public id.', '프로필 ID'),
    searchId: says(z.string(), 'Search id.', '검색용 아이디'),
    name: says(z.string(), 'Name.', '이름'),
    certified: says(z.boolean(), 'Whether it has its business certification.', '비즈니스 인증 여부'),
    apps: says(z.array(z.string()), 'Ids of the apps that it is connected to.', '연결된 앱 ID'),
  }),
);
export type ChannelFacts = z.output<typeof channelShape>;

export async function channelOf({ channels, sync }: House, { id, searchId, name }: Channel): Promise<ChannelFacts> {
  const apps = (await sync.connectedApps(id)).map(({ appId }) => appId);
  return { id, searchId, name, certified: await channels.certified(id), apps };
}

/** Throws InputRefused, IdTaken, SearchIdTaken, and what connect throws. */
export async function createChannel(house: House, given: z.output<typeof channelInput>): Promise<ChannelFacts> {
  const app = given.app === undefined ? null : await findApp(house, given.app);
  const owner = given.owner === undefined ? null : (await findAccount(house, given.owner)).id;
  const channel = await house.store.write(async (tx) => {
    const all = await tx.find('channels', 'all', ALL);
    const number = Math.max(10000, ...all.map(({ profileNumber }) => Number(profileNumber))) + 1;
    const planted = seedFile.shape.channels.unwrap().element.parse({
      id: given.id ?? freeId(all),
      profileNumber: String(number),
      searchId: given.searchId ?? `@test${number}`,
      name: given.name ?? `테스트 채널 ${number}`,
      businessNumber: app?.businessNumber ?? TEST_BUSINESS,
      managers: owner === null ? [] : [{ accountId: owner, role: 'master' }],
      certification: given.certified ? { submittedBy: DESK_ID, decision: { outcome: 'approved' } } : null,
    });
    await mustBeFree(tx, planted);
    await putTestBusiness(tx);
    plantRows(tx, { accounts: [], businesses: [], channels: [planted], apps: [], links: [], friendships: [] }, house.clock.now());
    if (app) await connect(house, tx, app.id, planted);
    return planted;
  });
  return channelOf(house, channel);
}

function freeId(all: readonly Channel[]): string {
  for (;;) {
    const id = `_x${randomText(5, 'ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz')}`;
    if (!all.some((channel) => channel.id === id)) return id;
  }
}

async function mustBeFree(tx: Tx, { id, searchId }: Pick<Channel, 'id' | 'searchId'>): Promise<void> {
  if (await tx.get('channels', id)) throw new IdTaken('id', id, 'a channel');
  if ((await tx.find('channels', 'searchId', searchId.toLowerCase())).length > 0)
    throw new SearchIdTaken(`${searchId} is taken`, { searchId });
}

export const relations = ['ADDED', 'BLOCKED'] as const;

/** A person adds or blocks a channel in KakaoTalk; whether it was otherwise before. Throws InputRefused, NoTalkUser. */
export async function relate(house: House, channel: string, user: string, relation: (typeof relations)[number]): Promise<boolean> {
  const { id } = await findChannel(house, channel);
  return house.consent.relate(id, await findAccount(house, user), relation);
}
