/** The coverage as COVERAGE.md: Korean and English beside one another. Written by `npm run coverage`. */
import {
  type Coverage,
  type CoverageGroup,
  type CoveragePart,
  type CoverageRow,
  type CoverageSection,
  standings,
} from '../contract/coverage.ts';
import type { Words } from '../contract/index.ts';
import { type TextKey, translator } from '../web/text/index.ts';

const ko = translator('ko');
const en = translator('en');
const SOURCES = ['doc', 'seed', 'sdk', 'recall'] as const;

export function markdownOf({ sections, counts }: Coverage): string {
  const lines = [
    `# ${heading('coverage.title')}`,
    '',
    ko('coverage.lead'),
    `*${en('coverage.lead')}*`,
    '',
    '`npm run coverage`로 만들며, 코드와 다르면 시험이 실패합니다. 실행 중인 시뮬레이터의 `/_sim/coverage`와 같은 내용입니다.',
    '*Made by `npm run coverage`; a test fails when it differs from the code. A running simulator shows the same at `/_sim/coverage`.*',
    '',
    `| ${heading('coverage.standing')} | ${heading('coverage.summary')} | |`,
    '|---|--:|---|',
    ...standings.map((standing) => `| ${heading(`coverage.${standing}`)} | ${counts[standing]} | ${both(`coverage.${standing}.says`)} |`),
    '',
    `| ${heading('coverage.sources')} | |`,
    '|---|---|',
    ...SOURCES.map((source) => `| ${source} | ${both(`coverage.${source}`)} |`),
    '',
    ...sections.flatMap(sectionLines),
  ];
  return `${lines.join('\n').trimEnd()}\n`;
}

function sectionLines({ id, title, parts }: CoverageSection): string[] {
  return [`${id.includes('.') ? '###' : '##'} ${id} ${prose(title.ko)} · ${prose(title.en)}`, '', ...parts.flatMap(partLines)];
}

function partLines({ endpoint, title, groups }: CoveragePart): string[] {
  const name = endpoint
    ? [`#### \`${endpoint.name}\` · ${standingOf(endpoint)}`, '']
    : title
      ? [`#### ${prose(title.ko)} · ${prose(title.en)}`, '']
      : [];
  return [...name, ...(endpoint?.note ? [bilingual(endpoint.note), ''] : []), ...groups.flatMap(groupLines)];
}

function groupLines({ kind, rows }: CoverageGroup): string[] {
  if (kind === 'errors') return [`${heading('coverage.errors')}: ${rows.map(errorOf).join(', ')}`, ''];
  return [
    `| ${heading(`coverage.${kind}`)} | ${heading('coverage.standing')} | ${heading('coverage.sources')} | ${heading('coverage.note')} |`,
    '|---|---|---|---|',
    ...rows.map((row) => `| ${nameOf(row)} | ${standingOf(row)} | ${row.sources.join(' ')} | ${row.note ? bilingual(row.note) : ''} |`),
    '',
  ];
}

/** What an endpoint makes of an error is said where the error has its row. */
function errorOf(row: CoverageRow): string {
  return row.standing === 'simulated' ? `\`${row.name}\`` : `\`${row.name}\` (${standingOf(row)})`;
}

/** A behaviour is named by its English sentence. */
function nameOf({ name, says }: CoverageRow): string {
  if (!says) return `\`${name}\``;
  return says.en === name ? bilingual(says) : `\`${name}\` ${bilingual(says)}`;
}

function standingOf({ standing }: CoverageRow): string {
  return both(`coverage.${standing}`);
}

function heading(key: TextKey): string {
  return `${ko(key)} · ${en(key)}`;
}

function both(key: TextKey): string {
  return bilingual({ ko: ko(key), en: en(key) });
}

function bilingual(words: Words): string {
  return words.ko === words.en ? prose(words.ko) : `${prose(words.ko)} *${prose(words.en)}*`;
}

/** Text that no reader of Markdown takes for marks. */
function prose(text: string): string {
  return text.replaceAll(/[\\*|<]/g, String.raw`\$&`);
}
