/** Connects an app to a channel, as the business console does once everybody's roles are in order. Source: guide, 신청 1단계. */
import { UnknownApp } from '../apps/index.ts';
import type { House } from '../house.ts';
import type { Channel, Tx } from '../store/index.ts';
import { AlreadyConnected, MOST_PROFILES, NotCertified, OtherBusiness, TooManyProfiles } from '../sync/index.ts';

/** The business of apps and channels that name none; its number checks, and belongs to nobody. */
export const TEST_BUSINESS = '999-88-00009';

/** Both are of the test's business unless told otherwise. */
export async function putTestBusiness(tx: Tx): Promise<void> {
  if (await tx.get('businesses', TEST_BUSINESS)) return;
  tx.put('businesses', {
    id: TEST_BUSINESS,
    companyName: '테스트 주식회사',
    representative: '김테스트',
    type: '서비스업',
    item: '테스트',
    address: '시뮬레이션시 가상구 예시로 1',
    registeredBy: null,
  });
}

/** The first one is on the consent screen. Throws UnknownApp, TooManyProfiles, NotCertified, OtherBusiness, AlreadyConnected. */
export async function connect({ channels, sync, clock }: House, tx: Tx, appId: string, channel: Channel): Promise<void> {
  const channelId = channel.id;
  const app = await tx.get('apps', appId);
  if (!app) throw new UnknownApp(`no app ${appId}`, { appId });
  const connected = await sync.connections(app.id, tx);
  if (connected.length >= MOST_PROFILES) throw new TooManyProfiles(`expected at most ${MOST_PROFILES} channels`, { most: MOST_PROFILES });
  if (connected.some((each) => each.channelId === channelId))
    throw new AlreadyConnected(`channel ${channelId} is connected`, { channelId });
  if (!(await channels.certified(channelId, tx))) throw new NotCertified(`channel ${channelId} is not certified`, { channelId });
  if (app.businessNumber === null || app.businessNumber !== channel.businessNumber) {
    const [ofApp, ofChannel] = [app.businessNumber ?? 'none', channel.businessNumber ?? 'none'];
    throw new OtherBusiness(`app ${app.id} has the business ${ofApp}, channel ${channelId} has ${ofChannel}`, { channelId });
  }
  tx.put('connections', { id: `${app.id}:${channelId}`, appId: app.id, channelId, connectedAt: clock.now() });
  tx.put('apps', { ...app, channelOnConsent: app.channelOnConsent ?? channelId });
}
