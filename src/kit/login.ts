/** Drives a login as a person would: from an authorize URL, over the very pages, to the redirect back to the partner. */
import type { Account } from '../accounts/index.ts';
import { isKakaoHost } from '../hosts.ts';
import { RuleBroken } from '../rule.ts';
import { InputRefused } from '../web/forms.ts';
import { type Box, boxesOf, createBrowser, type Page, type Send, wordsOf } from './browser.ts';

/**
 * What is ticked on the consent screen: everything, what is required, or that and these (ids of items and channels, tags of
 * terms). `cancel` presses 취소.
 */
export type Agreement = 'all' | 'required' | 'cancel' | readonly string[];

/** The login ended on a page, or asked for something that nobody here can give. `details`: `status`, and Kakao's `error`, `why`. */
export class LoginStopped extends RuleBroken {
  readonly code = 'login_stopped';
}

export interface Login {
  /** Base URL at which the simulator answers. */
  kakao: string;
  authorizeUrl: string;
  account: Account;
  agree: Agreement;
  send: Send;
}

/** Nobody is asked for more than this on the way: an account, a consent, and once more after a change. */
const MOST_PAGES = 6;

/** Resolves with the address that the browser is sent back to. Throws LoginStopped, InputRefused. */
export async function driveLogin({ kakao, authorizeUrl, account, agree, send }: Login): Promise<URL> {
  const here = (url: URL): URL => (isKakaoHost(url.hostname) ? new URL(url.pathname + url.search, kakao) : url);
  const start = here(urlOf(authorizeUrl, kakao));
  const back = start.searchParams.get('redirect_uri');
  const browser = createBrowser(send, here, (url) => url.origin !== start.origin || (back !== null && url.href.startsWith(back)));
  let page = await browser.open(start);
  let before = '';
  for (let left = MOST_PAGES; left > 0; left -= 1) {
    if (page.isBack) return page.url;
    const { pathname } = page.url;
    if (page.status >= 400 || pathname === before) break;
    before = pathname;
    if (pathname.startsWith('/oauth/login/')) page = await browser.submit(page, credentials(account));
    else if (pathname.startsWith('/oauth/consent/')) page = await browser.submit(page, answer(page, agree));
    else break;
  }
  throw stoppedAt(page, kakao);
}

/** Throws InputRefused. */
function urlOf(authorizeUrl: string, kakao: string): URL {
  const url = URL.parse(authorizeUrl, kakao);
  if (!url) throw new InputRefused('authorizeUrl', `expected an URL, got "${authorizeUrl}"`);
  return url;
}

/** One click for a persona, else what the person would type. Throws LoginStopped. */
function credentials({ key, email, phone, password }: Account): [string, string][] {
  if (key !== null) return [['persona', key]];
  const loginId = email?.address ?? phone;
  if (loginId === null) throw new LoginStopped('the account has neither e-mail address nor phone number nor key to sign in with');
  return [
    ['decision', 'password'],
    ['loginId', loginId],
    ['password', password],
  ];
}

/** Throws InputRefused for a row that is not on the screen. */
function answer({ html }: Page, agree: Agreement): [string, string][] {
  if (agree === 'cancel') return [['decision', 'cancel']];
  const boxes = boxesOf(html);
  const named = typeof agree === 'string' ? [] : agree;
  const names = boxes.map(({ value }) => value);
  const unknown = named.find((name) => !names.includes(name));
  if (unknown !== undefined) {
    const optional = boxes.filter(({ required }) => !required).map(({ value }) => value);
    throw new InputRefused('agree', `"${unknown}" is not on the consent screen; to be chosen there: ${optional.join(', ') || 'nothing'}`);
  }
  const isTicked = ({ value, required }: Box): boolean => agree === 'all' || required || named.includes(value);
  return [['decision', 'agree'], ...boxes.filter(isTicked).map(({ name, value }): [string, string] => [name, value])];
}

function stoppedAt({ url, status, html }: Page, kakao: string): LoginStopped {
  const error = wordsOf(html, /data-testid="error-code">([^<]*)</);
  const heading = wordsOf(html, /<h1[^>]*>(.*?)<\/h1>/s);
  const [, path] = /href="(\/_sim\/why\/[^"]+)"/.exec(html) ?? [];
  const why = path ? new URL(path, kakao).href : undefined;
  const said = [`${url.pathname} answered ${status}`, heading, why && `why: ${why}`].filter(Boolean).join(' · ');
  return new LoginStopped(said, { status, ...(error && { error }), ...(why && { why }) });
}
