/** A user in the words of kapi. Source: kakao-api 2.2. */
import { isoSeconds } from '../clock.ts';
import { exactNumber } from '../json.ts';
import { disclosureOf, type Viewed } from './disclosure.ts';
import { beforeSignup, kakaoAccount } from './kakao-account.ts';
import type { Wanted } from './property-keys.ts';
import { userProperties } from './user-properties.ts';

/** The wanted groups and properties. Of a preregistered user little is told: kakao-api 2.9. */
export async function asUser(viewed: Viewed, wanted: Wanted): Promise<object> {
  const disclosure = await disclosureOf(viewed);
  const { number, state, connectedAt, synchedAt } = viewed.link;
  const registered = state === 'linked';
  const account = kakaoAccount(disclosure, wanted);
  return {
    id: exactNumber(number),
    has_signed_up: wanted.hasSignedUp && (!viewed.app.autoLink || !registered) ? registered : undefined,
    connected_at: date(connectedAt),
    ...(registered && { synched_at: date(synchedAt), properties: userProperties(viewed, disclosure.facts, wanted) }),
    kakao_account: registered ? account : account && beforeSignup(account),
  };
}

function date(time: number | null): string | undefined {
  return time === null ? undefined : isoSeconds(time);
}
