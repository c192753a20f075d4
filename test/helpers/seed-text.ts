/** Seed files to be refused: a small right one, and ways to break it. */
import assert from 'node:assert/strict';
import { parseSeed, SeedRefused } from '../../src/store/seed.ts';

export const hex = (digit: string): string => digit.repeat(32);
const approved = { submittedBy: '01-han', decision: { outcome: 'approved' } };
export const term = (tag: string) => ({ tag, title: { ko: '약관', en: 'Terms' }, url: 'https://example.com/terms', required: true });
export const han = {
  id: '01-han',
  key: 'han',
  says: { ko: '보통', en: 'ordinary' },
  password: 'x',
  nickname: '한',
  email: { address: 'han@example.com' },
};

/** The least that every kind of reference can be tried on; each test changes one place of it. */
export const world = () => ({
  accounts: [{ ...han }],
  businesses: [{ number: '120-81-47521', companyName: 'a', representative: 'b', type: 'c', item: 'd', address: 'e' }],
  channels: [{ id: '_xA', profileNumber: '1', searchId: '@a', name: 'a', businessNumber: '120-81-47521', certification: approved }],
  apps: [
    {
      id: '1',
      name: 'a',
      company: 'a',
      businessNumber: '120-81-47521',
      keys: [{ type: 'rest', key: hex('a'), secret: { value: 's', on: true }, redirectUris: ['http://localhost:3000/oauth'] }],
      adminKeys: [hex('b')],
      items: [{ id: 'profile_nickname', state: 'required', purpose: 'p' }],
      connections: [{ channelId: '_xA' }],
      channelOnConsent: '_xA',
      applications: { terms: { ...approved, terms: [term('service')] } },
    },
  ],
  links: [{ appId: '1', accountId: '01-han', number: '3900000001', items: ['profile_nickname'], terms: ['service'] }],
  friendships: [{ channelId: '_xA', accountId: '01-han', relation: 'ADDED' }],
});

/** The text of a world where one value stands in another place (`apps[0].name`); undefined takes it away. */
export function changed(...changes: [path: string, value: unknown][]): string {
  const copy: unknown = structuredClone(world());
  for (const [path, value] of changes) {
    const steps = path.split(/[.[\]]+/).filter(Boolean);
    const place = steps.slice(0, -1).reduce((here, step) => (here as Record<string, unknown>)[step], copy);
    (place as Record<string, unknown>)[steps.at(-1) ?? ''] = value;
  }
  return JSON.stringify(copy);
}

/** The error that this text is refused with. */
export function refusalOf(text: string): SeedRefused {
  try {
    parseSeed(text, 'my/world.json');
  } catch (error) {
    if (error instanceof SeedRefused) return error;
    throw error;
  }
  return assert.fail('expected SeedRefused');
}

/** What is wrong with it, each with its place. */
export const problemsOf = (text: string): string[] => refusalOf(text).problems.map(({ path, message }) => `${path}: ${message}`);
