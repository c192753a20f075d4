/** Opens the demo partner beside the simulator: registers where it is, and gives it what a partner would copy from the console. */
import type { House } from './house.ts';
import { createPartner } from './partner/app.ts';
import type { Listening } from './serve.ts';
import { type App, PARTNER_HOME } from './apps/index.ts';

/** Resolves with the way to end it, or null: without an app that names the partner's address there is nothing to open. */
export async function openDemo(house: House, at: Listening, report: (error: unknown) => void): Promise<(() => Promise<void>) | null> {
  await moveTo(house, at.url);
  const app = (await house.apps.all()).find((each) => restKey(each)?.redirectUris.some((uri) => uri.startsWith(`${at.url}/`)));
  const key = app && restKey(app);
  if (!app || !key) return null;
  const partner = createPartner({
    kakao: house.url,
    issuer: house.addresses.kauth,
    url: at.url,
    clientId: key.key,
    clientSecret: key.secret.value,
    adminKey: app.adminKeys[0]!,
    syncSecret: (await house.webhooks.endpoint(app.id, 'sync'))?.secret ?? '',
    now: house.clock.now,
    report,
  });
  at.answer(partner.app.callback());
  return () => partner.close();
}

async function moveTo({ store, apps }: House, url: string): Promise<void> {
  const before = (await store.get('secrets', 'partner'))?.value ?? PARTNER_HOME;
  if (before === url) return;
  await apps.movePartner(String(before), url);
  await store.write(async (tx) => tx.put('secrets', { id: 'partner', value: url }));
}

function restKey(app: App) {
  return app.keys.find(({ type }) => type === 'rest');
}
