/** A post office where something goes wrong on purpose. */
import type { NewTrouble, Trouble } from '../../src/webhooks/index.ts';
import { openPost, type Parcel, type Post, PATIENT } from './post.ts';

export interface TroubledPost extends Post {
  /** Asks for trouble with the next channel callback, which is to be dropped unless told otherwise. */
  add(trouble: Partial<NewTrouble>): Promise<Trouble>;
  /** Writes a delivery, and waits until all is sent. */
  send(parcel?: Parcel): ReturnType<Post['outcome']>;
  /** The bodies that came since it was opened. */
  bodies(): string[];
}

/** One callback has gone through it already, so that its endpoint is there. */
export async function openTroubledPost(deadlineMs = PATIENT): Promise<TroubledPost> {
  const post = await openPost({ deadlineMs });
  const send: TroubledPost['send'] = async (parcel) => post.outcome(await post.drop(parcel));
  await send();
  post.receiver.received.length = 0;
  return {
    ...post,
    add: (trouble) =>
      post.store.write((tx) => post.webhooks.addTrouble(tx, { endpointId: '1:channel', event: null, kind: 'drop', times: 1, ...trouble })),
    send,
    bodies: () => post.receiver.received.map(({ body }) => body),
  };
}
