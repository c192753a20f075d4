/** A user in the words of kapi. Source: kakao-api 2.2. */
import { isoSeconds } from '../clock.ts';
import { exactNumber } from '../json.ts';
import { disclosureOf, type Known, knownOf, type Viewed } from './disclosure.ts';
import { beforeSignup, kakaoAccount } from './kakao-account.ts';
import type { Wanted } from './property-keys.ts';
import { userProperties } from './user-properties.ts';

/** The wanted groups and properties. Of a preregistered user little is told: kakao-api 2.9. */
export async function asUser(viewed: Viewed, wanted: Wanted): Promise<object> {
  return userMe({ ...(await knownOf(viewed)), link: viewed.link }, wanted);
}

/** The same as a pure function. Fields without a value are undefined, and so absent in JSON. */
export function userMe(known: Known & Pick<Viewed, 'link'>, wanted: Wanted): object {
  const disclosure = disclosureOf(known);
  const { number, state, connectedAt, synchedAt } = known.link;
  const registered = state === 'linked';
  const account = kakaoAccount(disclosure, wanted);
  return {
    id: exactNumber(number),
    has_signed_up: wanted.hasSignedUp && (!known.app.autoLink || !registered) ? registered : undefined,
    connected_at: date(connectedAt),
    ...(registered && { synched_at: date(synchedAt), properties: userProperties(known, disclosure.facts, wanted) }),
    kakao_account: registered ? account : account && beforeSignup(account),
  };
}

function date(time: number | null): string | undefined {
  return time === null ? undefined : isoSeconds(time);
}
