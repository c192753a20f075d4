/** What the APIs of kapi tell of one user, each asked in its own words, and held against one another. */
import assert from 'node:assert/strict';
import { CHANNEL } from './agreeing.ts';
import { admin, NUMBER, type openKapi, target } from './helpers.ts';

interface Term {
  tag: string;
  agreed: boolean;
}

/** A registered user, one who is not registered yet, or nobody. */
export type Told =
  | null
  | { registered: false; values: unknown[] }
  | { registered: true; values: unknown[]; needed: unknown[]; items: string[]; terms: string[]; channel: string | number };

/** Asks all of them. Fails where two do not tell the same. */
export async function told(http: Awaited<ReturnType<typeof openKapi>>['http']): Promise<Told> {
  const get = async (path: string, query = {}) => {
    const { body, text } = await http
      .get(path)
      .query({ ...target, ...query })
      .set(admin);
    return { body, text };
  };
  const me = await get('/v2/user/me');
  const scopes = await get('/v2/user/scopes');
  const agreed = await get('/v2/user/service_terms');
  const all = await get('/v2/user/service_terms', { result: 'app_service_terms' });
  const before = await get('/v1/user/service/terms');
  const channels = await get('/v2/api/talk/channels');
  const plusFriends = await get('/v1/api/talk/plusfriends');
  const { text: ids } = await http.get('/v1/user/ids').set(admin);

  const isRegistered = ids.startsWith(`{"elements":[${NUMBER}],`);
  if (!isRegistered) {
    assert.ok(ids.startsWith('{"elements":[],'), ids);
    for (const { body } of [scopes, agreed, all, before, channels, plusFriends]) assert.equal(body.code, -101);
    if (me.body.code === -101) return null;
  }
  assert.ok(me.text.startsWith(`{"id":${NUMBER},`), me.text);
  const { profile, email, gender, ...flags } = me.body.kakao_account ?? {};
  const values = [profile?.nickname, email, gender];
  if (!isRegistered) {
    assert.equal(me.body.has_signed_up, false);
    return { registered: false, values };
  }

  for (const { text } of [scopes, agreed, all]) assert.ok(text.startsWith(`{"id":${NUMBER},`), text);
  const terms = (agreed.body.service_terms as Term[]).map(({ tag }) => tag);
  assert.deepEqual(
    (all.body.service_terms as Term[]).filter((term) => term.agreed).map(({ tag }) => tag),
    terms,
  );
  assert.deepEqual(
    (before.body.allowed_service_terms as Term[]).map(({ tag }) => tag),
    terms,
  );
  assert.equal(channels.body.code, plusFriends.body.code);
  const relation = relationIn(channels.body.channels, 'channel_public_id');
  assert.equal(relationIn(plusFriends.body.plus_friends, 'plus_friend_public_id'), relation);
  return {
    registered: true,
    values,
    needed: [
      flags.profile_needs_agreement ?? flags.profile_nickname_needs_agreement,
      flags.email_needs_agreement,
      flags.gender_needs_agreement,
    ],
    items: (scopes.body.scopes as { id: string; agreed: boolean }[]).filter((each) => each.agreed).map(({ id }) => id),
    terms,
    channel: relation ?? channels.body.code,
  };
}

function relationIn(channels: Record<string, string>[] | undefined, id: string): string | undefined {
  return channels?.find((each) => each[id] === CHANNEL)?.relation;
}
