/** The house of kapi's tests with something of everything in it. */
import { AT, type Differences, type openKapi } from '../kapi/helpers.ts';

/** Every consent item of the user, and every group of `kakao_account`. */
export const ITEMS = [
  'profile',
  'profile_nickname',
  'profile_image',
  'name',
  'account_email',
  'age_range',
  'birthyear',
  'birthday',
  'gender',
  'phone_number',
  'account_ci',
  'shipping_address',
  'plusfriends',
];

export const home = {
  id: 5001,
  name: '집',
  isDefault: true,
  updatedAt: AT,
  type: 'NEW',
  baseAddress: '시뮬레이션시 가상구 예시로 1',
  detailAddress: '101호',
  receiverName: '홍데모',
  receiverPhoneNumber1: '010-0000-0001',
  receiverPhoneNumber2: '02-000-0001',
  zoneNumber: '00001',
  zipCode: '000-001',
} as const;

/** An app of 2021, which has both items of the profile and the flags of old, and registers its users itself. */
export const everything: Differences = {
  items: ITEMS,
  agreed: ITEMS,
  app: { era: '2021', autoLink: false, userProperties: ['tier'] },
  link: { properties: { tier: 'basic' } },
  account: { addresses: [home] },
};

export type Kapi = Awaited<ReturnType<typeof openKapi>>;
