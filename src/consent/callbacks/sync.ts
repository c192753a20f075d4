/** The sync callback: somebody has signed up. Written in the caller's unit of work; webhooks/ sends it. */
import { type Person, personOf } from '../../accounts/index.ts';
import { isoSeconds } from '../../clock.ts';
import { exactNumber } from '../../json.ts';
import type { Account, Agreement, App, Link, Reader, Tx } from '../../store/index.ts';
import { AGE_CHECK_TAG } from '../../terms/index.ts';
import type { Outgoing } from '../../webhooks/index.ts';
import type { Question } from '../ask.ts';
import type { ConsentDeps } from '../deps.ts';
import { disclose } from '../profile.ts';

/** What of the screen the callback tells, each of its terms and whether it asked for the age; and what was agreed to by then. */
type Answered = Pick<Question, 'terms' | 'ageCheck'> & { agreements: readonly Agreement[] };

/** Where it goes, and what it will be known by. */
export type SignupPlace = Pick<Outgoing, 'id' | 'endpoint' | 'lane'>;

/** Tells of it, if the app has an address for it. */
export async function announceSignup(deps: ConsentDeps, tx: Tx, app: App, account: Account, link: Link, answered: Answered): Promise<void> {
  const place = await signupPlace(deps, tx, app, account);
  if (place) deps.webhooks.enqueue(tx, signupCallback(deps, place, app, account, link, answered));
}

/** Undefined where the app has no address for it. */
export async function signupPlace({ webhooks }: ConsentDeps, from: Reader, app: App, account: Account): Promise<SignupPlace | undefined> {
  const endpoint = await webhooks.endpoint(app.id, 'sync', from);
  if (!endpoint) return undefined;
  const lane = `${app.id}:${account.id}`;
  return { id: await webhooks.newId(from, { endpointId: endpoint.id, lane }), endpoint, lane };
}

/**
 * The callback: an addition of this simulator, which Kakao does not have, signed by Standard Webhooks.
 * Carries the user number, every term with what was answered, and the profile fields that were agreed to.
 */
export function signupCallback(
  { clock, pictures }: ConsentDeps,
  place: SignupPlace,
  app: App,
  account: Account,
  link: Link,
  { terms, ageCheck, agreements }: Answered,
): Outgoing {
  const tags = [...terms.map(({ tag }) => tag), ...(ageCheck ? [AGE_CHECK_TAG] : [])];
  const person = personOf(account, pictures, clock.now(), app.switches);
  const data = {
    app_id: exactNumber(app.id),
    id: exactNumber(link.number),
    connected_at: isoSeconds(link.connectedAt ?? clock.now()),
    service_terms: tags.map((tag) => termAnswer(tag, agreements.find((agreement) => agreement.tag === tag)?.agreedAt)),
    scopes: link.items.map(({ id }) => id),
    profile: profileFields(
      disclose(
        person,
        link.items.map(({ id }) => id),
      ),
    ),
  };
  return {
    ...place,
    event: 'sync.signed_up',
    headers: { 'Content-Type': 'application/json', 'User-Agent': 'kakao-sync-simulator' },
    body: JSON.stringify({ type: 'sync.signed_up', timestamp: isoSeconds(clock.now()), data }),
  };
}

function termAnswer(tag: string, agreedAt: number | undefined): Record<string, unknown> {
  return agreedAt === undefined ? { tag, agreed: false } : { tag, agreed: true, agreed_at: isoSeconds(agreedAt) };
}

function profileFields(facts: Partial<Person>): Record<string, unknown> {
  return {
    nickname: facts.nickname,
    profile_image_url: facts.imageUrl,
    email: facts.email?.address,
    is_email_verified: facts.email && facts.email.valid && facts.email.verified,
    name: facts.name,
    gender: facts.gender,
    age_range: facts.ageRange,
    birthyear: facts.birthyear,
    birthday: facts.birthday?.day,
    phone_number: facts.phoneNumber,
    ci: facts.ci?.value,
    shipping_addresses: facts.addresses?.map(({ name, baseAddress, detailAddress, zoneNumber }) => ({
      name,
      base_address: baseAddress,
      detail_address: detailAddress,
      zone_number: zoneNumber,
    })),
  };
}
