/** The registered users of an app. Source: kakao-api 2.11. */
import type { Link } from '../store/index.ts';
import type { ConsentDeps } from './deps.ts';

/** All of them, the lowest number first: compared as numbers of up to 19 digits, not as text. */
export async function usersOf({ store }: ConsentDeps, appId: string): Promise<Link[]> {
  const linked = (await store.find('links', 'app', appId)).filter(({ state }) => state === 'linked');
  const numbered = linked.map((link) => ({ link, number: BigInt(link.number) }));
  return numbered.sort((a, b) => (a.number < b.number ? -1 : 1)).map(({ link }) => link);
}
