/** Two logins beside one another: the same steps on one line, and what differs in them. Pure. */

/** What is compared of a step; durations and times are no difference. */
export interface Comparable {
  /** What was asked for: `POST /oauth/login`. */
  asked: string;
  title: string;
  status: number;
  parameters: readonly { name: string; value: string }[];
  ticks: readonly { name: string; isTicked: boolean }[];
  refusal: { code: string } | null;
}

export interface Pair<T> {
  left: T | null;
  right: T | null;
}

/** What differs by name: `status`, a parameter, a row of the consent screen, `error`. */
export interface Difference {
  name: string;
  /** null where it is absent. */
  left: string | null;
  right: string | null;
}

/** The longest common run of steps by what was asked for; what only one of them has stands alone. */
export function align<T extends Comparable>(left: readonly T[], right: readonly T[]): Pair<T>[] {
  const lengths = commonLengths(left, right);
  const pairs: Pair<T>[] = [];
  let [i, j] = [0, 0];
  while (i < left.length || j < right.length) {
    const [a = null, b = null] = [left[i], right[j]];
    if (a && b && a.asked === b.asked) {
      pairs.push({ left: a, right: b });
      i += 1;
      j += 1;
    } else if (b === null || (a !== null && lengths[i + 1]![j]! >= lengths[i]![j + 1]!)) {
      pairs.push({ left: a, right: null });
      i += 1;
    } else {
      pairs.push({ left: null, right: b });
      j += 1;
    }
  }
  return pairs;
}

export function differencesOf({ left, right }: Pair<Comparable>): Difference[] {
  if (!left || !right) return [];
  const [a, b] = [saidBy(left), saidBy(right)];
  return [...new Set([...a.keys(), ...b.keys()])]
    .map((name) => ({ name, left: a.get(name) ?? null, right: b.get(name) ?? null }))
    .filter((each) => each.left !== each.right);
}

/** Each fact of a step by its name; what comes several times is one fact. */
function saidBy({ title, status, parameters, ticks, refusal }: Comparable): Map<string, string> {
  const said = new Map([
    ['→', title],
    ['status', String(status)],
  ]);
  for (const { name, value } of parameters) said.set(name, said.has(name) ? `${said.get(name)}, ${value}` : value);
  for (const { name, isTicked } of ticks) said.set(`[${name}]`, isTicked ? '✓' : '–');
  if (refusal) said.set('error', refusal.code);
  return said;
}

function commonLengths(left: readonly Comparable[], right: readonly Comparable[]): number[][] {
  const lengths = Array.from({ length: left.length + 1 }, () => Array.from({ length: right.length + 1 }, () => 0));
  for (let i = left.length - 1; i >= 0; i -= 1) {
    for (let j = right.length - 1; j >= 0; j -= 1) {
      lengths[i]![j] =
        left[i]!.asked === right[j]!.asked ? lengths[i + 1]![j + 1]! + 1 : Math.max(lengths[i + 1]![j]!, lengths[i]![j + 1]!);
    }
  }
  return lengths;
}
