/** An app as the console names it: icon, name, company, and how it stands in a few words. */
import { type App, appRole, kindOf } from '../../apps/index.ts';
import type { House } from '../../house.ts';
import { iconPath } from '../../web/icons.ts';
import type { Translate } from '../../web/text/index.ts';
import { type Badge, onOff } from './section.ts';

export interface AppCard {
  id: string;
  path: string;
  name: string;
  company: string;
  /** URL path of the icon, or null for one to be drawn from the name. */
  icon: string | null;
  kind: Badge;
  login: Badge;
  signup: Badge;
  /** Of whoever looks at it; null for a stranger. */
  role: Badge | null;
}

export async function appCard({ sync }: House, t: Translate, app: App, reader?: string): Promise<AppCard> {
  const { id, name, company, loginOn } = app;
  const role = reader === undefined ? undefined : appRole(app, reader);
  return {
    id,
    path: pathOf(app),
    name,
    company,
    icon: iconPath(app),
    kind: kindBadge(t, app),
    login: loginOn ? onOff(t, true) : { ...onOff(t, false), look: 'fail' },
    signup: signupBadge(t, app, (await sync.simpleSignup(app)) !== null),
    role: role ? { word: t(`developers.role.${role}`), look: 'plain' } : null,
  };
}

/** Path of the page of an app. */
export function pathOf({ id }: Pick<App, 'id'>): string {
  return `/developers/apps/${encodeURIComponent(id)}`;
}

export function kindBadge(t: Translate, app: App): Badge {
  const kind = kindOf(app);
  return { word: t(`developers.kind.${kind}`), look: kind === 'suspended' ? 'fail' : kind === 'test' ? 'wait' : 'plain' };
}

/** ON alone is not enough: the terms have to be approved, too. */
export function signupBadge(t: Translate, { simpleSignupOn }: App, inEffect: boolean): Badge {
  if (inEffect) return { word: t('developers.signup.inEffect'), look: 'ok' };
  return simpleSignupOn ? { word: t('developers.signup.awaiting'), look: 'wait' } : onOff(t, false);
}
