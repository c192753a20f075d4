/** A whole login, for the tests of its pages. */
import supertest from 'supertest';
import { APPS, type World } from '../../../helpers/house.ts';
import { api, goThrough, redeem, type Tokens } from '../../../helpers/login.ts';

export interface Walked {
  id: string;
  code: string;
  tokens: Tokens;
}

export async function walk(world: World, as = 'han', state = '상태 &1'): Promise<Walked> {
  const agree = ({ required, name }: { required: boolean; name: string }) => required || name === 'channel';
  const { query } = await goThrough(world, { app: APPS.demo, as, agree, params: { state } });
  const code = query.code!;
  const tokens = await redeem(world, APPS.demo, code);
  await api(world, '/v2/user/me', tokens.access_token);
  const [newest] = await world.house.journeys.recent({ limit: 1 });
  return { id: newest!.id, code, tokens };
}

export async function look(world: World, path: string): Promise<string> {
  const { text } = await supertest(world.url).get(path).expect(200);
  return text;
}

export const rowsOf = (html: string): string[] => html.split('data-testid="journey-row"').slice(1);
