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

/** Known to be under 14, where the app asks for the age. A person of unknown age is not. */
export function isUnderAge(simpleSignup: SimpleSignup | null, age: number | null): boolean {
  return Boolean(simpleSignup?.ageCheck) && age !== null && age < AGE_OF_CONSENT;
}

/** Throws UnderAge. */
export async function checkAge({ sync, clock }: ConsentDeps, app: App, account: Account): Promise<void> {
  if (isUnderAge(await sync.simpleSignup(app), ageOf(account, clock.now()))) throw new UnderAge('the account belongs to a person under 14');
}
