/** Which lanes wait and which are being sent. Each endpoint has lanes and places of its own. */

export interface Lanes {
  /** The lane has something to send. It is sent as soon as its endpoint has a place; one that waits or runs is not doubled. */
  add(endpointId: string, lane: string): void;
  /** Forgets the lanes that wait. */
  clear(): void;
  /** The runs that have not ended. */
  inFlight(): Promise<void>[];
}

/**
 * @param places lanes of one endpoint at a time
 * @param run sends a lane and never rejects
 */
export function createLanes(places: number, run: (endpointId: string, lane: string) => Promise<void>): Lanes {
  const waiting = new Map<string, Set<string>>();
  const running = new Map<string, Map<string, Promise<void>>>();

  function fill(endpointId: string): void {
    const queue = waiting.get(endpointId) ?? [];
    const runs = running.get(endpointId) ?? new Map<string, Promise<void>>();
    running.set(endpointId, runs);
    for (const lane of queue) {
      if (runs.size >= places) return;
      waiting.get(endpointId)?.delete(lane);
      runs.set(
        lane,
        run(endpointId, lane).then(() => end(endpointId, lane)),
      );
    }
  }

  function end(endpointId: string, lane: string): void {
    running.get(endpointId)?.delete(lane);
    fill(endpointId);
  }

  return {
    add(endpointId, lane) {
      if (running.get(endpointId)?.has(lane)) return;
      waiting.set(endpointId, (waiting.get(endpointId) ?? new Set()).add(lane));
      fill(endpointId);
    },
    clear: () => waiting.clear(),
    inFlight: () => [...running.values()].flatMap((runs) => [...runs.values()]),
  };
}
