/** What a seed leaves out and a world needs: made of the names that it has, so that it is the same at every start. */
import { createHash } from 'node:crypto';
import type { Seed, SeedApp } from './shape.ts';

/** The business of apps and channels that name none, where the file has none either; its number checks, and belongs to nobody. */
export const TEST_BUSINESS: Seed['businesses'][number] = {
  number: '999-88-00009',
  companyName: '테스트 주식회사',
  representative: '김테스트',
  type: '서비스업',
  item: '테스트',
  address: '시뮬레이션시 가상구 예시로 1',
};

const digest = (name: string): string => createHash('sha256').update(name).digest('hex');

/** 32 hexadecimal characters: a key. */
export const hexOf = (name: string): string => digest(name).slice(0, 32);

export function digitsOf(name: string, length: number): string {
  return BigInt(`0x${digest(name)}`)
    .toString()
    .slice(-length);
}

/** Seven digits, beyond those of the shipped world. */
export const appIdOf = (name: string): string => `9${digitsOf(`app:${name}`, 6)}`;

/** A public id like `_xaBcDe`. */
export const channelIdOf = (name: string): string =>
  `_x${Buffer.from(digest(`channel:${name}`), 'hex')
    .toString('base64')
    .replace(/\W/g, '')
    .slice(0, 6)}`;

interface KeyGiven {
  clientId?: string | undefined;
  clientSecret?: string | null | undefined;
  redirectUris: string[];
  logoutRedirectUris: string[];
}

/** The REST API key of an app; its secret is ON unless it is null. */
export function keysOf(appId: string, { clientId, clientSecret, ...uris }: KeyGiven): SeedApp['keys'] {
  const secret = { value: clientSecret ?? hexOf(`secret:${appId}`), on: clientSecret !== null };
  const platforms = { domains: [], androidKeyHashes: [], iosBundleIds: [] };
  return [{ type: 'rest', key: clientId ?? hexOf(`rest:${appId}`), secret, ...uris, ...platforms }];
}

/** Standard Webhooks secret of an app's own sync callback. */
export const webhookSecretOf = (appId: string): string => `whsec_${Buffer.from(digest(`sync:${appId}`), 'hex').toString('base64')}`;
