/** Whose endpoint a page is about: an app and a kind of callback, whether an address is registered for it or not. */
import type { Context } from 'koa';
import type { App } from '../../../apps/index.ts';
import type { House } from '../../../house.ts';
import type { Endpoint } from '../../../webhooks/index.ts';
import type { Draft } from '../../kit/draft.ts';
import { KINDS } from '../deliveries/filters.ts';

export interface Subject {
  /** `app:kind`. */
  id: string;
  app: App;
  kind: Endpoint['kind'];
  /** Undefined while nothing is registered. */
  endpoint: Endpoint | undefined;
}

/** A form of the page as it was sent, where it was not taken. */
export interface Returned {
  form: 'address' | 'state' | 'settings' | 'trouble';
  draft: Draft;
}

export async function subjectOf({ apps, webhooks }: House, ctx: Context): Promise<Subject | undefined> {
  const id = String(ctx.params.id);
  const [, appId = '', name] = /^(.+):([a-z]+)$/.exec(id) ?? [];
  const kind = KINDS.find((each) => each === name);
  const app = await apps.byId(appId);
  return app && kind && { id, app, kind, endpoint: await webhooks.endpoint(appId, kind) };
}

/** What of a form that came back is to be drawn again. */
export function draftOf(form: Returned['form'], returned: Returned | undefined): Draft | undefined {
  return returned?.form === form ? returned.draft : undefined;
}
