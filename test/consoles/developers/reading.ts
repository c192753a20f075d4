/** What the tests of 카카오 디벨로퍼스 share: its pages as a person reads them. */
import type { World } from '../../helpers/house.ts';
import { textOf } from '../../oauth/helpers.ts';
import { type Answer, workingAs } from './working.ts';

export interface ConsolePage {
  status: number;
  html: string;
  /** The section with this id, in words; its heading comes first. */
  section(id: string): string;
}

/** @param as account id of who reads it; nobody unless told */
export async function openApps(world: World, language = 'ko', as: string | null = null): Promise<ConsolePage> {
  return pageOf(await (await workingAs(world, as)).open(`/developers?lang=${language}`));
}

export async function openApp(world: World, id: string, language = 'ko', as: string | null = null): Promise<ConsolePage> {
  return pageOf(await (await workingAs(world, as)).page(id, language));
}

/** Ids of the sections, in the order of the page. */
export function sectionIds({ html }: ConsolePage): string[] {
  return [...html.matchAll(/<section [^>]*\bclass="card setting"[^>]*\bid="([^"]+)"/g)].map(([, id]) => id!);
}

/** The card of an app on the list, in words. */
export function cardOf({ html }: ConsolePage, id: string): string {
  return words(new RegExp(`<li [^>]*data-testid="developers-app-${id}">([\\s\\S]*?)</li>`).exec(html)?.[1] ?? '');
}

export function pageOf({ status, text: html }: Answer): ConsolePage {
  return {
    status,
    html,
    section: (id) => words(new RegExp(`<section [^>]*\\bid="${id}"[^>]*>([\\s\\S]*?)</section>`).exec(html)?.[1] ?? ''),
  };
}

function words(html: string): string {
  return textOf(html.replace(/<\/?(?:h3|th|td|tr|code|button|span|a|label|option|legend|summary)\b[^>]*>/g, ' $&'));
}
