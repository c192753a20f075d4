/** A time of the house as a page shows it. */

export interface Moment {
  /** For machines. */
  iso: string;
  /** For people: house time in Korea, where Kakao's consoles are. */
  text: string;
}

/** @param at milliseconds of house time */
export function momentOf(at: number): Moment {
  const date = new Date(at);
  // Swedish writes dates as ISO does.
  return { iso: date.toISOString().replace(/\.\d{3}Z$/, 'Z'), text: date.toLocaleString('sv-SE', { timeZone: 'Asia/Seoul' }) };
}
