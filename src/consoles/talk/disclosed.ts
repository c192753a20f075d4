/** What a service gets to know by one consent item: field by field, under the names and in the spelling of kapi. Source: kakao-api 2.2, 2.16. */
import { type Account, type Person, personOf } from '../../accounts/index.ts';
import type { App } from '../../apps/index.ts';
import { disclose, type Link } from '../../consent/index.ts';
import type { House } from '../../house.ts';

export interface Disclosed {
  field: string;
  value: string;
}

type Facts = Partial<Person>;
type Told = readonly (readonly [field: string, value: (facts: Facts) => unknown])[];

const nickname: Told = [['nickname', ({ nickname }) => nickname]];
const image: Told = [['profile_image_url', ({ imageUrl }) => imageUrl]];

const FIELDS: Readonly<Record<string, Told>> = {
  profile: [...nickname, ...image],
  profile_nickname: nickname,
  profile_image: image,
  account_email: [
    ['email', ({ email }) => email?.address],
    ['is_email_valid', ({ email }) => email?.valid],
    ['is_email_verified', ({ email }) => email?.verified],
  ],
  name: [['name', ({ name }) => name]],
  gender: [['gender', ({ gender }) => gender]],
  age_range: [['age_range', ({ ageRange }) => ageRange]],
  birthyear: [['birthyear', ({ birthyear }) => birthyear]],
  birthday: [
    ['birthday', ({ birthday }) => birthday?.day],
    ['birthday_type', ({ birthday }) => birthday?.type],
  ],
  phone_number: [['phone_number', ({ phoneNumber }) => phoneNumber]],
  account_ci: [['ci', ({ ci }) => ci?.value]],
  shipping_address: [
    [
      'shipping_addresses',
      ({ addresses }) => addresses?.map(({ name, baseAddress, detailAddress }) => `${name}: ${baseAddress} ${detailAddress}`).join('\n'),
    ],
  ],
};

/** Told of a preregistered user; the rest follows the registration. Source: kakao-api 2.9. */
const BEFORE_SIGNUP = ['profile', 'profile_nickname', 'profile_image', 'account_email'];

/** Empty where nothing is known of the person, or nothing is told yet. */
export async function disclosed(house: House, app: App, link: Link, account: Account, itemId: string): Promise<Disclosed[]> {
  if (link.state === 'preregistered' && !BEFORE_SIGNUP.includes(itemId)) return [];
  if (itemId === 'plusfriends') return relations(house, app, account);
  const facts = disclose(personOf(account, house.addresses.pictures, house.clock.now(), app.switches), [itemId]);
  return (FIELDS[itemId] ?? []).flatMap(([field, value]) => {
    const told = value(facts);
    return told === undefined || told === null || told === '' ? [] : [{ field, value: String(told) }];
  });
}

/** How the person stands to each of the app's channels. */
async function relations({ sync, channels }: House, app: App, account: Account): Promise<Disclosed[]> {
  if (!account.hasTalk) return [];
  const connected = await sync.connectedChannels(app.id);
  return Promise.all(
    connected.map(async ({ id, searchId }) => ({ field: searchId, value: (await channels.relation(id, account.id))?.relation ?? 'NONE' })),
  );
}
