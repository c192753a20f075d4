/** 연결하기: a biz app and certified profiles of the same business. Source: guide, 신청 1단계. */
import { type App, hasAppRole } from '../apps/index.ts';
import { sameBusiness } from '../businesses/index.ts';
import { type Channel, hasChannelRole } from '../channels/index.ts';
import { RuleBroken } from '../rule.ts';
import type { Connection, Reader, Tx } from '../store/index.ts';
import type { SyncDeps } from './deps.ts';

/** 1개의 비즈 앱에는 10개의 인증 프로필. */
export const MOST_PROFILES = 10;

/** The app has no business yet: 디벨로퍼스 앱에 사업자 정보를 등록하고 비즈 앱으로 만들기. */
export class NotBiz extends RuleBroken {
  readonly code = 'not_biz';
}

/** No profile was chosen. */
export class NoProfileChosen extends RuleBroken {
  readonly code = 'no_profile_chosen';
}

/** The profile has no 비즈니스 인증. `details.channelId`. */
export class NotCertified extends RuleBroken {
  readonly code = 'not_certified';
}

/** 동일한 사업자 정보가 입력된 비즈 앱과 인증 프로필만 연결 가능합니다. `details.channelId`. */
export class OtherBusiness extends RuleBroken {
  readonly code = 'other_business';
}

/** The two are connected, or the profile was chosen twice. `details.channelId`. */
export class AlreadyConnected extends RuleBroken {
  readonly code = 'already_connected';
}

/** More profiles than an app may have. `details`: `most`, `connected`. */
export class TooManyProfiles extends RuleBroken {
  readonly code = 'too_many_profiles';
}

/**
 * Connects all of the profiles or none. Editors of the app who are managers of each profile.
 * Throws UnknownApp, AppRoleMissing, NotBiz, NoProfileChosen, UnknownChannel, ChannelRoleMissing, NotCertified, OtherBusiness, AlreadyConnected, TooManyProfiles.
 */
export async function connect(deps: SyncDeps, tx: Tx, by: string, appId: string, channelIds: readonly string[]): Promise<Connection[]> {
  const app = await deps.apps.asMember(appId, by, 'editor', tx);
  if (app.businessNumber === null) throw new NotBiz(`app ${appId} is no biz app`, { appId });
  if (channelIds.length === 0) throw new NoProfileChosen('expected at least one profile');
  const connected = (await tx.find('connections', 'app', appId)).length;
  if (connected + channelIds.length > MOST_PROFILES)
    throw new TooManyProfiles(`expected at most ${MOST_PROFILES} profiles`, { most: MOST_PROFILES, connected });
  const made: Connection[] = [];
  for (const channelId of channelIds) made.push(await connectOne(deps, tx, by, app, channelId));
  return made;
}

async function connectOne({ channels, clock }: SyncDeps, tx: Tx, by: string, app: App, channelId: string): Promise<Connection> {
  const channel = await channels.asManager(channelId, by, 'manager', tx);
  if (!(await channels.certified(channelId, tx))) throw new NotCertified(`profile ${channelId} is not certified`, { channelId });
  if (!sameBusiness(app, channel)) throw new OtherBusiness(`profile ${channelId} is of another business`, { channelId });
  const id = `${app.id}:${channelId}`;
  if (await tx.get('connections', id)) throw new AlreadyConnected(`profile ${channelId} is connected`, { channelId });
  const connection = { id, appId: app.id, channelId, connectedAt: clock.now() };
  tx.put('connections', connection);
  return connection;
}

/** 에디터 이상의 권한을 갖고 있는 비즈 앱만 리스트에 표시됩니다. */
export async function connectableApps({ apps }: SyncDeps, by: string, from: Reader): Promise<App[]> {
  const mine = await apps.ofMember(by, from);
  return mine.filter((app) => app.businessNumber !== null && hasAppRole(app, by, 'editor'));
}

/** A profile on the list, and why it cannot be chosen: `other_business`, `already_connected`, or null. */
export interface ChannelChoice {
  channel: Channel;
  refusal: (OtherBusiness | AlreadyConnected)['code'] | null;
}

/** 매니저 이상의 권한을 갖고 있는 인증 프로필만 리스트에 표시됩니다: of them those can be chosen that are of the app's business and not connected to it. */
export async function channelChoices({ channels }: SyncDeps, by: string, app: App, from: Reader): Promise<ChannelChoice[]> {
  const taken = (await from.find('connections', 'app', app.id)).map(({ channelId }) => channelId);
  const mine = (await channels.managedBy(by, from)).filter((channel) => hasChannelRole(channel, by, 'manager'));
  const certified = await Promise.all(mine.map(({ id }) => channels.certified(id, from)));
  const refusalOf = (channel: Channel): ChannelChoice['refusal'] => {
    if (taken.includes(channel.id)) return 'already_connected';
    return sameBusiness(app, channel) ? null : 'other_business';
  };
  return mine.filter((_, at) => certified[at]).map((channel) => ({ channel, refusal: refusalOf(channel) }));
}
