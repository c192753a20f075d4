/** A connection that all who ask share: a question goes out without waiting for the answers to those before it. */
import type pg from 'pg';
import { gather } from './gather.ts';
import type { Query } from './read.ts';

export interface Shared {
  /** For questions alone: what waits for a lock would keep all others waiting. */
  readonly ask: Query;
  /** Once what was asked has been answered. */
  end(): Promise<void>;
}

/**
 * Connects when somebody asks, and anew after the connection was lost; what was under way is thrown to those who asked it.
 * @param make makes a client that sends without waiting (`pipeline`)
 */
export function shareConnection(make: () => pg.Client): Shared {
  let connected: Promise<pg.Client> | undefined;
  let last: Promise<unknown> = Promise.resolve();

  const connect = (): Promise<pg.Client> => {
    const client = make();
    const connecting = client.connect().then(() => client);
    const forget = (): void => void (connected === connecting && (connected = undefined));
    client.on('error', forget).on('end', forget);
    connecting.catch(forget);
    return (connected = connecting);
  };
  const ask = gather(async (question) => (await (connected ?? connect())).query(question));
  return {
    ask: (question) => {
      const answer = ask(question);
      last = answer;
      return answer;
    },
    async end() {
      // Answers come in their order.
      await last.catch(nothing);
      await (await connected?.catch(nothing))?.end();
    },
  };
}

function nothing(): undefined {}
