/** What an app, an account or a channel is meant by: its id, a key of it, its name; or the very facts that came of making it. */
export type Ref = string | { readonly id: string };

const NAMES = ['app', 'account', 'user', 'channel', 'channels', 'owner'] as const;

/** An input with facts allowed wherever it names something. */
export type WithRefs<Input> = {
  [Name in keyof Input]: Name extends (typeof NAMES)[number]
    ? NonNullable<Input[Name]> extends readonly unknown[]
      ? readonly Ref[] | undefined
      : Ref | Extract<Input[Name], undefined>
    : Input[Name];
};

export function textOf(ref: Ref): string {
  return typeof ref === 'string' ? ref : ref.id;
}

/** The same input in plain text. */
export function withoutRefs(input: object): object {
  const isName = (name: string): boolean => NAMES.some((each) => each === name);
  return Object.fromEntries(Object.entries(input).map(([name, value]) => [name, isName(name) ? plain(value) : value]));
}

function plain(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(plain);
  return typeof value === 'object' && value !== null && 'id' in value ? value.id : value;
}
