/** What stands behind a person's apps and profiles: their businesses (사업자 정보). Source: guide, 준비 2: 등록 후에는 카카오 for 비즈니스에서 관리. */
import type { App } from '../apps/index.ts';
import type { Business } from '../businesses/index.ts';
import type { Channel } from '../channels/index.ts';
import type { Reader } from '../store/index.ts';
import type { SyncDeps } from './deps.ts';

/** A business, and what of a person's belongs to it. */
export interface OwnBusiness {
  business: Business;
  apps: App[];
  channels: Channel[];
}

/** The businesses of a person's apps and profiles, whatever the role, and those that they have registered. */
export async function businessesOf({ apps, businesses, channels }: SyncDeps, by: string, from: Reader): Promise<OwnBusiness[]> {
  const [myApps, myChannels] = [await apps.ofMember(by, from), await channels.managedBy(by, from)];
  const registered = await businesses.registeredBy(by, from);
  const numbers = new Set([...myApps, ...myChannels].map(({ businessNumber }) => businessNumber).filter((number) => number !== null));
  for (const { id } of registered) numbers.add(id);
  const found = await Promise.all([...numbers].sort().map((number) => businesses.byNumber(number, from)));
  return found
    .filter((business) => business !== undefined)
    .map((business) => ({
      business,
      apps: myApps.filter(({ businessNumber }) => businessNumber === business.id),
      channels: myChannels.filter(({ businessNumber }) => businessNumber === business.id),
    }));
}
