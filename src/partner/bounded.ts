/** Memory that cannot grow without end: what was put first leaves first. */

/** Adds `value` to `map`; beyond `limit` entries the oldest is dropped. */
export function keep<Key, Value>(map: Map<Key, Value>, key: Key, value: Value, limit: number): void {
  map.set(key, value);
  for (const oldest of map.keys()) {
    if (map.size <= limit) return;
    map.delete(oldest);
  }
}
