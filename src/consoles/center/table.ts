/** A table of the centre's pages: typed cells, drawn by views/partials/center/table. */
import type { Action, Value } from '../kit/parts.ts';

export interface Table {
  label: string;
  columns: string[];
  rows: Row[];
}

export interface Row {
  testid: string;
  /** One for each column; the first is the heading of its row. */
  cells: Cell[];
}

export interface Cell {
  values: Value[];
  actions: Action[];
}

/** A cell: a text alone stands for `{ kind: 'text' }`. */
export function cell(...values: (string | Value)[]): Cell {
  return { values: values.map((value) => (typeof value === 'string' ? { kind: 'text', text: value } : value)), actions: [] };
}

export function actionsCell(...actions: Action[]): Cell {
  return { values: [], actions };
}

/** The links below a list of pages, or null where one page is all. */
export interface Pages {
  newest: string | null;
  older: string | null;
}

/** A page of `found`, which holds one more than the page shows if there are more. */
export function pageOf<T extends { id: string }>(
  found: readonly T[],
  size: number,
  { path, before, more = {} }: { path: string; before: string | undefined; more?: Record<string, string> },
): { shown: readonly T[]; pages: Pages | null } {
  const shown = found.slice(0, size);
  const last = found.length > size ? shown.at(-1) : undefined;
  const linkTo = (query: Record<string, string>): string => {
    const text = new URLSearchParams({ ...more, ...query }).toString();
    return text ? `${path}?${text}` : path;
  };
  const pages = { newest: before ? linkTo({}) : null, older: last ? linkTo({ before: last.id }) : null };
  return { shown, pages: pages.newest || pages.older ? pages : null };
}
