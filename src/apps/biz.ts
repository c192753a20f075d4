/** 비즈 앱 전환: the owner registers whose business the app is. Source: guide, 준비 2 (앱 오너만 등록 가능). */
import type { Businesses } from '../businesses/index.ts';
import { RuleBroken } from '../rule.ts';
import type { App, Tx } from '../store/index.ts';
import { appFor } from './roles.ts';

/** The app has its business: 등록 후에는 카카오 for 비즈니스에서 관리할 수 있습니다. */
export class AlreadyBiz extends RuleBroken {
  readonly code = 'already_biz';
}

/** Throws UnknownApp, AppRoleMissing, AlreadyBiz, UnknownBusiness. */
export async function becomeBiz(tx: Tx, businesses: Businesses, by: string, appId: string, businessNumber: string): Promise<App> {
  const app = await appFor(tx, appId, by, 'owner');
  if (app.businessNumber !== null) throw new AlreadyBiz(`app ${appId} is a biz app`, { appId });
  await businesses.stored(businessNumber, tx);
  const after = { ...app, businessNumber };
  tx.put('apps', after);
  return after;
}
