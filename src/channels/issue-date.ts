/** 발급일 3개월 이내: a paper is taken within three months of the day of its issue, in Korea. Source: guide, 준비 1 (2. and 3. 서류 첨부). */
import { SEOUL } from '../clock.ts';

/** What is wrong with a day: it is none, it is over three months ago, or it is still to come. */
export type DateFault = 'undated' | 'old' | 'future';

const MONTHS = 3;

/** @param day as `2019-04-11` */
export function dateFault(day: string, now: number): DateFault | undefined {
  const today = dayOf(now + SEOUL);
  if (!isDay(day)) return 'undated';
  if (day > today) return 'future';
  return day < monthsBefore(today) ? 'old' : undefined;
}

/** The same day of the month three months ago, or the last one of that month. */
function monthsBefore(today: string): string {
  const [year = 0, month = 0, day = 0] = today.split('-').map(Number);
  const lastDay = new Date(Date.UTC(year, month - MONTHS, 0)).getUTCDate();
  return dayOf(Date.UTC(year, month - 1 - MONTHS, Math.min(day, lastDay)));
}

function isDay(text: string): boolean {
  const at = Date.parse(`${text}T00:00:00Z`);
  return !Number.isNaN(at) && dayOf(at) === text;
}

function dayOf(at: number): string {
  return new Date(at).toISOString().slice(0, 10);
}
