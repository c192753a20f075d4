/** What kind of app it is, as the console lists them. Source: kakao-api 6 (App kinds). */
import type { App } from '../store/index.ts';

/** 차단 앱 before 테스트 앱 before 비즈 앱: the kind that says most about who can log in. */
export type AppKind = 'suspended' | 'test' | 'biz' | 'basic';

export function kindOf({ suspended, testOf, businessNumber }: Pick<App, 'suspended' | 'testOf' | 'businessNumber'>): AppKind {
  if (suspended) return 'suspended';
  if (testOf !== null) return 'test';
  return businessNumber === null ? 'basic' : 'biz';
}
