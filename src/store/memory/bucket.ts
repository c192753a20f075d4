/** A bucket: the ids under one value of an index. Most hold a single id, so one is kept bare; more are a sorted list. */

export type Bucket = string | string[];

/** Lists up to this length are kept without room to grow: there are many of them. */
const SHORT = 8;

/**
 * The bucket with the id in it. Ids mostly ascend: putting one at the end costs nothing.
 * @param at where it is to stand, for who sorts the bucket later
 */
export function withId(bucket: Bucket | undefined, id: string, at?: number): Bucket {
  if (bucket === undefined || bucket === id) return id;
  if (typeof bucket === 'string') return bucket < id ? [bucket, id] : [id, bucket];
  const before = at ?? place(bucket, id);
  if (bucket[before] === id) return bucket;
  if (bucket.length < SHORT) return bucket.toSpliced(before, 0, id);
  if (before >= bucket.length) bucket.push(id);
  else bucket.splice(before, 0, id);
  return bucket;
}

/** The bucket without the id, or undefined when nothing is left. */
export function withoutId(bucket: Bucket | undefined, id: string): Bucket | undefined {
  if (typeof bucket !== 'object') return bucket === id ? undefined : bucket;
  const at = place(bucket, id);
  if (bucket[at] === id) bucket.splice(at, 1);
  return bucket.length > 1 ? bucket : bucket[0];
}

/** The ids of a bucket, sorted. */
export function idsOf(bucket: Bucket | undefined): readonly string[] {
  if (bucket === undefined) return [];
  return typeof bucket === 'string' ? [bucket] : bucket;
}

/** Where an id stands, or would stand, in a sorted list: the first position that is not before it. */
export function place(ids: readonly string[], id: string): number {
  const last = ids.at(-1);
  if (last === undefined || last < id) return ids.length;
  let low = 0;
  let high = ids.length - 1;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((ids[middle] as string) < id) low = middle + 1;
    else high = middle;
  }
  return low;
}
