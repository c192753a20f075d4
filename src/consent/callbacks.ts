/** The callbacks that a sign-up or an add/block causes. Written in the caller's unit of work; webhooks/ sends them. */
import { createHmac } from 'node:crypto';
import { type Person, personOf } from '../accounts/index.ts';
import { type ChannelField, inEra } from '../apps/index.ts';
import { isoSeconds, SECOND } from '../clock.ts';
import { exactNumber } from '../json.ts';
import type { Account, App, Channel, Friendship, Link, Tx } from '../store/index.ts';
import { AGE_CHECK_TAG } from '../terms/index.ts';
import type { Question } from './ask.ts';
import type { ConsentDeps } from './deps.ts';
import { findLink, isUser } from './linked.ts';
import { disclose } from './profile.ts';

/**
 * Plus Friend / channel add and block callback, if the app has an address for it.
 * `id_type` is `app_user_id` for a user, registered or not, who agreed to `plusfriends`; others are an opaque `open_id`. Source: kakao-api 3.2, 3.3.
 */
export async function announceChannel(deps: ConsentDeps, tx: Tx, appId: string, account: Account, friendship: Friendship): Promise<void> {
  const { webhooks, apps, channels, openIdKey } = deps;
  const endpoint = await webhooks.endpoint(appId, 'channel', tx);
  const app = await apps.byId(appId, tx);
  const channel = await channels.byId(friendship.channelId, tx);
  if (!endpoint || !app || !channel) return;

  const link = await findLink(deps, `${appId}:${account.id}`, tx);
  const isKnown = isUser(link) && link.items.some(({ id }) => id === 'plusfriends');
  const openId = createHmac('sha256', openIdKey).update(`${appId}:${channel.id}:${account.id}`).digest('base64url');
  const event = friendship.relation === 'ADDED' ? 'added' : 'blocked';
  const who = isKnown ? { id: link.number, id_type: 'app_user_id' } : { id: openId, id_type: 'open_id' };
  const id = webhooks.newId();
  webhooks.enqueue(tx, {
    id,
    endpoint,
    event: `channel.${event}`,
    lane: `${appId}:${account.id}:${channel.id}`,
    headers: kakaoHeaders(app, id),
    body: JSON.stringify({ event, ...who, ...channelFields(app, channel, friendship.updatedAt) }),
  });
}

/** In the names of the app's era; a switch sends old and new names together. */
function channelFields(app: App, channel: Channel, at: number): object {
  const all: Record<ChannelField, unknown> = {
    plus_friend_public_id: channel.id,
    plus_friend_uuid: channel.searchId,
    channel_public_id: channel.id,
    channel_uuid: channel.searchId,
    timestamp: Math.floor(at / SECOND) * SECOND,
    updated_at: isoSeconds(at),
  };
  if (app.switches.channelPayload === 'both') return all;
  return Object.fromEntries(inEra(app, 'channelCallback').map((name) => [name, all[name]]));
}

function kakaoHeaders(app: App, resourceId: string): Record<string, string> {
  return {
    Authorization: `KakaoAK ${app.adminKeys[0]}`,
    'Content-Type': 'application/json',
    'User-Agent': 'KakaoOpenAPI/1.0',
    'X-Kakao-Resource-ID': resourceId,
  };
}

/**
 * The sync callback after a sign-up: an addition of this simulator, which Kakao does not have, signed by Standard Webhooks.
 * Carries the user number, every term with what was answered, and the profile fields that were agreed to.
 */
export async function announceSignup(deps: ConsentDeps, tx: Tx, app: App, account: Account, link: Link, question: Question): Promise<void> {
  const { webhooks, terms, clock, pictures } = deps;
  const endpoint = await webhooks.endpoint(app.id, 'sync', tx);
  if (!endpoint) return;

  const tags = [...question.terms.map(({ tag }) => tag), ...(question.ageCheck ? [AGE_CHECK_TAG] : [])];
  const agreements = await terms.agreements(app.id, account.id, tx);
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
  webhooks.enqueue(tx, {
    id: webhooks.newId(),
    endpoint,
    event: 'sync.signed_up',
    lane: `${app.id}:${account.id}`,
    headers: { 'Content-Type': 'application/json', 'User-Agent': 'kakao-sync-simulator' },
    body: JSON.stringify({ type: 'sync.signed_up', timestamp: isoSeconds(clock.now()), data }),
  });
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
