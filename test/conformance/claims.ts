/** The people of a house in the standard claims of OpenID Connect Core 5.1, for the plain face. */
import type { AccountClaims, FindAccount } from 'oidc-provider';
import type { House } from '../../src/house.ts';
import type { Account } from '../../src/store/index.ts';

/** The same finder, whose people have these claims. */
export function claiming(find: FindAccount, { accounts }: House): FindAccount {
  return async (ctx, id, token) => {
    const found = await find(ctx, id, token);
    const account = found && (await accounts.byId(id));
    return account && { accountId: id, claims: () => claimsOf(account) };
  };
}

function claimsOf({ id, nickname, name, gender, birthyear, birthday, email, phone, addresses }: Account): AccountClaims {
  const [address] = addresses;
  return {
    sub: id,
    nickname,
    name: name ?? nickname,
    picture: 'https://pictures.example/one.png',
    gender: gender ?? undefined,
    birthdate: birthday ? `${birthyear ?? '0000'}-${birthday.day.slice(0, 2)}-${birthday.day.slice(2)}` : undefined,
    email: email?.address,
    email_verified: email?.verified,
    phone_number: phone ?? undefined,
    phone_number_verified: phone ? true : undefined,
    address: address && { formatted: address.baseAddress },
  };
}
