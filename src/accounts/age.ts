/** How old a person is, as far as the account knows. */
import { SEOUL } from '../clock.ts';
import type { Account } from '../store/index.ts';

/** Age in whole years at `now` (Seoul's calendar), or null when the account has no birth year. */
export function ageOf(account: Pick<Account, 'birthyear' | 'birthday'>, now: number): number | null {
  if (account.birthyear === null) return null;
  const today = new Date(now + SEOUL);
  const hadBirthday = Number(account.birthday?.day ?? '0101') <= 100 * (today.getUTCMonth() + 1) + today.getUTCDate();
  return today.getUTCFullYear() - Number(account.birthyear) - (hadBirthday ? 0 : 1);
}

/** The age band as user/me spells it: `10~14`, `15~19`, then decades, `90~`; `youngest` for children under ten. */
export function ageRange(age: number, youngest: '1~9' | '0~9'): string {
  if (age < 10) return youngest;
  if (age < 15) return '10~14';
  if (age < 20) return '15~19';
  if (age >= 90) return '90~';
  const decade = Math.floor(age / 10) * 10;
  return `${decade}~${decade + 9}`;
}
