/** GET /v1/user/shipping_address: 배송지 조회하기. Source: kakao-api 2.13. */
import type { Account } from '../accounts/index.ts';
import { SECOND } from '../clock.ts';
import { ItemNotUsable } from '../consent/index.ts';
import { exactNumber } from '../json.ts';
import type { Call } from './call.ts';
import { disclosureOf } from './disclosure.ts';
import { parameters, wholeNumber } from './parameters.ts';

type Address = Account['addresses'][number];

/** A page of one could hold the default address alone, which comes first whatever its date and so is no cursor. */
const SMALLEST_PAGE = 2;

/**
 * The addresses, the default one first, then the latest changed first: one by `address_id`, or a page of `page_size` that
 * begins after `from_updated_at`. No list without the consent, or without an address. Throws InputRefused, ItemNotUsable.
 */
export async function shippingAddress(call: Call): Promise<object> {
  const asked = parameters(call.sent, {
    address_id: wholeNumber.optional(),
    from_updated_at: wholeNumber.default(0),
    page_size: wholeNumber.refine((size) => size >= SMALLEST_PAGE, `expected ${SMALLEST_PAGE} or more`).default(10),
  });
  const { facts, needsAgreement } = await disclosureOf(call);
  const needed = needsAgreement('shipping_address');
  if (needed === undefined) throw new ItemNotUsable('shipping_address');
  const found = select(facts.addresses ?? [], asked);
  return {
    user_id: exactNumber(call.link.number),
    ...(found.length > 0 && { shipping_addresses: found.map(asAddress) }),
    shipping_addresses_needs_agreement: needed,
  };
}

interface Asked {
  address_id?: number | undefined;
  from_updated_at: number;
  page_size: number;
}

function select(addresses: readonly Address[], { address_id: id, from_updated_at: from, page_size: size }: Asked): Address[] {
  if (id !== undefined) return addresses.filter((address) => address.id === id);
  const ordered = addresses.toSorted((a, b) => Number(b.isDefault) - Number(a.isDefault) || b.updatedAt - a.updatedAt);
  const after = from === 0 ? ordered : ordered.filter((address) => !address.isDefault && seconds(address) < from);
  return after.slice(0, size);
}

function asAddress(address: Address): object {
  return {
    id: address.id,
    name: address.name,
    is_default: address.isDefault,
    updated_at: seconds(address),
    type: address.type,
    base_address: address.baseAddress,
    detail_address: address.detailAddress,
    receiver_name: address.receiverName,
    receiver_phone_number1: address.receiverPhoneNumber1,
    receiver_phone_number2: address.receiverPhoneNumber2 ?? '',
    zone_number: address.zoneNumber,
    zip_code: address.zipCode,
  };
}

function seconds({ updatedAt }: Address): number {
  return Math.floor(updatedAt / SECOND);
}
