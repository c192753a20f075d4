/** Every `data-testid` of the login's pages, as their views write them: what differs from page to page stands in braces. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '../helpers/plan.ts';

const PARTS = /include\('\/([^']+)'/g;

/** The views of the login, in the order of the way. */
export const VIEWS = ['oauth/login', 'oauth/signup', 'oauth/consent', 'oauth/consent-newer', 'oauth/notice', 'oauth/error', 'oauth/logout'];

/** Ids of a view and of all that it includes, in the order of the page. */
export function idsOf(view: string, seen = new Set<string>()): string[] {
  if (seen.has(view)) return [];
  seen.add(view);
  const text = readFileSync(join(ROOT, 'views', `${view}.ejs`), 'utf8');
  const found = [...text.matchAll(/data-testid="((?:<%=.*?%>|[^"])*)"|testid: '([^']+)'/g)].map(([, id, told]) => inWords(id ?? told!));
  const parts = [...text.matchAll(PARTS)].flatMap(([, part]) => idsOf(part!, seen));
  return [...new Set([...found, ...parts])].filter((id) => id !== '{testid}');
}

/** The page of the docs. */
export function markdown(): string {
  const sections = VIEWS.map((view) => [`## \`views/${view}.ejs\``, '', ...idsOf(view).map((id) => `- \`${id}\``)].join('\n'));
  return `# data-testid\n\n브라우저 시험이 기댈 수 있는, 로그인 화면의 모든 \`data-testid\`입니다. 중괄호 안은 화면마다 다릅니다.\n_Every \`data-testid\` of the screens of the login, for browser tests. What is in braces differs from page to page. Made by \`npm run testids\`._\n\n${sections.join('\n\n')}\n`;
}

/** Whether an id on a page is one of those that are listed. */
export function isListed(id: string): boolean {
  return VIEWS.flatMap((view) => idsOf(view)).some((listed) => patternOf(listed).test(id));
}

function patternOf(listed: string): RegExp {
  return new RegExp(`^${listed.replace(/\{[^}]*\}/g, '.+')}$`);
}

function inWords(id: string): string {
  return id.replace(/<%=\s*(?:\w+\.)*(\w+)\s*%>/g, '{$1}');
}
