/** 수동 연결: the app registers a user who has agreed and logged in. Source: kakao-api 2.9. */
import { RuleBroken } from '../rule.ts';
import type { App, Link } from '../store/index.ts';
import { announceAccount } from './callbacks/account.ts';
import type { ConsentDeps } from './deps.ts';
import { findLink, isUser, UserNotLinked } from './linked.ts';
import { checkProperties } from './properties.ts';
import { recordRegistration } from './record/write.ts';

/** The user is registered: by the app, or by the login of an app that links its users itself. */
export class AlreadyRegistered extends RuleBroken {
  readonly code = 'already_registered';
  constructor(appId: string, number: string) {
    super(`user ${number} is registered in app ${appId}`, { appId, number });
  }
}

/** Registers, and keeps these properties. Throws AlreadyRegistered, PropertiesUnknown, UserNotLinked. */
export async function register(deps: ConsentDeps, app: App, before: Link, properties: Link['properties']): Promise<void> {
  await deps.store.write(async (tx) => {
    const link = await findLink(deps, before.id, tx);
    if (!isUser(link)) throw new UserNotLinked(app.id, before.number);
    if (link.state === 'linked') throw new AlreadyRegistered(app.id, link.number);
    checkProperties(app, properties);
    tx.put('links', { ...link, state: 'linked', registerBy: null, properties: { ...link.properties, ...properties } });
    recordRegistration(deps, tx, app, link);
    await announceAccount(deps, tx, app, link, [{ name: 'user-linked' }]);
  });
}
