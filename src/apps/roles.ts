/** Who may do what with an app: owner (오너) before editor (에디터) before member (멤버). Source: guide, 준비 2 and 신청 1단계. */
import { RuleBroken } from '../rule.ts';
import type { App, Reader } from '../store/index.ts';

export type AppRole = App['members'][number]['role'];

/** There is no app with this id. */
export class UnknownApp extends RuleBroken {
  readonly code = 'unknown_app';
}

/** The person's role in this app is not enough. `details`: `needed`, and `has` (null for a stranger). */
export class AppRoleMissing extends RuleBroken {
  readonly code = 'app_role_missing';
}

export const appRoles: readonly AppRole[] = ['owner', 'editor', 'member'];

export function appRole({ members }: App, accountId: string): AppRole | undefined {
  return members.find((member) => member.accountId === accountId)?.role;
}

/** 에디터 이상: whether the person has this role or a higher one. */
export function hasAppRole(app: App, accountId: string, needed: AppRole): boolean {
  const role = appRole(app, accountId);
  return role !== undefined && appRoles.indexOf(role) <= appRoles.indexOf(needed);
}

/** The app, for a person who may touch it. Throws UnknownApp, AppRoleMissing. */
export async function appFor(from: Reader, appId: string, by: string, needed: AppRole): Promise<App> {
  const app = await from.get('apps', appId);
  if (!app) throw new UnknownApp(`no app ${appId}`, { appId });
  if (hasAppRole(app, by, needed)) return app;
  const has = appRole(app, by) ?? null;
  throw new AppRoleMissing(`app ${appId} needs an ${needed}, ${by} is ${has ?? 'nobody there'}`, { appId, needed, has });
}
