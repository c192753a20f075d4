/** A person at the end of a library's authorize URL: signs in, answers the consent screen, and is sent to the partner. */
import type { World } from '../helpers/house.ts';
import { agreement } from '../helpers/login.ts';
import type { Page, Visitor } from '../helpers/visitor.ts';

export interface Walk {
  /** Key of the persona who signs in where the login page comes. */
  as: string;
  /** How the consent screen is answered: all ticked, only what is required, or 취소. */
  consent?: 'all' | 'required' | 'cancel';
  visitor?: Visitor;
}

export interface Arrival {
  /** The URL that the partner is called back with. */
  callback: URL;
  /** The pages that the person saw, in order. */
  seen: ('login' | 'consent')[];
}

/** From the authorize URL to the partner's door. Throws when the way ends on a page. */
export async function walk(
  world: Pick<World, 'url' | 'visitor'>,
  authorize: string | URL,
  { as, consent = 'all', visitor = world.visitor() }: Walk,
): Promise<Arrival> {
  const seen: Arrival['seen'] = [];
  const { pathname, search } = new URL(authorize);
  let page = await visitor.open(pathname + search);
  if (isAt(page, 'login')) {
    seen.push('login');
    page = await visitor.submit(page, { persona: as });
  }
  if (isAt(page, 'consent')) {
    seen.push('consent');
    page = await visitor.submit(page, consent === 'cancel' ? { decision: 'cancel' } : agreement(page, consent));
  }
  if (page.url.origin === world.url) throw new Error(`the way ends at ${page.status} ${page.url.href}\n${page.html}`);
  return { callback: page.url, seen };
}

function isAt({ url }: Page, page: string): boolean {
  return url.pathname.startsWith(`/oauth/${page}/`);
}
