/**
 * Forms: the JSON of rows, made short. Most rows of a table are the same text but for a few words (an id, a time, a name),
 * so the text is kept once, as a form with gaps, and of each row what it fills them with.
 */
import type { Bytes } from './bytes.ts';

export interface Forms {
  /** @param text of an object, as JSON.stringify writes it */
  pack(text: Bytes): string;
  /** The same again. */
  unpack(packed: string): Bytes;
}

/** What stands between the gaps, from the first text to the last one. */
type Form = readonly string[];

/** What is known of the texts that have their punctuation in common: the words of the latest, and which differed among them. */
interface Kind {
  words: string[];
  differs: boolean[];
  times: number;
  /** The place of its latest form. */
  form?: number;
}

/** Splits a text into punctuation (even places) and words (odd ones). */
const WORDS = /([^":{}[\],\\?&; ]+)/;
/** Bytes that UTF-8 never has: one stands between what fills two gaps. */
const GAP = '\xff';
/** The first character of what is packed is the place of its form from here on: no text begins so. */
const FIRST = 0x80;
const MOST_FORMS = 0x7f;
const MOST_KINDS = 500;
/** A form is made after so many texts of a kind, and made better after twice as many, and so on. */
const ENOUGH = 8;

/**
 * What is packed has a byte for each character, as has V8 for it: it is UTF-8, where Korean is as long as on the disk.
 * Forms are learned while rows are packed. None is forgotten, so that each row can be read again.
 */
export function createForms(): Forms {
  // Whatever fits nowhere else fits the first one.
  const forms: Form[] = [['{', '}']];
  const kinds = new Map<string, Kind>();
  /** Places of forms, the one that fitted last first. */
  const recent: number[] = [];

  const learn = (text: string): void => {
    const words = text.split(WORDS);
    const punctuation = words.filter((_, at) => at % 2 === 0).join(GAP);
    let kind = kinds.get(punctuation);
    if (!kind) {
      if (kinds.size === MOST_KINDS) kinds.clear();
      kinds.set(punctuation, (kind = { words, differs: words.map(() => false), times: 0 }));
    }
    words.forEach((word, at) => (kind.differs[at] ||= word !== kind.words[at]));
    kind.times += 1;
    const isDue = kind.times >= ENOUGH && Number.isInteger(Math.log2(kind.times / ENOUGH));
    if (!isDue || forms.length === MOST_FORMS) return;
    if (kind.form !== undefined) recent.splice(recent.indexOf(kind.form), 1);
    kind.form = forms.length;
    recent.unshift(kind.form);
    forms.push(formOf(kind));
  };

  return {
    pack(text) {
      for (let at = 0; at < recent.length; at += 1) {
        const place = recent[at] as number;
        const packed = filled(place, forms[place] as Form, text);
        if (packed === undefined) continue;
        recent.copyWithin(1, 0, at);
        recent[0] = place;
        return packed;
      }
      learn(text);
      return filled(0, forms[0] as Form, text) as string;
    },
    unpack(packed) {
      const form = forms[packed.charCodeAt(0) - FIRST] as Form;
      const [, ...fillings] = packed.split(GAP);
      return fillings.reduce((text, filling, at) => text + filling + (form[at + 1] as string), form[0] as string) as Bytes;
    },
  };
}

/** Whether it is a text, and nothing that was packed. */
export function isText(text: string): text is Bytes {
  return text.startsWith('{');
}

function formOf({ words, differs }: Kind): Form {
  const form = [''];
  words.forEach((word, at) => {
    if (differs[at]) form.push('');
    else form.push((form.pop() as string) + word);
  });
  return form;
}

/** The form filled in so that it says this text, or undefined where it cannot. */
function filled(place: number, form: Form, text: string): string | undefined {
  const last = form.length - 1;
  const end = text.length - (form[last] as string).length;
  if (!text.startsWith(form[0] as string) || !text.endsWith(form[last] as string)) return undefined;
  const parts = [String.fromCharCode(FIRST + place)];
  let from = (form[0] as string).length;
  for (let at = 1; at <= last; at += 1) {
    const to = at === last ? end : text.indexOf(form[at] as string, from);
    if (to < from) return undefined;
    parts.push(text.slice(from, to));
    from = to + (form[at] as string).length;
  }
  return parts.join(GAP); // flat, where one by one would keep the whole text alive
}
