/** Short ways to a page: what comes before it is sent as forms, in the same browser but without drawing it. */
import { boxesOf, type Page } from '../helpers/visitor.ts';
import type { Town } from './town.ts';
import type { Visit } from './visit.ts';

export interface Way {
  persona?: string;
  /** Id of the app; the demo partner's own unless named. */
  app?: string;
  /** Authorize parameters. */
  params?: Record<string, string>;
}

/** Opens the login page, or what comes instead of it. */
export async function openLogin(visit: Visit, town: Town, way: Way = {}): Promise<void> {
  await visit.page.goto(entrance(town, way));
}

/** Signs in and opens the page that comes next. */
export async function openConsent(visit: Visit, town: Town, way: Way = {}): Promise<void> {
  await visit.page.goto(await signedIn(visit, town, way));
}

/** Signs up at the demo partner, unless that was done, and opens its welcome. */
export async function openWelcome(
  visit: Visit,
  town: Town,
  { agree = 'all', ...way }: Way & { agree?: 'all' | 'required' } = {},
): Promise<void> {
  const url = await signedIn(visit, town, way);
  if (new URL(url).pathname.startsWith('/oauth/consent/')) {
    const html = await (await visit.page.request.get(url)).text();
    const boxes = boxesOf({ html } as Page).filter(({ required }) => required || agree === 'all');
    await post(visit, url, [['decision', 'agree'], ...boxes.map(({ name, value }): [string, string] => [name, value])]);
  }
  await visit.page.goto(`${town.partner}/welcome`);
}

/** Signs in to KakaoTalk and presses the buttons with these test ids. */
export async function openTalk(visit: Visit, town: Town, persona: string, ...presses: string[]): Promise<void> {
  await post(visit, `${town.url}/talk/session`, [['persona', persona]]);
  await visit.page.goto(`${town.url}/talk`);
  for (const testId of presses) await visit.see(testId).click();
}

/** Signs in to the consoles, as who runs the apps and profiles of the guide unless told otherwise, and opens a path of theirs. */
export async function openConsole(visit: Visit, town: Town, path: string, loginId = 'pbqa-bp001@pbtest.example.com'): Promise<void> {
  await post(visit, `${town.url}/account/login`, [
    ['loginId', loginId],
    ['password', 'demo1234'],
  ]);
  await visit.page.goto(town.url + path);
}

/** Where the partner's button leads; for another app, its authorize request. */
function entrance(town: Town, { app, params = {} }: Omit<Way, 'persona'>): string {
  if (!app) return `${town.partner}/login?${new URLSearchParams(params)}`;
  const request = { response_type: 'code', client_id: town.clientId(app), redirect_uri: 'http://localhost:3000/oauth', ...params };
  return `${town.url}/oauth/authorize?${new URLSearchParams(request)}`;
}

/** The address that a person comes to after the login; whoever was signed in is so no longer. */
async function signedIn(visit: Visit, town: Town, { persona = 'han', params, ...way }: Way): Promise<string> {
  const login = await visit.page.request.get(entrance(town, { ...way, params: { prompt: 'login', ...params } }));
  return post(visit, login.url(), [['persona', persona]]);
}

async function post({ page }: Visit, url: string, fields: [string, string][]): Promise<string> {
  // What each form of this browser brings along, from a page that always has one.
  const form = await (await page.request.get(new URL('/talk', url).href)).text();
  const [, token = ''] = /name="form_token" value="([^"]*)"/.exec(form) ?? [];
  const headers = { 'content-type': 'application/x-www-form-urlencoded' };
  return (await page.request.post(url, { headers, data: new URLSearchParams([...fields, ['form_token', token]]).toString() })).url();
}
