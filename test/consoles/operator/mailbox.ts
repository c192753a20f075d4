/** What tests of the built-in receiver share: clicks on its page, and what our own worker sends to it. */
import { timeId } from '../../../src/store/index.ts';
import { APPS, type World } from '../../helpers/house.ts';
import { FORM_COOKIE, withToken } from '../../helpers/form-token.ts';

export const APP = APPS.demo;
export const PATH = `/_sim/inbox/${APP}`;

/** Sends the form whose button has this test id, with what it carries. */
export function press(world: World, html: string, testId: string): Promise<Response> {
  const [, action = '', inner = ''] =
    [...html.matchAll(/<form[^>]*action="([^"]*)"[^>]*>([\s\S]*?)<\/form>/g)].find(([form]) => form.includes(`data-testid="${testId}"`)) ??
    [];
  const fields = [...inner.matchAll(/name="([^"]*)" value="([^"]*)"/g)].map(([, name, value]): [string, string] => [name!, value!]);
  return submit(world, action, Object.fromEntries(fields));
}

export function submit(world: World, path: string, fields: Record<string, string>): Promise<Response> {
  const headers = { origin: world.url, cookie: FORM_COOKIE };
  return fetch(world.url + withToken(world, path), { method: 'POST', body: new URLSearchParams(fields), headers, redirect: 'manual' });
}

export async function relate({ house }: World, relation: 'ADDED' | 'BLOCKED'): Promise<void> {
  await house.consent.relate('_xqDemo', (await house.accounts.persona('han'))!, relation);
}

/** A sign-up's callback as it was sent. */
export async function signedUp(world: World): Promise<{ body: string; headers: Record<string, string> }> {
  const endpoint = (await world.house.webhooks.endpoint(APP, 'sync'))!;
  const id = timeId(world.clock.now());
  await world.house.store.write(async (tx) =>
    world.house.webhooks.enqueue(tx, {
      id,
      endpoint,
      event: 'sync.signed_up',
      lane: `${APP}:x`,
      headers: {},
      body: '{"type":"sync.signed_up"}',
    }),
  );
  await world.house.webhooks.settled();
  const delivery = (await world.house.webhooks.delivery(id))!;
  return { body: delivery.body, headers: await world.house.webhooks.headersNow(delivery) };
}
