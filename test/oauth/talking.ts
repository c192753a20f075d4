/** KakaoTalk's in-app browser for tests: whose it is, and where an authorize request in it ends. */
import { APPS, type World } from '../helpers/house.ts';
import { actionIn, authorizePath, type Browser, browserOf, follow, post } from './helpers.ts';

const IN_TALK = 'Mozilla/5.0 (Linux; Android 14; SM-S911N; wv) AppleWebKit/537.36 Chrome/120.0 Mobile Safari/537.36 KAKAOTALK 10.4.5';

/** One in which nobody is signed in yet. */
export function inTalk(world: World): Browser {
  return browserOf(world).set('User-Agent', IN_TALK);
}

/** The in-app browser of somebody's KakaoTalk. */
export async function inTalkOf(world: World, persona: string): Promise<Browser> {
  const browser = inTalk(world);
  await post(world, browser, '/talk/session', { persona });
  return browser;
}

/** Where an authorize request ends: a page of ours, `code`, or the error that the partner gets. */
export async function authorize(world: World, browser: Browser, params: Record<string, string> = {}): Promise<string> {
  const end = await follow(world, browser, await authorizePath(world, APPS.demo, params));
  const back = end.headers['location'];
  if (back) return new URL(back).searchParams.get('error') ?? 'code';
  return actionIn(end).split('/')[2]!;
}
