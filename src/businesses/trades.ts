/** The trades (업종) that need a certificate beside the registration. Source: guide, 준비 1, 업종별 제출 서류. */
import type { Business } from '../store/index.ts';

/** 통신판매업, 의료기기판매업, 건강기능식품판매업. */
export type Trade = 'mail-order' | 'medical-devices' | 'health-food';

/** How each one is named in a registration, without blanks and 업. */
const NAMES: Readonly<Record<Trade, string>> = {
  'mail-order': '통신판매',
  'medical-devices': '의료기기판매',
  'health-food': '건강기능식품판매',
};

export const trades = Object.keys(NAMES) as readonly Trade[];

/** The trades that a business names as its type (업태) or item (종목), in the order of the form. */
export function tradesOf({ type, item }: Pick<Business, 'type' | 'item'>): Trade[] {
  const named = [type, item].map((text) => text.normalize('NFC').replace(/\s/g, ''));
  return trades.filter((trade) => named.some((text) => text.includes(NAMES[trade])));
}
