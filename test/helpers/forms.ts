/** Forms as a browser without JavaScript sends them: the form of a button, with everything that stands in it. */
import assert from 'node:assert/strict';
import type { Page, Visitor } from './visitor.ts';

/** Presses the button with this test id, after filling in; undefined unticks or leaves out. */
export function press(visitor: Visitor, page: Page, testId: string, filled: Record<string, string | undefined> = {}): Promise<Page> {
  const { html, fields } = formWith(page, testId);
  const sent = Object.entries({ ...fields, ...filled }).filter((entry): entry is [string, string] => entry[1] !== undefined);
  return visitor.submit({ ...page, html }, sent);
}

/** What a form holds before anybody types. */
export function formWith(page: Page, testId: string): { html: string; fields: Record<string, string> } {
  const html = [...page.html.matchAll(/<form\b.*?<\/form>/gs)]
    .map(([form]) => form)
    .find((form) => form.includes(`data-testid="${testId}"`));
  assert.ok(html, `no form with ${testId} on ${page.url.pathname}`);
  const button = html.match(/<button\b[^>]*>/g)?.find((tag) => tag.includes(`data-testid="${testId}"`)) ?? '';
  assert.ok(!/\sdisabled\b/.test(button), `${testId} cannot be pressed`);
  const tags = (html.match(/<input\b[^>]*>/g) ?? []).filter((tag) => !/type="(checkbox|radio)"/.test(tag) || /\schecked\b/.test(tag));
  const fields = [...tags, button].map((tag) => [attribute(tag, 'name'), attribute(tag, 'value')] as const);
  const areas = [...html.matchAll(/<textarea\b([^>]*)>(.*?)<\/textarea>/gs)].map(([, tag = '', text = '']) => [
    attribute(tag, 'name'),
    text,
  ]);
  const lists = [...html.matchAll(/<select\b([^>]*)>(.*?)<\/select>/gs)].map(([, tag = '', options = '']) => {
    const all = options.match(/<option\b[^>]*>/g) ?? [];
    return [attribute(tag, 'name'), attribute(all.find((option) => / selected/.test(option)) ?? all[0] ?? '', 'value')];
  });
  return { html, fields: Object.fromEntries([...fields, ...areas, ...lists].filter(([name]) => name !== '')) };
}

/** Text of the element with this test id, without tags. */
export function shown({ html }: Pick<Page, 'html'>, testId: string): string {
  const start = html.indexOf(`data-testid="${testId}"`);
  if (start < 0) return '';
  const tag = /<([a-z0-9]+)[^<]*$/.exec(html.slice(0, start))?.[1] ?? 'p';
  const from = html.indexOf('>', start) + 1;
  return textOf(html.slice(from, html.indexOf(`</${tag}>`, from)));
}

export function textOf(html: string): string {
  return unescaped(html.replace(/<[^>]*>/g, ' '))
    .replace(/\s+/g, ' ')
    .trim();
}

function attribute(tag: string, name: string): string {
  return unescaped(new RegExp(`\\s${name}="([^"]*)"`).exec(tag)?.[1] ?? '');
}

function unescaped(text: string): string {
  return text.replace(/&(?:amp|lt|gt|#34|quot|#39);/g, (entity) => ENTITIES[entity] ?? entity);
}

const ENTITIES: Readonly<Record<string, string>> = { '&amp;': '&', '&lt;': '<', '&gt;': '>', '&#34;': '"', '&quot;': '"', '&#39;': "'" };
