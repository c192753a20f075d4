/** GET /v1/user/shipping_address: 배송지 조회하기. Source: kakao-api 2.13. */
import { z } from 'zod';
import type { Account } from '../accounts/index.ts';
import { inEra } from '../apps/index.ts';
import { SECOND } from '../clock.ts';
import { ItemNotUsable } from '../consent/index.ts';
import { exactNumber } from '../json.ts';
import { disclosureOf, knownOf } from '../profile/index.ts';
import { api, type Call } from './call.ts';
import { wholeNumber } from './parameters.ts';
import { longNumber } from './shapes.ts';

type Address = Account['addresses'][number];

/** A page of one could hold the default address alone, which comes first whatever its date and so is no cursor. */
const SMALLEST_PAGE = 2;

const address = z.strictObject({
  id: longNumber,
  name: z.string(),
  default: z.boolean().optional(),
  is_default: z.boolean(),
  updated_at: z.number().int(),
  type: z.enum(['NEW', 'OLD']),
  base_address: z.string(),
  detail_address: z.string(),
  receiver_name: z.string(),
  receiver_phone_number1: z.string(),
  receiver_phone_number2: z.string(),
  zone_number: z.string().optional(),
  zip_code: z.string().optional(),
});

/**
 * The addresses, the default one first, then the latest changed first: one by `address_id`, or a page of `page_size` that
 * begins after `from_updated_at`. No list without the consent, or without an address. Throws InputRefused, ItemNotUsable.
 */
export const shippingAddress = api({
  takes: {
    address_id: wholeNumber.optional(),
    from_updated_at: wholeNumber.default(0),
    page_size: wholeNumber.refine((size) => size >= SMALLEST_PAGE, `expected ${SMALLEST_PAGE} or more`).default(10),
  },
  gives: z.strictObject({
    user_id: longNumber,
    shipping_addresses: z.array(address).optional(),
    has_shipping_addresses: z.boolean().optional(),
    shipping_addresses_needs_agreement: z.boolean(),
  }),
  async answer(call: Call, asked) {
    const { facts, needsAgreement, has } = disclosureOf(await knownOf(call));
    const needed = needsAgreement('shipping_address');
    if (needed === undefined) throw new ItemNotUsable('shipping_address');
    const found = select(facts.addresses ?? [], asked);
    return {
      user_id: exactNumber(call.link.number),
      ...(found.length > 0 && { shipping_addresses: found.map((each) => asAddress(call, each)) }),
      has_shipping_addresses: has('shipping_address'),
      shipping_addresses_needs_agreement: needed,
    };
  },
});

interface Asked {
  address_id?: number | undefined;
  from_updated_at: number;
  page_size: number;
}

function select(addresses: readonly Address[], { address_id: id, from_updated_at: from, page_size: size }: Asked): Address[] {
  if (id !== undefined) return addresses.filter((each) => each.id === id);
  const ordered = addresses.toSorted((a, b) => Number(b.isDefault) - Number(a.isDefault) || b.updatedAt - a.updatedAt);
  const after = from === 0 ? ordered : ordered.filter((each) => !each.isDefault && seconds(each) < from);
  return after.slice(0, size);
}

function asAddress({ app }: Call, it: Address): object {
  return {
    id: it.id,
    name: it.name,
    ...(inEra(app, 'addressDefault') && { default: it.isDefault }),
    is_default: it.isDefault,
    updated_at: seconds(it),
    type: it.type,
    base_address: it.baseAddress,
    detail_address: it.detailAddress,
    receiver_name: it.receiverName,
    receiver_phone_number1: it.receiverPhoneNumber1,
    receiver_phone_number2: it.receiverPhoneNumber2 ?? '',
    zone_number: it.zoneNumber,
    zip_code: it.zipCode,
  };
}

function seconds({ updatedAt }: Address): number {
  return Math.floor(updatedAt / SECOND);
}
