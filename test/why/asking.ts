/** What the tests of explanations share: the page behind the header of a refused request. */
import supertest, { type Response } from 'supertest';
import { DAY } from '../../src/clock.ts';
import type { World } from '../helpers/house.ts';
import { shown } from '../oauth/helpers.ts';

export const WEEK = 7 * DAY;

export interface Why {
  status: number;
  html: string;
  code: string | undefined;
  sentence: string | undefined;
  hints: string | undefined;
  difference: string | undefined;
  about: string | undefined;
  /** Where the setting is that mends it. */
  mend: string | undefined;
}

/** The page that the answer's header leads to. */
export async function whyOf(world: World, answer: Pick<Response, 'headers'>, language = 'ko'): Promise<Why> {
  const path = answer.headers['x-kakao-sync-why'];
  if (path === undefined) throw new Error('the answer does not say why');
  const { status, text: html } = await supertest(world.url).get(`${path}?lang=${language}`);
  const page = { html };
  return {
    status,
    html,
    code: shown(page, 'why-code'),
    sentence: shown(page, 'why-sentence'),
    hints: shown(page, 'why-hints'),
    difference: shown(page, 'why-difference'),
    about: shown(page, 'why-about'),
    mend: /<a href="([^"]*)" data-testid="why-mend"/.exec(html)?.[1],
  };
}
