/** A browser without JavaScript for one login: cookies, redirects, forms. It stops at the door of the partner. */
import { parseCookie } from 'undici';

/** What carries the requests: `fetch`, or anything that answers like it. It must not follow redirects by itself. */
export type Send = (
  url: string,
  request: { method: 'GET' | 'POST'; headers: Record<string, string>; body?: string; redirect: 'manual' },
) => Promise<{ status: number; headers: { get(name: string): string | null; getSetCookie(): string[] }; text(): Promise<string> }>;

/** A page of the simulator; or, where `isBack`, the address that it sends the browser back to. */
export interface Page {
  url: URL;
  isBack: boolean;
  status: number;
  html: string;
}

interface Cookie {
  name: string;
  value: string;
  path: string;
}

/** No login sends a browser on more often. */
const MOST_REDIRECTS = 20;

/**
 * @param here where an address of Kakao's is reached
 * @param isBack whether an address is the partner's
 */
export function createBrowser(send: Send, here: (url: URL) => URL, isBack: (url: URL) => boolean) {
  let cookies: Cookie[] = [];

  const take = (header: string): void => {
    const cookie = parseCookie(header);
    if (!cookie) return;
    const { name, value, path = '/', expires, maxAge } = cookie;
    cookies = cookies.filter((each) => each.name !== name || each.path !== path);
    const isGone = maxAge === 0 || (expires !== undefined && Number(expires) <= 0);
    if (!isGone) cookies.push({ name, value, path });
  };
  const cookieFor = ({ pathname }: URL): string =>
    cookies
      .filter(({ path }) => pathname === path || pathname.startsWith(path.endsWith('/') ? path : `${path}/`))
      .map(({ name, value }) => `${name}=${value}`)
      .join('; ');

  async function request(to: URL, form?: URLSearchParams): Promise<Page> {
    let url = to;
    let body = form?.toString();
    for (let left = MOST_REDIRECTS; left > 0; left -= 1) {
      const cookie = cookieFor(url);
      const headers = { ...(cookie && { cookie }), ...(body !== undefined && { 'content-type': 'application/x-www-form-urlencoded' }) };
      const answer = await send(url.href, {
        method: body === undefined ? 'GET' : 'POST',
        headers,
        redirect: 'manual',
        ...(body !== undefined && { body }),
      });
      for (const header of answer.headers.getSetCookie()) take(header);
      const html = await answer.text();
      const location = answer.headers.get('location');
      if (location === null) return { url, isBack: false, status: answer.status, html };
      url = here(new URL(location, url));
      body = undefined;
      if (isBack(url)) return { url, isBack: true, status: answer.status, html: '' };
    }
    throw new Error(`more than ${MOST_REDIRECTS} redirects, the last to ${url.href}`);
  }

  return {
    open: (url: URL): Promise<Page> => request(url),
    /** Sends the form of a page. */
    submit: ({ url, html }: Page, fields: Iterable<[string, string]>): Promise<Page> =>
      request(new URL(actionOf(html) ?? url.href, url), new URLSearchParams([...fields])),
  };
}

/** A box of a form: what it sends when it is ticked, and whether it has to be. */
export interface Box {
  name: string;
  value: string;
  required: boolean;
}

/** The boxes of a page that have a name. */
export function boxesOf(html: string): Box[] {
  return [...html.matchAll(/<input\b[^>]*\btype="checkbox"[^>]*>/g)]
    .map(([tag]) => ({ name: attribute(tag, 'name'), value: attribute(tag, 'value'), required: /\sdata-required\b/.test(tag) }))
    .filter(({ name }) => name !== '');
}

/** The words of the first element that this finds. */
export function wordsOf(html: string, element: RegExp): string {
  const [, words = ''] = element.exec(html) ?? [];
  return plain(words.replace(/<[^>]*>/g, '')).trim();
}

function actionOf(html: string): string | undefined {
  const [, action] = /<form\b[^>]*\baction="([^"]*)"/.exec(html) ?? [];
  return action === undefined ? undefined : plain(action);
}

function attribute(tag: string, name: string): string {
  return plain(new RegExp(`\\s${name}="([^"]*)"`).exec(tag)?.[1] ?? '');
}

/** Text without the entities that ejs writes. */
function plain(text: string): string {
  return text.replace(/&(?:amp|lt|gt|#34|#39);/g, (entity) => ENTITIES[entity] ?? entity);
}

const ENTITIES: Readonly<Record<string, string>> = { '&amp;': '&', '&lt;': '<', '&gt;': '>', '&#34;': '"', '&#39;': "'" };
