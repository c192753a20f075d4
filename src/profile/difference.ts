/** What of an answer is other than before: fields that are new or differ, in their places. */

type Fields = Readonly<Record<string, unknown>>;

/** Undefined where nothing differs. */
export function differenceOf(before: Fields | object, after: Fields | object): Fields | undefined {
  const differing = Object.entries(after).flatMap(([name, value]): [string, unknown][] => {
    const was = (before as Fields)[name];
    if (isPlain(value) && isPlain(was)) {
      const inside = differenceOf(was, value);
      return inside ? [[name, inside]] : [];
    }
    return JSON.stringify(was) === JSON.stringify(value) ? [] : [[name, value]];
  });
  return differing.length > 0 ? Object.fromEntries(differing) : undefined;
}

/** Not a number that stands in JSON as it is. */
function isPlain(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype;
}
