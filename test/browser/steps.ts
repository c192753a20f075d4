/** What a person does on the way: the steps that several tests take. */
import assert from 'node:assert/strict';
import type { Town } from './town.ts';
import type { Visit } from './visit.ts';

/** From the shop window to the partner's welcome, with everything agreed to. */
export async function signUp(visit: Visit, town: Town, persona = 'han'): Promise<void> {
  await toConsent(visit, town, persona);
  await agreeToEverything(visit);
}

/** From the shop window to the consent screen. */
export async function toConsent(visit: Visit, town: Town, persona = 'han'): Promise<void> {
  await visit.page.goto(town.partner);
  await visit.see('partner-start').click();
  await visit.see(`persona-${persona}`).click();
  await visit.see('consent-agree').waitFor();
}

/** From the consent screen on: one tick where scripts run, else every box by itself. */
export async function agreeToEverything(visit: Visit): Promise<void> {
  await visit.see('consent-agree').waitFor();
  await visit.page.waitForLoadState();
  if (visit.javaScript) await visit.see('consent-all').check();
  else for (const box of await visit.page.locator('input[type=checkbox][name]').all()) await box.check();
  await visit.see('consent-agree').click();
  await visit.see('partner-nickname').waitFor();
}

/** The callback with this text, at the partner's: it comes by itself where scripts run, else by the link to reload. */
export async function callbackWith(visit: Visit, text: string): Promise<string> {
  const callback = visit.see('partner-callback').filter({ hasText: text });
  const pages = visit.shown.length;
  if (visit.javaScript) await callback.waitFor();
  else while ((await callback.count()) === 0) await visit.see('partner-reload').click();
  if (visit.javaScript) assert.equal(visit.shown.length, pages, 'no page was loaded meanwhile');
  return callback.innerText();
}
