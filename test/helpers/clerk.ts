/** Somebody at work in a console: a browser without JavaScript that fills in forms as they stand and presses their buttons. */
import assert from 'node:assert/strict';
import supertest from 'supertest';
import { textOf } from '../oauth/helpers.ts';
import { FORM_COOKIE } from './form-token.ts';
import type { World } from './house.ts';

/** What is filled in, by field: a text, several (boxes), or null to leave the field out. */
export type Filled = Readonly<Record<string, string | readonly string[] | null>>;
/** Files to attach, by field. */
export type Attached = Readonly<Record<string, { bytes: Buffer; name?: string }>>;

export interface Sheet {
  status: number;
  html: string;
  headers: Record<string, string>;
  /** Path, query and all. */
  path: string;
  /** The text of the element with this test id, or null. */
  read(testId: string): string | null;
  /** Whether there is such an element. */
  has(testId: string): boolean;
  /** What stands in the fields of its form, as a browser would send it. */
  fields: [name: string, value: string][];
}

export interface Clerk {
  open(path: string): Promise<Sheet>;
  /** Sends the form of a page with these fields filled in anew, and follows the way on. */
  send(sheet: Sheet, filled?: Filled, files?: Attached): Promise<Sheet>;
  /** The same without following: what the form itself answers. */
  post(sheet: Sheet, filled?: Filled, files?: Attached): Promise<supertest.Response>;
}

/** Signed in to the consoles as the account with this id. */
export async function clerk({ house, url }: World, accountId: string): Promise<Clerk> {
  const cookie = `kakao_sync_console=${await house.accounts.openSession(accountId)}; ${FORM_COOKIE}`;
  const agent = supertest(url);

  const open = async (path: string): Promise<Sheet> => {
    const answer = await agent.get(path.split('#')[0]!).set('Cookie', cookie);
    const { location } = answer.headers;
    return location ? open(new URL(location, new URL(path, url)).href.slice(url.length)) : sheetOf(answer, path);
  };

  const post: Clerk['post'] = async (sheet, filled = {}, files = {}) => {
    const form = formOf(sheet.html);
    const fields = [
      ...sheet.fields.filter(([name]) => !(name in filled)),
      ...Object.entries(filled).flatMap(([name, value]) =>
        value === null ? [] : [value].flat().map((each): [string, string] => [name, each]),
      ),
    ];
    const request = agent.post(form.action).set({ Cookie: cookie, Origin: url });
    if (!form.isMultipart) return request.type('form').send(new URLSearchParams(fields).toString());
    for (const [name, value] of fields) void request.field(name, value);
    for (const [name, { bytes, name: filename = '증빙.png' }] of Object.entries(files)) void request.attach(name, bytes, { filename });
    return request;
  };

  return {
    open,
    post,
    async send(sheet, filled, files) {
      const answer = await post(sheet, filled, files);
      return answer.headers.location ? open(answer.headers.location) : sheetOf(answer, formOf(sheet.html).action);
    },
  };
}

function sheetOf({ status, text, headers }: supertest.Response, path: string): Sheet {
  return {
    status,
    html: text,
    headers,
    path,
    read: (testId) => readIn(text, testId),
    has: (testId) => text.includes(`data-testid="${testId}"`),
    fields: fieldsIn(text),
  };
}

/** The innermost element that begins there, to the end tag of its own. */
function readIn(html: string, testId: string): string | null {
  const begin = new RegExp(`<(\\w+)[^>]*\\bdata-testid="${testId.replace(/[.*]/g, '\\$&')}"[^>]*>`).exec(html);
  if (!begin) return null;
  const tags = new RegExp(`<(/?)${begin[1]!}\\b[^>]*>`, 'g');
  tags.lastIndex = begin.index + begin[0].length;
  for (let depth = 1; ;) {
    const tag = tags.exec(html);
    assert.ok(tag, `${testId} does not end`);
    depth += tag[1] ? -1 : 1;
    if (depth === 0) return textOf(html.slice(begin.index + begin[0].length, tag.index));
  }
}

function formOf(html: string): { action: string; isMultipart: boolean; inner: string } {
  const main = /<main[\s\S]*<\/main>/.exec(html)?.[0] ?? '';
  const [, attributes = '', inner = ''] = /<form([^>]*)>([\s\S]*?)<\/form>/.exec(main) ?? [];
  assert.ok(attributes, `no form on this page:\n${main.slice(0, 1000)}`);
  return { action: attribute(attributes, 'action')!, isMultipart: attributes.includes('multipart/form-data'), inner };
}

function fieldsIn(html: string): [string, string][] {
  if (!/<main[\s\S]*<form/.test(html)) return [];
  const { inner } = formOf(html);
  const fields: [string, string][] = [];
  for (const [tag, area] of inner.matchAll(/<input\b[^>]*>|<textarea\b[^>]*>\n?([\s\S]*?)<\/textarea>/g)) {
    const name = attribute(tag, 'name');
    const type = attribute(tag, 'type');
    const isOff = (type === 'radio' || type === 'checkbox') && !/\schecked\b/.test(tag);
    if (!name || type === 'file' || isOff || /\sdisabled\b/.test(tag)) continue;
    fields.push([name, decoded(area ?? attribute(tag, 'value') ?? 'on')]);
  }
  return fields;
}

function attribute(tag: string, name: string): string | undefined {
  const value = new RegExp(`\\s${name}="([^"]*)"`).exec(tag)?.[1];
  return value === undefined ? undefined : decoded(value);
}

function decoded(html: string): string {
  const entities: Record<string, string> = { '&lt;': '<', '&gt;': '>', '&#34;': '"', '&#39;': "'", '&amp;': '&' };
  return html.replace(/&(?:lt|gt|#34|#39|amp);/g, (entity) => entities[entity]!);
}
