/** Pages of a login that is under way: a path that takes a form, and the cookies that belong to it. */
import { APPS, CALLBACK, type World } from '../helpers/house.ts';
import { actionOf, type Page } from '../helpers/visitor.ts';

export interface LivePage {
  /** Where its form posts to. */
  path: string;
  cookie: string;
}

/** The page as a person meets it on the way to the demo shop; the consent screen after a login. */
export async function livePage(world: World, name: 'login' | 'signup' | 'consent'): Promise<LivePage> {
  const jar = new Map<string, string>();
  const prompt = name === 'signup' ? { prompt: 'create' } : {};
  const query = new URLSearchParams({
    response_type: 'code',
    client_id: (await world.key(APPS.demo)).key,
    redirect_uri: CALLBACK,
    ...prompt,
  });
  let path = await open(world, jar, `/oauth/authorize?${query}`);
  if (name === 'consent') path = await open(world, jar, path, 'persona=han');
  if (!path.startsWith(`/oauth/${name}/`)) throw new Error(`expected the page ${name}, got ${path}`);
  return { path, cookie: cookiesOf(jar) };
}

/** Follows redirects to a page, and resolves with where its form posts to. */
async function open(world: World, jar: Map<string, string>, path: string, form?: string): Promise<string> {
  const answer = await fetch(new URL(path, world.url), {
    redirect: 'manual',
    headers: { cookie: cookiesOf(jar), ...(form && { 'content-type': 'application/x-www-form-urlencoded' }) },
    ...(form && { method: 'POST', body: form }),
  });
  for (const cookie of answer.headers.getSetCookie()) {
    const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(cookie) ?? [];
    jar.set(name, value);
  }
  const html = await answer.text();
  const location = answer.headers.get('location');
  return location ? open(world, jar, location) : actionOf({ html } as Page);
}

function cookiesOf(jar: ReadonlyMap<string, string>): string {
  return [...jar].map(([name, value]) => `${name}=${value}`).join('; ');
}
