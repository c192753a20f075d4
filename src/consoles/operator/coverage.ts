/** `GET /_sim/coverage`: Kakao's contract, row by row, and how each row stands here; `?state=` shows one state alone. */
import type { Context } from 'koa';
import { z } from 'zod';
import {
  type Coverage,
  type CoverageGroup,
  type CoveragePart,
  type CoverageRow,
  type CoverageSection,
  type Standing,
  standings,
} from '../../contract/coverage.ts';
import { query } from '../../web/forms.ts';
import { type Reading, reading } from '../../web/language.ts';
import { screen } from '../../web/screens.ts';

type Badge = { word: string; look: string };

interface RowCard {
  /** As it is on the wire, or null for a behaviour. */
  code: string | null;
  text: string | null;
  badge: Badge;
  sources: readonly { tag: string; says: string }[];
  note: string | null;
}

interface PartCard {
  /** A path, or the title of a table. */
  path: string | null;
  title: string | null;
  badge: Badge | null;
  note: string | null;
  groups: { title: string; rows: RowCard[]; errorsAt: string | null }[];
}

interface CoverageScreen {
  states: { href: string; word: string; says: string | null; count: number; current: boolean }[];
  sources: { tag: string; says: string }[];
  sections: { id: string; chapter: boolean; title: string; parts: PartCard[] }[];
}

const PATH = '/_sim/coverage';
const LOOKS: Readonly<Record<Standing, string>> = { simulated: 'ok', approximated: 'wait', 'left-out': 'fail', addition: 'plain' };
const SOURCES = ['doc', 'seed', 'sdk', 'recall'] as const;

const coverageQuery = z.object({ state: z.enum(standings).optional() });
const coveragePage = screen<CoverageScreen>('operator/coverage');

export function showCoverage({ sections, counts }: Coverage) {
  return async (ctx: Context): Promise<void> => {
    const { t } = reading(ctx);
    const { state } = query(ctx, coverageQuery);
    const all = standings.reduce((sum, standing) => sum + counts[standing], 0);
    await coveragePage(ctx, {
      states: [
        { href: PATH, word: t('coverage.all'), says: null, count: all, current: !state },
        ...standings.map((standing) => ({
          href: `${PATH}?state=${standing}`,
          word: t(`coverage.${standing}`),
          says: t(`coverage.${standing}.says`),
          count: counts[standing],
          current: standing === state,
        })),
      ],
      sources: SOURCES.map((tag) => ({ tag, says: t(`coverage.${tag}`) })),
      sections: shown(sections, state).map((section) => sectionCard(section, reading(ctx))),
    });
  };
}

/** With a state: the rows that stand so, and what they are in. */
function shown(sections: readonly CoverageSection[], state: Standing | undefined): readonly CoverageSection[] {
  if (!state) return sections;
  const kept = sections.map((section) => ({ ...section, parts: section.parts.flatMap((part) => partIn(state, part)) }));
  return kept.filter(({ id, parts }) => parts.length > 0 || kept.some((other) => other.id.startsWith(`${id}.`) && other.parts.length > 0));
}

function partIn(state: Standing, part: CoveragePart): CoveragePart[] {
  const groups = part.groups
    .map((group) => ({ ...group, rows: group.rows.filter(({ standing }) => standing === state) }))
    .filter(({ rows }) => rows.length > 0);
  return groups.length > 0 || part.endpoint?.standing === state ? [{ ...part, groups }] : [];
}

function sectionCard({ id, title, parts }: CoverageSection, words: Reading): CoverageScreen['sections'][number] {
  return { id, chapter: !id.includes('.'), title: title[words.language], parts: parts.map((part) => partCard(part, words)) };
}

function partCard({ title, endpoint, groups }: CoveragePart, words: Reading): PartCard {
  return {
    path: endpoint?.name ?? null,
    title: title?.[words.language] ?? null,
    badge: endpoint && badgeOf(endpoint, words),
    note: endpoint?.note?.[words.language] ?? null,
    groups: groups.map((group) => groupCard(group, words)),
  };
}

function groupCard({ kind, rows, section }: CoverageGroup, words: Reading): PartCard['groups'][number] {
  return {
    title: words.t(`coverage.${kind}`),
    rows: rows.map((row) => rowCard(row, words)),
    errorsAt: section ? `${PATH}#${section}` : null,
  };
}

/** A behaviour is named by its English sentence. */
function rowCard(row: CoverageRow, words: Reading): RowCard {
  const { name, says, sources, note } = row;
  return {
    code: says?.en === name ? null : name,
    text: says?.[words.language] ?? null,
    badge: badgeOf(row, words),
    sources: sources.map((tag) => ({ tag, says: words.t(`coverage.${tag}`) })),
    note: note?.[words.language] ?? null,
  };
}

function badgeOf({ standing }: CoverageRow, { t }: Reading): Badge {
  return { word: t(`coverage.${standing}`), look: LOOKS[standing] };
}
