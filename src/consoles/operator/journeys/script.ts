/** A journey as a shell script of curl lines: what the service and its server sent. Secrets are variables at the top. */
import { type JourneyStep, pathOf } from '../../../journeys/index.ts';
import { type Mask, SECRET_NAMES } from './mask.ts';

export interface ScriptOptions {
  /** Base URL of the simulator. */
  ownUrl: string;
  /** Whether the variables have their values. */
  withSecrets: boolean;
  /** Covers what has no variable. */
  mask: Mask;
  /** What each step was, in words. */
  titles: readonly string[];
  /** Said at the top, a line each. */
  says: readonly string[];
}

/** What curl writes by itself, and what belongs to a connection or a browser that is gone. */
const LEFT_OUT = ['host', 'content-length', 'connection', 'accept-encoding', 'transfer-encoding', 'cookie'];
/** What only the browser of that time can do again. */
const PAGE = /^\/oauth\/(?:authorize|login|signup|consent)\//;
const FIELD = new RegExp(`((?:^|[?&])(?:${SECRET_NAMES.join('|')})=)([^&#]+)`, 'g');
const CREDENTIAL = /^((?:Bearer|Basic|KakaoAK)\s+)(.+)$/i;

interface Cover {
  /** By the secret that they hold. */
  variables: Map<string, string>;
  mask: Mask;
}

export function scriptOf(steps: readonly JourneyStep[], { ownUrl, withSecrets, mask, titles, says }: ScriptOptions): string {
  const variables = new Map<string, string>();
  const commands = steps.flatMap((step, at) => [
    `# ${at + 1}. ${oneLine(titles[at] ?? '')}`,
    ...(PAGE.test(pathOf(step)) ? [] : [commandOf(step, { variables, mask })]),
    '',
  ]);
  const names = [...variables].map(([secret, name]) => `${name}=\${${name}:${withSecrets ? `-${quoted(secret)}` : '?'}}`);
  return [
    '#!/usr/bin/env bash',
    ...says.map((line) => `# ${oneLine(line)}`),
    'set -euo pipefail',
    `BASE_URL=\${BASE_URL:-${quoted(ownUrl)}}`,
    ...names,
    '',
    ...commands,
  ].join('\n');
}

function commandOf(step: JourneyStep, cover: Cover): string {
  const { method, url, requestHeaders, requestBody } = step;
  const headers = Object.entries(requestHeaders).filter(([name]) => !LEFT_OUT.includes(name));
  const parts = [
    'curl --silent --show-error --include --globoff --path-as-is',
    `--request ${quoted(method)}`,
    `"$BASE_URL"${withVariables(url, cover)}`,
    ...headers.map(([name, value]) => `--header ${headerWord(name, value, cover)}`),
    ...(requestBody ? [`--data-raw ${withVariables(requestBody, cover)}`] : []),
  ];
  return `${parts.join(' \\\n  ')}\necho`;
}

function headerWord(name: string, value: string, cover: Cover): string {
  const [, scheme, secret] = CREDENTIAL.exec(value) ?? [];
  if (scheme === undefined || secret === undefined) return withVariables(value === '' ? `${name};` : `${name}: ${value}`, cover);
  const kind = /^kakaoak/i.test(scheme) ? 'admin_key' : /^basic/i.test(scheme) ? 'basic_credentials' : 'access_token';
  return `${quoted(`${name}: ${scheme}`)}"$${named(cover, kind, secret)}"`;
}

/** The variable of a secret: `ACCESS_TOKEN`, and `ACCESS_TOKEN_2` for another one. */
function named({ variables }: Cover, kind: string, secret: string): string {
  const known = variables.get(secret);
  if (known) return known;
  const taken = new Set(variables.values());
  let name = kind.toUpperCase();
  for (let count = 2; taken.has(name); count += 1) name = `${kind.toUpperCase()}_${count}`;
  variables.set(secret, name);
  return name;
}

/** A text as one word of the shell, its secrets replaced by variables. */
function withVariables(text: string, cover: Cover): string {
  let word = '';
  let last = 0;
  for (const found of text.matchAll(FIELD)) {
    const [all, before = '', secret = ''] = found;
    word += `${quoted(cover.mask(text.slice(last, found.index) + before))}"$${named(cover, before.replace(/[?&=]/g, ''), secret)}"`;
    last = found.index + all.length;
  }
  return last < text.length || word === '' ? word + quoted(cover.mask(text.slice(last))) : word;
}

/** Nothing between single quotes means anything. */
function quoted(text: string): string {
  return `'${text.replaceAll("'", `'\\''`)}'`;
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ');
}
