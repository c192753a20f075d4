/**
 * Working days (영업일) in Korea: Monday to Friday, without the holidays of the official gazette.
 * A year that no gazette has told yet has its weekends only.
 */
import * as gazette from '@hyunbinseo/holidays-kr/all';
import { DAY, SEOUL } from '../clock.ts';

/** The same time of day, `days` working days later: the day itself does not count. In milliseconds, as `from` is. */
export function workingDaysAfter(from: number, days: number): number {
  let at = from;
  for (let left = days; left > 0;) {
    at += DAY;
    if (isWorkingDay(at)) left -= 1;
  }
  return at;
}

/** Whether offices in Seoul are open on the day of this moment. */
export function isWorkingDay(at: number): boolean {
  const date = new Date(at + SEOUL);
  const weekday = date.getUTCDay();
  return weekday !== 0 && weekday !== 6 && !holidays.has(date.toISOString().slice(0, 10));
}

const holidays: ReadonlySet<string> = new Set(Object.values(gazette).flatMap((year) => Object.keys(year)));
