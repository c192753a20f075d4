/** What Kakao's answers say of a person, read leniently: a shop should not break when a field is new or missing. */
import type { Answer } from './kakao.ts';
import { isRecord, listAt, readJson, textAt } from './json.ts';
import type { Login } from './sessions.ts';

export interface Profile {
  id: string | undefined;
  nickname: string | undefined;
  picture: string | undefined;
  email: string | undefined;
  fields: Field[];
}

/** One line of the profile table. No value: Kakao would give it after a further consent. */
export interface Field {
  name: string;
  value: string | null;
}

export interface Term {
  tag: string;
  agreed: boolean;
  agreedAt: string | null;
}

export interface Friend {
  id: string;
  name: string;
  relation: string;
}

/** The user number of a login, every digit of it. */
export function userOf(login: Login): string | undefined {
  return textAt(readJson(login.me.text), 'id');
}

/** Source: kakao-api 2.2, 2.3. */
export function profileOf(me: Answer): Profile {
  const said = readJson(me.text);
  const account = isRecord(said) ? said['kakao_account'] : undefined;
  const properties = isRecord(said) ? said['properties'] : undefined;
  const profile = isRecord(account) ? account['profile'] : undefined;
  const picture = textAt(profile, 'thumbnail_image_url') ?? textAt(properties, 'thumbnail_image');
  return {
    id: textAt(said, 'id'),
    nickname: textAt(profile, 'nickname') ?? textAt(properties, 'nickname'),
    picture: picture && /^https?:/.test(picture) ? picture : undefined,
    email: textAt(account, 'email'),
    fields: [...fields(said, ''), ...fields(account, ''), ...fields(profile, 'profile.'), ...fields(properties, 'properties.')].filter(
      ({ name }) => name !== 'id',
    ),
  };
}

/** Source: kakao-api 2.15. */
export function termsOf(terms: Answer): Term[] {
  return listAt(readJson(terms.text), 'service_terms').map((term) => ({
    tag: textAt(term, 'tag') ?? '?',
    agreed: term['agreed'] === true,
    agreedAt: textAt(term, 'agreed_at') ?? null,
  }));
}

/** Source: kakao-api 2.16. */
export function friendsOf(channels: Answer): Friend[] {
  return listAt(readJson(channels.text), 'channels').map((channel) => {
    const id = textAt(channel, 'channel_public_id') ?? '?';
    return { id, name: textAt(channel, 'channel_uuid') ?? id, relation: textAt(channel, 'relation') ?? '?' };
  });
}

function fields(group: unknown, prefix: string): Field[] {
  if (!isRecord(group)) return [];
  return Object.keys(group).flatMap((key): Field[] => {
    const value = textAt(group, key);
    if (value === undefined) return [];
    if (!key.endsWith('_needs_agreement')) return [{ name: prefix + key, value }];
    return value === 'true' ? [{ name: prefix + key.slice(0, -'_needs_agreement'.length), value: null }] : [];
  });
}
