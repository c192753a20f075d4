/**
 * Businesses (사업자 정보): who stands behind an app or a profile, by registration number.
 * Words: registration number (사업자등록번호, 3-2-5 digits), 업태 = type, 종목 = item, trade (업종) that needs a certificate.
 * Limits: a number checks by its last digit; a stored business is looked up, never entered twice; every field is required; who has
 * entered a business may change it.
 * Leaves to others: which app (apps) or profile (channels) belongs to it; the certificates themselves (documents).
 */
import { ALL, type Business, type Reader, type Store, type Tx } from '../store/index.ts';
import { change, ownBusiness } from './change.ts';
import { type Boxes, registrationNumber } from './number.ts';
import { type BusinessFacts, register } from './register.ts';
import { UnknownBusiness } from './unknown.ts';

export { type Boxes, boxesOf, NumberRefused, registrationNumber } from './number.ts';
export { type BusinessFacts, businessFields, BusinessIncomplete, BusinessKnown, missingFacts } from './register.ts';
export { type Trade, trades, tradesOf } from './trades.ts';
export { UnknownBusiness } from './unknown.ts';
export type { Business } from '../store/index.ts';

export type Businesses = ReturnType<typeof openBusinesses>;

export function openBusinesses({ store }: { store: Store }) {
  return {
    byNumber: (number: string, from: Reader = store): Promise<Business | undefined> => from.get('businesses', number),

    /** The business under this number. Throws UnknownBusiness. */
    async stored(number: string, from: Reader = store): Promise<Business> {
      const business = await from.get('businesses', number);
      if (!business) throw new UnknownBusiness(`no business ${number}`, { number });
      return business;
    },

    /** The stored business with the number in the boxes, or undefined where it has to be registered. Throws NumberRefused. */
    lookUp: async (boxes: Boxes): Promise<Business | undefined> => store.get('businesses', registrationNumber(boxes)),

    /** Stores a business that is not known yet. Anybody may. Throws NumberRefused, BusinessIncomplete, BusinessKnown. */
    register: (by: string, boxes: Boxes, facts: BusinessFacts): Promise<Business> => store.write((tx) => register(tx, by, boxes, facts)),

    /** The same in the caller's unit of work. */
    registerIn: (tx: Tx, by: string, boxes: Boxes, facts: BusinessFacts): Promise<Business> => register(tx, by, boxes, facts),

    /** The business under this number, for who has entered it and may change it. Throws UnknownBusiness. */
    own: async (by: string, number: string): Promise<Business> => ownBusiness(await store.get('businesses', number), by, number),

    /** Changes all but the number. Throws UnknownBusiness, BusinessIncomplete. */
    change: (by: string, number: string, facts: BusinessFacts): Promise<Business> => store.write((tx) => change(tx, by, number, facts)),

    /** The businesses that this person has entered. */
    registeredBy: (accountId: string, from: Reader = store): Promise<Business[]> => from.find('businesses', 'registrant', accountId),

    all: () => store.find('businesses', 'all', ALL),
  };
}

/** 동일한 사업자: both have a business, and it is the same one. Source: guide, 신청 1단계. */
export function sameBusiness(a: { businessNumber: string | null }, b: { businessNumber: string | null }): boolean {
  return a.businessNumber !== null && a.businessNumber === b.businessNumber;
}
