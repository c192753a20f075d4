/** Months of the calendar in Seoul. */
import { HOUR } from '../clock.ts';

/** Korea keeps no summer time. */
const SEOUL = 9 * HOUR;

/** The beginning of the day that many months before, in milliseconds; of a shorter month its last day. */
export function monthsBefore(at: number, months: number): number {
  const date = new Date(at + SEOUL);
  const [year, month, day] = [date.getUTCFullYear(), date.getUTCMonth() - months, date.getUTCDate()];
  const last = new Date(Date.UTC(year, month + 1, 0)).getUTCDate();
  return Date.UTC(year, month, Math.min(day, last)) - SEOUL;
}
