/** Working at 카카오 디벨로퍼스 by hand: a person who is signed in, the forms of a page as a browser reads them, and what comes of sending one. */
import supertest from 'supertest';
import { FORM_COOKIE, withToken } from '../../helpers/form-token.ts';
import { APPS, type World } from '../../helpers/house.ts';
import { decoded } from '../../oauth/helpers.ts';

/** People of the shipped world. */
export const OWNER = '91-owner';
/** Editor of `APPS.biz`, member of `APPS.linked`. */
export const COLLEAGUE = '92-member';
export const PARTNER = '93-partner';
export const STRANGER = '01-han';

export type Answer = supertest.Response;

/** A form of a page: where it goes, and what stands in its fields. */
export interface FormOnPage {
  action: string;
  fields: [name: string, value: string][];
}

export type Worker = Awaited<ReturnType<typeof workingAs>>;

export async function workingAs(world: World, accountId: string | null) {
  const session = accountId === null ? '' : `kakao_sync_console=${await world.house.accounts.openSession(accountId)}; `;
  const cookie = session + FORM_COOKIE;
  const headers = { Cookie: cookie, Origin: world.url };
  const open = (path: string): Promise<Answer> => Promise.resolve(supertest(world.url).get(path).set(headers));
  const page = (app: string = APPS.demo, language = 'ko') => open(`/developers/apps/${app}?lang=${language}`);

  /** Sends a form with some of its fields changed; null leaves one out. */
  const send = (form: FormOnPage, changes: Record<string, string | null> = {}): Promise<Answer> => {
    const kept = form.fields.filter(([name]) => !(name in changes));
    const changed = Object.entries(changes).filter((entry): entry is [string, string] => entry[1] !== null);
    const fields = [...kept, ...changed];
    const path = form.action.split('#')[0]!;
    const request = supertest(world.url).post(path).set(headers);
    if (!form.fields.some(([name]) => name === FILES))
      return Promise.resolve(request.type('form').send(new URLSearchParams(fields).toString()));
    for (const [name, value] of fields) if (name !== FILES) request.field(name, value);
    return Promise.resolve(request);
  };

  return {
    open,
    page,
    send,
    /** Opens the page of an app and sends its form with this path below the app's. */
    async change(app: string, path: string, changes: Record<string, string | null> = {}): Promise<Answer> {
      return send(formOn(await page(app), `/developers/apps/${app}/${path}`), changes);
    },
    /** The same for a page that asks first. */
    async confirm(app: string, path: string): Promise<Answer> {
      const action = `/developers/apps/${app}/${path}`;
      return send(formOn(await open(action), action));
    },
    /** Posts fields that no page of ours offers. */
    post: (path: string, fields: Record<string, string> = {}) => send({ action: withToken(world, path), fields: [] }, fields),
    /** Posts a multipart form of a page with a file in it. */
    attach: (form: FormOnPage, changes: Record<string, string>, file: { field: string; bytes: Buffer; name: string }): Promise<Answer> => {
      const request = supertest(world.url).post(form.action.split('#')[0]!).set(headers);
      for (const [name, value] of form.fields) if (!(name in changes) && name !== FILES) request.field(name, value);
      for (const [name, value] of Object.entries(changes)) request.field(name, value);
      return Promise.resolve(request.attach(file.field, file.bytes, file.name));
    },
  };
}

/** Stands among the fields of a form that is sent as multipart. */
const FILES = '(files)';

/** The form of a page that posts to this path. Throws when there is none. */
export function formOn({ text }: Answer, path: string): FormOnPage {
  const found = formsOn(text).find(({ action }) => action.split(/#|[?&]form_token=/)[0] === path);
  if (!found)
    throw new Error(
      `no form for ${path}; there are ${formsOn(text)
        .map(({ action }) => action)
        .join(' ')}`,
    );
  return found;
}

export function formsOn(html: string): FormOnPage[] {
  return [...html.matchAll(/<form\b([^>]*)>([\s\S]*?)<\/form>/g)].map(([, head = '', body = '']) => ({
    action: attribute(head, 'action') ?? '',
    fields: [...(head.includes('multipart') ? [[FILES, ''] as [string, string]] : []), ...fieldsIn(body)],
  }));
}

function fieldsIn(body: string): [string, string][] {
  const inputs = [...body.matchAll(/<input\b[^>]*>/g)]
    .map(([tag]) => tag)
    .filter(
      (tag) => !/type="file"/.test(tag) && (!/type="(?:checkbox|radio)"/.test(tag) || /\schecked\b/.test(tag)) && !/\sdisabled\b/.test(tag),
    );
  const selects = [...body.matchAll(/<select\b([^>]*)>([\s\S]*?)<\/select>/g)].map(([, head = '', options = '']): [string, string] => {
    const chosen = /<option\b[^>]*\sselected[^>]*>/.exec(options)?.[0] ?? /<option\b[^>]*>/.exec(options)?.[0] ?? '';
    return [attribute(head, 'name') ?? '', attribute(chosen, 'value') ?? ''];
  });
  return [...inputs.map((tag): [string, string] => [attribute(tag, 'name') ?? '', attribute(tag, 'value') ?? '']), ...selects];
}

function attribute(tag: string, name: string): string | undefined {
  const value = new RegExp(`\\s${name}="([^"]*)"`).exec(tag)?.[1];
  return value === undefined ? undefined : decoded(value);
}
