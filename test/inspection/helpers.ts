/** An inspected screen as a test reads it. */
import type { World } from '../helpers/house.ts';
import { boxesOf, type Page, type Visitor } from '../helpers/visitor.ts';
import { decoded } from '../oauth/helpers.ts';

/** The same page laid open, with these boxes ticked. */
export function inspected(visitor: Visitor, { url }: Page, ticked: readonly (readonly [string, string])[] = []): Promise<Page> {
  return visitor.open(`${url.pathname}?${new URLSearchParams([['inspect', 'on'], ...ticked.map(([name, value]) => [name, value])])}`);
}

/** What is foretold of the ticks as they are, by call. */
export function foretoldBy({ html }: Pick<Page, 'html'>): Record<string, unknown> {
  const blocks = html.matchAll(/<h3 class="mono">([^<]*)<\/h3>\s*<pre[^>]*data-testid="inspection-json">([^<]*)<\/pre>/g);
  return Object.fromEntries([...blocks].map(([, call, json]) => [call!.trim(), JSON.parse(decoded(json!))]));
}

/** What is foretold of a row by itself. */
export function foretoldOf({ html }: Pick<Page, 'html'>, name: string): unknown {
  const [, json] = new RegExp(`<pre[^>]*data-testid="origin-told-${name}">([^<]*)</pre>`).exec(html) ?? [];
  return json === undefined ? undefined : JSON.parse(decoded(json));
}

/** Fields of the boxes to tick. */
export function ticks(page: Page, fits: (box: ReturnType<typeof boxesOf>[number]) => boolean): [string, string][] {
  return boxesOf(page)
    .filter(fits)
    .map(({ name, value }) => [name, value]);
}

/** The form as it is, without what is laid beside its rows. */
export function formOf({ html }: Pick<Page, 'html'>): string {
  const [form] = /<form\b[\s\S]*?<\/form>/.exec(html) ?? [''];
  return form.replace(/<section class="origin"[\s\S]*?<\/section>/g, '').replace(/\s+(?=<)|(?<=>)\s+/g, '');
}

export const hasNothingOf = ({ html }: Pick<Page, 'html'>): boolean => !/class="origin"|data-inspection|inspection-json/.test(html);

export type { World };
