/** How old a person is, as far as the account knows. */
import type { Account } from '../store/index.ts';

/** Age in whole years at `now` (Seoul's calendar), or null when the account has no birth year. */
export function ageOf(account: Pick<Account, 'birthyear' | 'birthday'>, now: number): number | null {
  if (account.birthyear === null) return null;
  const [year, today] = seoulDate(now);
  const hadBirthday = (account.birthday?.day ?? '0101') <= today;
  return year - Number(account.birthyear) - (hadBirthday ? 0 : 1);
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

function seoulDate(now: number): [year: number, monthAndDay: string] {
  const date = new Date(now + 9 * 3_600_000).toISOString();
  return [Number(date.slice(0, 4)), date.slice(5, 7) + date.slice(8, 10)];
}
