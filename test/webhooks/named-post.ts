/** A post office whose names lead where a test wants them to, with a list of hosts that callbacks may go to. */
import { afterEach, beforeEach } from 'mocha';
import { hostsOf } from '../../src/outward/hosts.ts';
import { ANYWHERE, besides, type LookUp } from '../../src/outward/reach.ts';
import { openPost, type Post, PATIENT } from './post.ts';

/** One that leads to several addresses leads to the next one each time it is asked for. */
const NAMES: Record<string, string[]> = {
  'metadata.shop.example': ['169.254.169.254'],
  'six.shop.example': ['fd00:ec2::254'],
  'mapped.shop.example': ['::ffff:169.254.169.254'],
  'private.shop.example': ['10.9.9.9'],
  'here.shop.example': ['127.0.0.1'],
  'localhost.': ['127.0.0.1'],
};

export interface NamedPost {
  readonly post: Post;
  readonly names: Record<string, string[]>;
  /** Begins anew with this list. */
  open(list: string, ownInbox?: string): Promise<void>;
  /** The host with the port of the receiver, so that one that is asked in spite of all is seen. */
  at(host: string): string;
  save(host: string): Promise<unknown>;
  /** The verdict of a callback to it. */
  sent(host: string): Promise<string | undefined>;
}

export function useNamedPost(): NamedPost {
  const used = {} as { -readonly [K in keyof NamedPost]: NamedPost[K] };
  const lookUp: LookUp = async (hostname) => {
    const [address, ...later] = used.names[hostname] ?? [];
    if (address === undefined) throw Object.assign(new Error('nobody knows it'), { code: 'ENOTFOUND' });
    if (later.length > 0) used.names[hostname] = later;
    return [{ address, family: address.includes(':') ? 6 : 4 }];
  };
  used.open = async (list, ownInbox = 'http://127.0.0.1:1/_sim/inbox') => {
    await used.post?.close();
    const reach = list === 'any' ? ANYWHERE : hostsOf(list)!;
    used.post = await openPost({ deadlineMs: PATIENT, lookUp, reachOf: besides([ownInbox], reach) });
  };
  used.at = (host) => `http://${host}:${new URL(used.post.receiver.url).port}/hooks`;
  used.save = (host) => used.post.webhooks.setAddress('1', 'channel', used.at(host));
  used.sent = async (host) => (await used.post.outcome(await used.post.drop({ to: used.at(host) }))).verdict;
  beforeEach(async () => {
    used.names = structuredClone(NAMES);
    await used.open('any');
  });
  afterEach(() => used.post.close());
  return used;
}
