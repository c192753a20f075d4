/** What the tests of 카카오 디벨로퍼스 share: its pages as a person reads them. */
import supertest from 'supertest';
import type { World } from '../../helpers/house.ts';
import { textOf } from '../../oauth/helpers.ts';

export interface ConsolePage {
  status: number;
  html: string;
  /** The section with this id, in words; its heading comes first. */
  section(id: string): string;
}

export async function openApps({ url }: World, language = 'ko'): Promise<ConsolePage> {
  return open(url, `/developers?lang=${language}`);
}

export async function openApp({ url }: World, id: string, language = 'ko'): Promise<ConsolePage> {
  return open(url, `/developers/apps/${id}?lang=${language}`);
}

/** Ids of the sections, in the order of the page. */
export function sectionIds({ html }: ConsolePage): string[] {
  return [...html.matchAll(/<section [^>]*\bid="([^"]+)"/g)].map(([, id]) => id!);
}

/** The card of an app on the list, in words. */
export function cardOf({ html }: ConsolePage, id: string): string {
  return words(new RegExp(`<li [^>]*data-testid="developers-app-${id}">([\\s\\S]*?)</li>`).exec(html)?.[1] ?? '');
}

async function open(url: string, path: string): Promise<ConsolePage> {
  const { status, text: html } = await supertest(url).get(path);
  return {
    status,
    html,
    section: (id) => words(new RegExp(`<section [^>]*\\bid="${id}"[^>]*>([\\s\\S]*?)</section>`).exec(html)?.[1] ?? ''),
  };
}

function words(html: string): string {
  return textOf(html.replace(/<\/?(?:h3|th|td|tr|code|button|span)\b[^>]*>/g, ' $&'));
}
