/** 만 14세 이상: who may not use an app whose age check is ON. Source: kakao-api 2.17, 5.5. */
import { ageOf } from '../accounts/index.ts';
import { RuleBroken } from '../rule.ts';
import type { Account, App } from '../store/index.ts';
import type { SimpleSignup } from '../sync/index.ts';
import type { ConsentDeps } from './deps.ts';

/** 만 14세. */
const AGE_OF_CONSENT = 14;

/** The person may not use this service (만 14세 미만). */
export class UnderAge extends RuleBroken {
  readonly code = 'under_age';
}

/** Known to be under 14. A person of unknown age is not. */
function isChild(age: number | null): boolean {
  return age !== null && age < AGE_OF_CONSENT;
}

/** Known to be under 14, where the app asks for the age. */
export function isUnderAge(simpleSignup: SimpleSignup | null, age: number | null): boolean {
  return isChild(age) && Boolean(simpleSignup?.ageCheck);
}

/** Throws UnderAge. */
export async function checkAge({ sync, clock }: ConsentDeps, app: App, account: Account): Promise<void> {
  const age = ageOf(account, clock.now());
  // Of all others it does not matter what the app asks.
  if (isChild(age) && isUnderAge(await sync.simpleSignup(app), age)) throw new UnderAge('the account belongs to a person under 14');
}
