/** The sync callback: somebody has signed up. Written in the caller's unit of work; webhooks/ sends it. */
import { type Person, personOf } from '../../accounts/index.ts';
import { isoSeconds } from '../../clock.ts';
import { exactNumber } from '../../json.ts';
import type { Account, App, Link, Reader, Tx } from '../../store/index.ts';
import { AGE_CHECK_TAG } from '../../terms/index.ts';
import type { Outgoing } from '../../webhooks/index.ts';
import type { Question } from '../ask.ts';
import type { ConsentDeps } from '../deps.ts';
import { disclose } from '../profile.ts';

/** What of the screen the callback tells: each of its terms, and whether it asked for the age. */
type Asked = Pick<Question, 'terms' | 'ageCheck'>;

/** Tells of it, if the app has an address for it. */
export async function announceSignup(deps: ConsentDeps, tx: Tx, app: App, account: Account, link: Link, asked: Asked): Promise<void> {
  const callback = await signupCallback(deps, tx, app, account, link, asked);
  if (callback) deps.webhooks.enqueue(tx, callback);
}

/**
 * The callback, or undefined where the app has no address for it: an addition of this simulator, which Kakao does not have,
 * signed by Standard Webhooks.
 * Carries the user number, every term with what was answered, and the profile fields that were agreed to.
 */
export async function signupCallback(
  deps: ConsentDeps,
  from: Reader,
  app: App,
  account: Account,
  link: Link,
  asked: Asked,
): Promise<Outgoing | undefined> {
  const { webhooks, terms, clock, pictures } = deps;
  const endpoint = await webhooks.endpoint(app.id, 'sync', from);
  if (!endpoint) return undefined;

  const tags = [...asked.terms.map(({ tag }) => tag), ...(asked.ageCheck ? [AGE_CHECK_TAG] : [])];
  const lane = `${app.id}:${account.id}`;
  const [agreements, id] = await Promise.all([
    terms.agreements(app.id, account.id, from),
    webhooks.newId(from, { endpointId: endpoint.id, lane }),
  ]);
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
    id,
    endpoint,
    event: 'sync.signed_up',
    lane,
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
