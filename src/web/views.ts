/**
 * The views, each read once. ejs would look every word of a view up in its model anew (`with`), and copy the model three times for
 * each include; here a view is compiled with the names of the model that it speaks of as its variables.
 */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import ejs from 'ejs';
import { PACKAGE } from '../package-root.ts';

export const VIEWS = fileURLToPath(new URL('views', PACKAGE));

type Model = Readonly<Record<string, unknown>>;

interface View {
  text: string;
  /** What may be a name in it. */
  words: readonly string[];
  /** By which of them the model has: mostly there is one way alone. */
  compiled: Map<string, ejs.TemplateFunction>;
}

const views = new Map<string, View>();

/** What the view says of this model; what it includes says it of the same, and of what is handed on. Throws what the view throws. */
export function speak(name: string, model: Model): string {
  return speakOf(name, { ...model });
}

/** @param own is given `include` */
function speakOf(name: string, own: Record<string, unknown>): string {
  const view = viewOf(name);
  const names = view.words.filter((word) => Object.hasOwn(own, word));
  const way = names.join();
  let compiled = view.compiled.get(way);
  if (!compiled) view.compiled.set(way, (compiled = compile(name, view.text, names)));
  own['include'] = (other: string, more?: Model): string => speakOf(other, { ...own, ...more });
  return compiled(own);
}

/** @param name its path below the views, with or without a slash before it */
function viewOf(name: string): View {
  const found = views.get(name);
  if (found) return found;
  const text = readFileSync(fileOf(name), 'utf8');
  const code = Array.from(text.matchAll(/<%[^#]([\s\S]*?)%>/g), ([, inside]) => inside).join(' ');
  const view = { text, words: [...new Set(code.match(/[A-Za-z_$][\w$]*/g))], compiled: new Map() };
  views.set(name, view);
  return view;
}

function compile(name: string, text: string, names: readonly string[]): ejs.TemplateFunction {
  const options = {
    filename: fileOf(name),
    rmWhitespace: true,
    _with: false,
    destructuredLocals: ['include', ...names.filter((each) => each !== 'include')],
    // It is a plain object of ours, and only its own names are looked at.
    unsafePrototypeLocals: true,
  };
  return ejs.compile(text, options);
}

function fileOf(name: string): string {
  return `${VIEWS}/${name.replace(/^\//, '')}.ejs`;
}
