/** ID tokens with exactly Kakao's claims, in house time. Source: kakao-api 1.11. */
import { SignJWT } from 'jose';
import type { Provider } from 'oidc-provider';
import { personOf } from '../accounts/index.ts';
import type { AppKey } from '../apps/index.ts';
import { SECOND } from '../clock.ts';
import { disclose } from '../consent/index.ts';
import type { House } from '../house.ts';
import { ACCESS_TOKEN } from './lifetimes.ts';

/** What the provider puts into an ID token before it is signed. Its `sub` is the account, which partners never see. */
interface PendingIdToken {
  available: { sub: string; auth_time?: number };
  extra: { nonce?: string };
  client: { clientId: string };
  /** `keyType` is the key that asked for the tokens: the ID token lives as long as the access token beside it. */
  ctx: { state: { keyType: AppKey['type'] } };
}

/**
 * Replaces the provider's signing of ID tokens: it would add claims that Kakao does not have, leave `typ` out, and date
 * them in machine time.
 */
export function issueKakaoIdTokens(provider: Provider, house: House): void {
  const seam = provider.IdToken.prototype as unknown as { issue: (this: PendingIdToken) => Promise<string> };
  seam.issue = async function issue() {
    const { sub: accountId, auth_time: authTime } = this.available;
    const { clientId } = this.client;
    const now = house.clock.seconds();
    const { sub, ...profile } = await subjectOf(house, clientId, accountId);
    const key = await house.keys.signing();
    return new SignJWT({
      aud: clientId,
      sub,
      auth_time: authTime === undefined ? now : authTime + Math.round(house.clock.offsetHere() / SECOND),
      iss: house.addresses.kauth,
      ...profile,
      exp: now + ACCESS_TOKEN[this.ctx.state.keyType],
      iat: now,
      nonce: this.extra.nonce,
    })
      .setProtectedHeader({ kid: key.kid!, typ: 'JWT', alg: 'RS256' })
      .sign(key);
  };
}

/** User number and agreed profile: `nickname`, `picture`, and `email` only when it is valid and verified. */
async function subjectOf({ apps, accounts, consent, clock, addresses }: House, clientId: string, accountId: string) {
  const client = await apps.byKey(clientId);
  const account = await accounts.byId(accountId);
  const link = client && (await consent.link(client.app.id, accountId));
  if (!account || !link) throw new Error('an ID token is issued to a linked user of an app');
  const facts = disclose(
    personOf(account, addresses.pictures, clock.now()),
    link.items.map(({ id }) => id),
  );
  return {
    sub: link.number,
    nickname: facts.nickname,
    picture: facts.thumbnailUrl,
    email: facts.email?.valid && facts.email.verified ? facts.email.address : undefined,
  };
}
