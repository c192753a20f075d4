/** A browser without JavaScript: cookies, links, forms. It follows redirects inside the simulator and stops at the partner's door. */
import supertest from 'supertest';

/** A page, or the redirect to somewhere else. */
export interface Page {
  status: number;
  headers: Record<string, string>;
  html: string;
  /** Where it is; for a redirect that leaves the simulator, where it leads. */
  url: URL;
  /** Query of `url`: what the partner receives. */
  query: Record<string, string>;
}

/** Name and value of the boxes and fields of a form. */
export type Fields = [name: string, value: string][];

export class Visitor {
  readonly #origin: string;
  readonly #agent: ReturnType<typeof supertest.agent>;
  /** What the forms of this browser bring along, as the last page had it. */
  #token: string | undefined;

  constructor(origin: string) {
    this.#origin = origin;
    this.#agent = supertest.agent(origin);
  }

  /** Opens a path or URL of the simulator. */
  open(to: string): Promise<Page> {
    return this.#request('get', to);
  }

  /** The authorize request of an app. Parameters given as undefined are left out. */
  authorize(params: Record<string, string | undefined>): Promise<Page> {
    const sent = Object.entries({ response_type: 'code', ...params }).filter((entry): entry is [string, string] => entry[1] !== undefined);
    return this.open(`/oauth/authorize?${new URLSearchParams(sent)}`);
  }

  /** Sends the form of a page with these fields. */
  async submit(page: Page, fields: Fields | Record<string, string>): Promise<Page> {
    const body = new URLSearchParams(Array.isArray(fields) ? fields : Object.entries(fields));
    const action = actionOf(page);
    if (!/^\/oauth\/(?:login|signup|consent)\//.test(action)) {
      if (this.#token === undefined) await this.open('/talk');
      body.set('form_token', this.#token!);
    }
    return this.#request('post', action, body.toString());
  }

  async #request(method: 'get' | 'post', to: string, body?: string): Promise<Page> {
    const url = new URL(to, this.#origin);
    const request = this.#agent
      [method](url.pathname + url.search)
      .redirects(0)
      .ok(() => true);
    if (body !== undefined) request.set('Origin', this.#origin).type('form').send(body);
    const response = await request;
    this.#token = /name="form_token" value="([^"]*)"/.exec(response.text ?? '')?.[1] ?? this.#token;
    const location = response.headers.location;
    const next = location === undefined ? url : new URL(location, url);
    if (location !== undefined && next.origin === this.#origin) return this.#request('get', next.href);
    return {
      status: response.status,
      headers: response.headers,
      html: response.text ?? '',
      url: next,
      query: Object.fromEntries(next.searchParams),
    };
  }
}

/** Where the page's form posts to. */
export function actionOf({ html }: Page): string {
  const action = /<form[^>]*\baction="([^"]*)"/.exec(html)?.[1];
  if (action === undefined) throw new Error(`no form on this page:\n${html.slice(0, 2000)}`);
  return action.replaceAll('&amp;', '&');
}

export interface Box {
  name: string;
  value: string;
  checked: boolean;
  required: boolean;
}

/** The named boxes of a consent screen, in their order. */
export function boxesOf({ html }: Page): Box[] {
  return [...html.matchAll(/<input\b[^>]*type="checkbox"[^>]*>/g)]
    .map(([tag]) => ({
      name: attribute(tag, 'name'),
      value: attribute(tag, 'value'),
      checked: /\schecked\b/.test(tag),
      required: /\sdata-required\b/.test(tag),
    }))
    .filter(({ name }) => name !== '');
}

/** `name=value` of the boxes, in their order: the screen in one line. */
export function rowsOf(page: Page): string[] {
  return boxesOf(page).map(({ name, value }) => `${name}=${value}`);
}

function attribute(tag: string, name: string): string {
  return new RegExp(`\\s${name}="([^"]*)"`).exec(tag)?.[1] ?? '';
}
