/** A browser without scripts at a console: it sends the forms of its pages as they are drawn, with what is typed and attached. */
import assert from 'node:assert/strict';
import supertest from 'supertest';
import { FORM_COOKIE } from '../../helpers/form-token.ts';
import type { World } from '../../helpers/house.ts';

export interface Page {
  status: number;
  html: string;
  /** Path and query, after redirects. */
  path: string;
  headers: Record<string, string>;
}

export interface Sending {
  /** What is typed, over what stands in the form; null leaves a field out. */
  typed?: Record<string, string | null>;
  /** What is attached, by field. */
  files?: Record<string, Buffer>;
  /** Which button is pressed. */
  button?: [name: string, value: string];
}

export type Browser = ReturnType<typeof openBrowser>;

/** Signed in as this account; nobody is when it is null. */
export function openBrowser({ url, house }: World, accountId: string | null, language = 'ko') {
  const agent = supertest.agent(url);
  let cookie = `kakao_sync_lang=${language}; ${FORM_COOKIE}`;
  const get = async (path: string): Promise<Page> => asPage(path, await agent.get(path).set('Cookie', cookie).redirects(0));
  const follow = async (page: Page): Promise<Page> => (page.headers['location'] ? follow(await get(page.headers['location'])) : page);

  return {
    async signIn(id: string | null): Promise<void> {
      const session = id && (await house.accounts.openSession(id));
      cookie = `kakao_sync_lang=${language}; ${FORM_COOKIE}${session ? `; kakao_sync_console=${session}` : ''}`;
    },
    get,
    open: async (path: string): Promise<Page> => follow(await get(path)),

    /** Sends the form with this test id, and does not follow the answer. */
    async post(page: Page, { typed = {}, files = {}, button }: Sending = {}): Promise<Page> {
      const form = formOf(page);
      const fields = { ...form.fields, ...typed, ...(button && { [button[0]]: button[1] }) };
      const sent = Object.entries(fields).filter((entry): entry is [string, string] => entry[1] !== null);
      const request = agent
        .post(form.action)
        .set('Cookie', cookie)
        .set('Origin', url)
        .set('Referer', url + page.path)
        .redirects(0);
      if (!form.isMultipart) return asPage(form.action, await request.type('form').send(new URLSearchParams(sent).toString()));
      for (const [name, value] of sent) request.field(name, value);
      for (const [name, bytes] of Object.entries(files)) request.attach(name, bytes, '서류.png');
      return asPage(form.action, await request);
    },

    /** The same, to where it leads. */
    async send(page: Page, sending: Sending = {}): Promise<Page> {
      return follow(await this.post(page, sending));
    },
  };
}

/** A browser of this account, ready to use. */
export async function signedIn(world: World, accountId: string, language = 'ko'): Promise<Browser> {
  const browser = openBrowser(world, accountId, language);
  await browser.signIn(accountId);
  return browser;
}

/** What the page says, without its tags. */
export function wordsOf({ html }: Page): string {
  const text = html.replace(/^[\s\S]*<main/, '<main').replace(/<[^>]+>/g, ' ');
  return unescaped(text).replace(/\s+/g, ' ').trim();
}

/** The part of a page with this test id, in words; '' when it is not there. Parts do not hold elements of their own tag. */
export function partOf({ html }: Page, testid: string): string {
  const [, , inner = ''] = new RegExp(`<(\\w+)[^>]*data-testid="${testid}"[^>]*>([\\s\\S]*?)</\\1>`).exec(html) ?? [];
  return unescaped(inner.replace(/<[^>]+>/g, ' '))
    .replace(/\s+/g, ' ')
    .trim();
}

/** What is wrong with a field, as it is said beside it. */
export function errorOf(page: Page, field: string): string {
  return partOf(page, `error-${field}`);
}

/** Names of the fields that are wrong. */
export function wrongFields({ html }: Page): string[] {
  return [...html.matchAll(/data-testid="error-([^"]+)"/g)].map(([, name]) => name!);
}

/** What the form would send as it is drawn. */
export function formOf({ html, path }: Page): { action: string; isMultipart: boolean; fields: Record<string, string> } {
  const main = html.replace(/^[\s\S]*<main/, '');
  const [, tag = '', inner = ''] = /<form([^>]*method="post"[^>]*)>([\s\S]*?)<\/form>/.exec(main) ?? [];
  assert.ok(tag, `no form on ${path}:\n${html.slice(0, 1500)}`);
  const inputs = [...inner.matchAll(/<input\b[^>]*>/g)].map(([input]) => input);
  const counts = inputs.filter(
    (input) => !/type="file"/.test(input) && (!/type="(radio|checkbox)"/.test(input) || /\schecked\b/.test(input)),
  );
  return {
    action: attribute(tag, 'action'),
    isMultipart: tag.includes('multipart/form-data'),
    fields: Object.fromEntries(counts.map((input) => [attribute(input, 'name'), attribute(input, 'value')])),
  };
}

function attribute(tag: string, name: string): string {
  return unescaped(new RegExp(`\\s${name}="([^"]*)"`).exec(tag)?.[1] ?? '');
}

function unescaped(text: string): string {
  return text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&#34;', '"').replaceAll('&#39;', "'").replaceAll('&amp;', '&');
}

function asPage(path: string, { status, text, headers }: supertest.Response): Page {
  return { status, html: text, path, headers };
}
