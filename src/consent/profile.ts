/** Which facts of a person belong to which consent item, so that only what was agreed to is told. Source: kakao-api 2.2. */
import type { Person } from '../accounts/index.ts';

type Fact = keyof Person;

const nickname: readonly Fact[] = ['nickname', 'isDefaultNickname'];
const image: readonly Fact[] = ['imageUrl', 'thumbnailUrl', 'isDefaultImage'];

const factsOfItem: Readonly<Record<string, readonly Fact[]>> = {
  profile: [...nickname, ...image],
  profile_nickname: nickname,
  profile_image: image,
  account_email: ['email'],
  name: ['name'],
  gender: ['gender'],
  age_range: ['ageRange'],
  birthyear: ['birthyear'],
  birthday: ['birthday'],
  phone_number: ['phoneNumber'],
  account_ci: ['ci'],
  shipping_address: ['addresses'],
};

/** The facts that these items open; what is not known of the person is absent. */
export function disclose(person: Person, itemIds: Iterable<string>): Partial<Person> {
  const facts = [...itemIds].flatMap((id) => factsOfItem[id] ?? []).filter((fact) => isKnown(person[fact]));
  return Object.fromEntries(facts.map((fact) => [fact, person[fact]]));
}

/** Whether anything is known that this item would open. */
export function canDisclose(person: Person, itemId: string): boolean {
  return (factsOfItem[itemId] ?? []).some((fact) => isKnown(person[fact]));
}

function isKnown(value: unknown): boolean {
  return value !== null && !(Array.isArray(value) && value.length === 0);
}
