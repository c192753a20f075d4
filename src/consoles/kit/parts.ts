/** Parts of the consoles' pages as their partials take them: badges, facts, tabs, steps, buttons, blocks to confirm. */
import type { Moment } from '../../web/moment.ts';
import type { TextKey, Translate } from '../../web/text/index.ts';

/** Drawn by partials/console/badge. */
export interface Badge {
  word: string;
  look: Look;
}
type Look = 'ok' | 'wait' | 'fail' | 'off' | 'plain';

/** How things stand, in one word and one colour for all consoles. */
const LOOKS = {
  uncertified: 'off',
  certifying: 'wait',
  certified: 'ok',
  notApplied: 'off',
  draft: 'plain',
  pending: 'wait',
  approved: 'ok',
  approvedInPart: 'ok',
  rejected: 'fail',
  connected: 'ok',
  notConnected: 'off',
  biz: 'ok',
  basic: 'off',
  on: 'ok',
  off: 'off',
  noRole: 'off',
} as const satisfies Record<string, Look>;

export type Status = keyof typeof LOOKS;

export function badge(t: Translate, status: Status): Badge {
  return { word: t(`status.${status}`), look: LOOKS[status] };
}

/** One value of a definition list. A text keeps its lines. Drawn by partials/console/value. */
export type Value =
  | { kind: 'text' | 'code' | 'none'; text: string }
  | { kind: 'badge'; badge: Badge }
  | { kind: 'link'; text: string; href: string }
  | { kind: 'copy'; text: string; of: string }
  | { kind: 'time'; time: Moment };

/** A line of a definition list: a text alone stands for `{ kind: 'text' }`. Drawn by partials/console/facts. */
export interface Fact {
  label: string;
  values: Value[];
}

export function fact(label: string, ...values: (string | Value)[]): Fact {
  return { label, values: values.map((value) => (typeof value === 'string' ? { kind: 'text', text: value } : value)) };
}

/** Drawn by partials/console/tabs: `label` says what they are tabs of. */
export interface Tabs {
  label: string;
  tabs: { word: string; href: string; isCurrent: boolean; count: number | null }[];
}

/** Drawn by partials/console/stepper. */
export interface Stepper {
  label: string;
  steps: { name: string; word: string; state: 'done' | 'here' | 'later'; stateWord: string | null }[];
}

/** The steps of a task of several pages; `at` counts from 0. */
export function stepper(t: Translate, label: string, words: readonly TextKey[], at: number): Stepper {
  return {
    label,
    steps: words.map((word, step) => {
      const state = step < at ? 'done' : step === at ? 'here' : 'later';
      const name = t('stepper.step', { number: String(step + 1).padStart(2, '0') });
      return { name, word: t(word), state, stateWord: state === 'later' ? null : t(`stepper.${state}`) };
    }),
  };
}

/** Nothing is here yet, and what to do about it. Drawn by partials/console/empty. */
export interface Empty {
  title: string;
  says: string;
  actions: Action[];
}

/**
 * A button of a form, or a link that looks like one. One that cannot be used stays in its place and says why.
 * Drawn by partials/console/actions, which takes a list of them; the first is what Enter presses.
 */
export interface Action {
  word: string;
  look: 'primary' | 'plain' | 'danger' | 'quiet';
  /** Of a link. */
  href: string | null;
  /** Of a button, sent with the form. */
  name: string | null;
  value: string | null;
  /** Why it cannot be used. */
  refusal: string | null;
  /** Says apart what looks the same, like one of several 카카오싱크 신청. */
  of: string | null;
  testid: string | null;
}

type ActionOptions = Partial<Omit<Action, 'word' | 'look' | 'href'>>;

export function button(word: string, look: Action['look'] = 'primary', options: ActionOptions = {}): Action {
  return { word, look, href: null, ...NOTHING, ...options };
}

export function link(
  word: string,
  href: string,
  look: Action['look'] = 'plain',
  options: Omit<ActionOptions, 'name' | 'value'> = {},
): Action {
  return { word, look, href, ...NOTHING, ...options };
}

const NOTHING = { name: null, value: null, refusal: null, of: null, testid: null };
