/** What the tests of kauth share: reading a page as a person does, and a browser of which a test sees every single answer. */
import supertest from 'supertest';
import { translator } from '../../src/web/text/index.ts';
import { APPS, CALLBACK, type World } from '../helpers/house.ts';
import { agreement } from '../helpers/login.ts';
import type { Page, Visitor } from '../helpers/visitor.ts';
import { FORM_COOKIE, withToken } from '../helpers/form-token.ts';

type Html = Pick<Page, 'html'>;

/** The words of the pages, as a reader of each language sees them. */
export const [ko, en] = [translator('ko'), translator('en')];

/** The authorize request of an app, by the person's browser. */
export async function begin(
  world: World,
  app: string,
  params: Record<string, string | undefined> = {},
  visitor = world.visitor(),
): Promise<Page> {
  return visitor.authorize({ client_id: (await world.key(app)).key, redirect_uri: CALLBACK, ...params });
}

/** The page after a persona was chosen on the login page: the consent screen, or the partner's door. */
export async function loggedIn(
  world: World,
  app: string,
  as: string,
  params: Record<string, string> = {},
  visitor = world.visitor(),
): Promise<Page> {
  return visitor.submit(await begin(world, app, params, visitor), { persona: as });
}

/** Which page it is: `login`, `consent`, `signup`, `authorize`, … or `partner`. */
export function placeOf({ url }: Pick<Page, 'url'>): string {
  return url.origin === new URL(CALLBACK).origin ? 'partner' : (url.pathname.split('/')[2] ?? '');
}

/** The text of the element with this test id, or undefined where there is none. */
export function shown({ html }: Html, testId: string): string | undefined {
  const inside = new RegExp(`<(\\w+)[^>]*\\sdata-testid="${testId}"[^>]*>([\\s\\S]*?)</\\1>`).exec(html)?.[2];
  return inside === undefined ? undefined : textOf(inside);
}

/** The heading of a page. */
export function headingOf({ html }: Html): string {
  return textOf(/<h1[^>]*>([\s\S]*?)<\/h1>/.exec(html)?.[1] ?? '');
}

/** The value of an input field. */
export function valueOf({ html }: Html, name: string): string | undefined {
  const tag = new RegExp(`<input\\b[^>]*\\sname="${name}"[^>]*>`).exec(html)?.[0];
  const value = /\svalue="([^"]*)"/.exec(tag ?? '')?.[1];
  return value === undefined ? undefined : textOf(value);
}

/** The rows of a consent screen as they read, in their order; 전체 동의하기 is none. */
export function labelsOf({ html }: Html): string[] {
  const labels = [...html.matchAll(/<label class="check[^"]*">([\s\S]*?)<\/label>/g)].map(([, label]) => label!);
  return labels.filter((label) => !label.includes('data-testid="consent-all"')).map(textOf);
}

/** The facts of an error page: label and value, line by line. */
export function factsOf({ html }: Html): Record<string, string> {
  const list = /<dl class="facts" data-testid="error-facts">(.*?)<\/dl>/s.exec(html)?.[1] ?? '';
  return Object.fromEntries(
    [...list.matchAll(/<dt>([^<]*)<\/dt><dd[^>]*>([^<]*)<\/dd>/g)].map(([, label, value]) => [textOf(label!), decoded(value!)]),
  );
}

/** Text without tags, with single blanks. */
export function textOf(html: string): string {
  const words = html.replace(/<\/?(?:p|li|ul|div|dt|dd|details|summary)\b[^>]*>/g, ' ').replace(/<[^>]*>/g, '');
  return decoded(words).replace(/\s+/g, ' ').trim();
}

export function decoded(html: string): string {
  const entities: Record<string, string> = { '&lt;': '<', '&gt;': '>', '&#34;': '"', '&#39;': "'", '&amp;': '&' };
  return html.replace(/&(?:lt|gt|#34|#39|amp);/g, (entity) => entities[entity]!);
}

export type Browser = ReturnType<typeof supertest.agent>;

/** A browser that follows nothing by itself. */
export function browserOf(world: World): Browser {
  return supertest.agent(world.url);
}

/** Opens a path and follows the simulator's redirects up to a page or the partner's door. */
export async function follow(world: World, browser: Browser, path: string): Promise<supertest.Response> {
  const answer = await browser.get(path);
  const next = answer.headers['location'] && new URL(answer.headers['location'], world.url);
  return next && next.origin === world.url ? follow(world, browser, next.pathname + next.search) : answer;
}

/** A browser at the consent screen of an app, and the form that would agree to all of it. */
export async function atConsent(
  world: World,
  { app = APPS.demo, persona = 'han', params }: { app?: string; persona?: string; params?: Record<string, string> } = {},
) {
  const browser = browserOf(world);
  const login = await follow(world, browser, await authorizePath(world, app, params));
  const signedIn = await post(world, browser, actionIn(login), { persona });
  const consent = await follow(world, browser, signedIn.headers['location']!);
  return { browser, path: new URL(consent.request.url).pathname, fields: agreement({ html: consent.text } as never, 'all') };
}

/** Posts a form as the page itself would; `headers` says where it differs. */
export function post(
  world: World,
  browser: Browser,
  path: string,
  fields: Record<string, string> | readonly (readonly [string, string])[],
  headers = {},
) {
  const body = new URLSearchParams(
    Array.isArray(fields) ? fields.map(([name, value]) => [name, value]) : (fields as Record<string, string>),
  );
  browser.jar.setCookie(FORM_COOKIE, 'localhost');
  return browser
    .post(withToken(world, path))
    .set({ Origin: world.url, ...headers })
    .type('form')
    .send(body.toString());
}

/** Where the form of an answer posts to. */
export function actionIn({ text }: supertest.Response): string {
  const action = /<form[^>]*\baction="([^"]*)"/.exec(text)?.[1];
  if (!action) throw new Error(`no form on this page:\n${text.slice(0, 1000)}`);
  return action;
}

/** The path and query of an authorize request. */
export async function authorizePath(world: World, app: string, params: Record<string, string> = {}): Promise<string> {
  const query = new URLSearchParams({ response_type: 'code', client_id: (await world.key(app)).key, redirect_uri: CALLBACK, ...params });
  return `/oauth/authorize?${query}`;
}

export type { Page, Visitor };
