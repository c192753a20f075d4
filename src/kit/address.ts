/** Shipping addresses as a test wants them. */
import { z } from 'zod';
import type { Account } from '../store/index.ts';
import { says } from './says.ts';

const text = (usual: string, en: string, ko: string) => says(z.string().min(1).default(usual), en, ko);

export const addressInput = z.strictObject({
  name: text('집', 'What the person calls it.', '배송지 이름'),
  baseAddress: text('시뮬레이션시 가상구 예시로 1', 'Address.', '기본 주소'),
  detailAddress: text('101동 101호', 'Rest of the address.', '상세 주소'),
  zoneNumber: text('00001', 'Postal code of five digits.', '우편번호 5자리'),
  receiverName: text('김테스트', 'Who receives.', '수령인'),
  receiverPhoneNumber1: text('010-1000-0001', 'Phone number of who receives.', '수령인 전화번호'),
});

/** The first one is the default one. */
export function addressesOf(given: readonly z.output<typeof addressInput>[], now: number): Account['addresses'] {
  return given.map((address, at) => ({ ...address, id: at + 1, isDefault: at === 0, updatedAt: now, type: 'NEW' }));
}
