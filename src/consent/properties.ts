/** User properties (사용자 프로퍼티): what the app itself keeps about its user, under keys registered beforehand. Source: kakao-api 2.10. */
import { RuleBroken } from '../rule.ts';
import type { App, Link } from '../store/index.ts';
import type { ConsentDeps } from './deps.ts';
import { linkedIn } from './linked.ts';

/** The app has not registered user properties with these keys. `details.keys`, `details.appId`. */
export class PropertiesUnknown extends RuleBroken {
  readonly code = 'properties_unknown';
  constructor(appId: string, keys: readonly string[]) {
    super(`unregistered user properties: ${keys.join(', ')}`, { appId, keys });
  }
}

/** Sets these properties and leaves the others as they are, or sets none. Throws PropertiesUnknown, UserNotLinked. */
export async function setProperties({ store }: ConsentDeps, app: App, before: Link, properties: Link['properties']): Promise<void> {
  checkProperties(app, properties);
  await store.write(async (tx) => {
    const link = await linkedIn(tx, before);
    tx.put('links', { ...link, properties: { ...link.properties, ...properties } });
  });
}

/** Throws PropertiesUnknown. */
export function checkProperties(app: App, properties: Link['properties']): void {
  const unknown = Object.keys(properties).filter((key) => !app.userProperties.includes(key));
  if (unknown.length > 0) throw new PropertiesUnknown(app.id, unknown);
}
