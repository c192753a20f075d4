/** A person's KakaoTalk for tests, and a receiver at the address of an app. */
import supertest from 'supertest';
import { type Endpoint, USUAL_ENDPOINT } from '../../src/store/index.ts';
import { type Receiver, openReceiver } from '../helpers/receiver.ts';
import { APPS, type World } from '../helpers/house.ts';
import { FORM_COOKIE, withToken } from '../helpers/form-token.ts';

/** The channel of the demo app. */
export const CHANNEL = '_xqDemo';

export interface Phone {
  html(): Promise<string>;
  /** Adds or blocks; resolves with the answer. */
  press(relation: string, channelId?: string, more?: Record<string, string>): Promise<supertest.Response>;
  post(path: string, fields?: Record<string, string>): Promise<supertest.Response>;
}

/** Somebody's browser at /talk; signed in when a persona is named. */
export async function openPhone(world: World, persona?: string): Promise<Phone> {
  const agent = supertest.agent(world.url);
  agent.jar.setCookie(FORM_COOKIE, 'localhost');
  const post: Phone['post'] = async (path, fields = {}) => agent.post(withToken(world, path)).type('form').send(fields);
  if (persona) await post('/talk/session', { persona });
  return {
    html: async () => (await agent.get('/talk')).text,
    press: (relation, channelId = CHANNEL, more = {}) => post(`/talk/channels/${channelId}/friendship`, { relation, ...more }),
    post,
  };
}

/** The demo app's callbacks of this kind go to a receiver from now on; the worker is started. */
export async function listenAs(
  world: World,
  { kind = 'channel', appId = APPS.demo }: { kind?: Endpoint['kind']; appId?: string } = {},
): Promise<Receiver> {
  const receiver = await openReceiver();
  const id = `${appId}:${kind}`;
  await world.house.store.write(async (tx) => {
    const secret = (await tx.get('endpoints', id))?.secret ?? null;
    tx.put('endpoints', { ...USUAL_ENDPOINT, id, appId, kind, url: receiver.url, secret });
  });
  world.house.webhooks.start();
  return receiver;
}

/** Text of the element with this test id, or null: tags gone, entities resolved. */
export function textOf(html: string, testid: string): string | null {
  const [, inner] = new RegExp(`data-testid="${testid}"[^>]*>([\\s\\S]*?)</(?:pre|p|dd|span|td|strong|h1|button|a)>`).exec(html) ?? [];
  if (inner === undefined) return null;
  const entities: Record<string, string> = { '&#34;': '"', '&#39;': "'", '&lt;': '<', '&gt;': '>', '&amp;': '&' };
  return inner
    .replace(/<[^>]*>/g, '')
    .replace(/&(#34|#39|lt|gt|amp);/g, (entity) => entities[entity] ?? entity)
    .trim();
}
