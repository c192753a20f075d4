/** What a request of a journey was, by its path and its page. */
import { destinationOf, type JourneyStep, parameterOf, pathOf } from '../../../journeys/index.ts';
import { hasText, type TextKey } from '../../../web/text/index.ts';

/** @param ownUrl base URL of the simulator */
export function titleOf(step: JourneyStep, ownUrl: string): TextKey {
  const path = pathOf(step);
  const page = `journeys.screen.${step.screen?.replace('oauth/', '') ?? ''}`;
  if (step.screen && hasText(page)) return page;
  if (path === '/oauth/token') return isRefresh(step) ? 'journeys.step.refresh' : 'journeys.step.token';
  if (path === '/apiweb/code.json') return 'journeys.step.wait';
  if (!path.startsWith('/oauth/')) return 'journeys.step.api';
  if (step.method === 'POST') return postedTo(step, path);
  const destination = destinationOf(step, ownUrl);
  if (destination && !destination.isOurs) return 'journeys.step.back';
  if (path === '/oauth/authorize') return 'journeys.step.authorize';
  return 'journeys.step.onward';
}

/** Whether it agrees to a consent screen. */
export function agrees(step: JourneyStep): boolean {
  return isConsent(pathOf(step)) && parameterOf(step, 'decision') === 'agree' && step.status >= 300 && step.status < 400;
}

function postedTo(step: JourneyStep, path: string): TextKey {
  if (agrees(step)) return 'journeys.step.agree';
  if (isConsent(path) && parameterOf(step, 'decision') === 'cancel') return 'journeys.step.cancel';
  if (path.startsWith('/oauth/login/')) return 'journeys.step.login';
  return path.startsWith('/oauth/signup/') ? 'journeys.step.signup' : 'journeys.step.sent';
}

function isConsent(path: string): boolean {
  return path.startsWith('/oauth/consent/');
}

function isRefresh(step: JourneyStep): boolean {
  return parameterOf(step, 'grant_type') === 'refresh_token';
}
