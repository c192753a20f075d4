/** Connections that are kept for the next request to the same place, for a moment. */
import { type Connection, connectionTo, type Place } from './connection.ts';

export interface Connections {
  /** One that leads where the place is now: one that was kept, or a new one. */
  take(place: Place): Promise<Connection>;
  /** Ends all that are open. */
  close(): void;
}

/** Whoever has one closes it. A place is a host as it is asked for, and whether its certificate is looked at. */
export function keepConnections(): Connections {
  const open = new Set<Connection>();
  const idle = new Map<string, Connection[]>();

  /** The one that was used last, so that the others come to their end. One that leads elsewhere by now has come to it. */
  function kept(key: string, addresses: Place['addresses']): Connection | undefined {
    for (let last = idle.get(key)?.pop(); last; last = idle.get(key)?.pop()) {
      if (last.leadsTo(addresses)) return last;
      last.end();
    }
    return undefined;
  }

  async function opened(key: string, place: Place): Promise<Connection> {
    const connection = await connectionTo(place, {
      onIdle: () => void idle.set(key, [...(idle.get(key) ?? []), connection]),
      onEnd: () => {
        open.delete(connection);
        const others = (idle.get(key) ?? []).filter((each) => each !== connection);
        if (others.length > 0) idle.set(key, others);
        else idle.delete(key);
      },
    });
    open.add(connection);
    return connection;
  }

  return {
    async take(place) {
      const key = `${place.origin} ${place.verifyTls}`;
      return kept(key, place.addresses) ?? opened(key, place);
    },
    close() {
      for (const connection of open) connection.end();
    },
  };
}
