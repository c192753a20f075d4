/**
 * Channels (플러스친구 프로필, today 카카오톡 채널): profiles, and who added or blocked them.
 * Words: public id (`_xaBcDe`), search id (`@이름`), relation ADDED / BLOCKED / NONE.
 * Limits: only people with KakaoTalk have relations; a profile is certified when its newest decided review says so.
 * Leaves to others: which apps hear of an add or block (consent), which apps a profile is linked to (sync).
 */
import type { Clock } from '../clock.ts';
import { RuleBroken } from '../rule.ts';
import type { Reviews } from '../reviews/index.ts';
import { type Account, ALL, type Friendship, type Reader, type Store, type Tx } from '../store/index.ts';

export type { Channel, Friendship } from '../store/index.ts';

/** The account has no KakaoTalk, so it can add or block nothing. */
export class NoTalkUser extends RuleBroken {
  readonly code = 'no_talk_user';
}

/** There is no channel with this id. */
export class UnknownChannel extends RuleBroken {
  readonly code = 'unknown_channel';
}

export type Channels = ReturnType<typeof openChannels>;

export function openChannels({ store, clock, reviews }: { store: Store; clock: Clock; reviews: Reviews }) {
  const relation = (channelId: string, accountId: string, from: Reader = store): Promise<Friendship | undefined> =>
    from.get('friendships', `${channelId}:${accountId}`);

  return {
    byId: (id: string, from: Reader = store) => from.get('channels', id),
    all: () => store.find('channels', 'all', ALL),

    /** 비즈니스 인증: whether the newest decision says approved. */
    async certified(channelId: string): Promise<boolean> {
      const decided = (await reviews.of('certification', channelId)).filter((review) => review.decision);
      return decided.at(-1)?.decision?.outcome === 'approved';
    },

    /** The person's relation to the channel; undefined means NONE. */
    relation,

    /**
     * Sets the relation. Resolves with the new friendship, or undefined when nothing changed.
     * Throws UnknownChannel, NoTalkUser.
     */
    async relate(tx: Tx, channelId: string, account: Account, wanted: Friendship['relation']): Promise<Friendship | undefined> {
      if (!(await tx.get('channels', channelId))) throw new UnknownChannel(`no channel ${channelId}`, { channelId });
      if (!account.hasTalk) throw new NoTalkUser('given account is not connected to any talk user.');
      const before = await relation(channelId, account.id, tx);
      if (before?.relation === wanted) return undefined;
      const now = clock.now();
      const after = {
        id: `${channelId}:${account.id}`,
        channelId,
        accountId: account.id,
        relation: wanted,
        createdAt: before?.createdAt ?? now,
        updatedAt: now,
      };
      tx.put('friendships', after);
      return after;
    },
  };
}
