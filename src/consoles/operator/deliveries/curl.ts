/** A request as a command for a shell: it sends what was sent. Secrets are variables of the shell, so that a command can be shown around. */
import type { WireRequest } from '../../../webhooks/index.ts';
import { partsOfSecret } from '../masked.ts';

export interface CurlOptions {
  /** Whether the values of the variables stand before the command. */
  withSecrets: boolean;
  verifyTls: boolean;
}

/** What curl writes by itself, as the simulator's own client does. */
const WRITTEN_BY_CURL = ['host', 'content-length'];
/** What curl would add of its own. */
const ADDED_BY_CURL = ['Accept', 'User-Agent', 'Content-Type'];
/** Headers that are secrets, and what they are called in the shell. */
const VARIABLES: Readonly<Record<string, string>> = { authorization: 'KAKAO_ADMIN_KEY', 'webhook-signature': 'WEBHOOK_SIGNATURE' };

/** Three seconds and no redirects, as Kakao. `${NAME:?}` ends a command whose variable is not set. */
export function curlOf({ method, url, headers, body }: WireRequest, { withSecrets, verifyTls }: CurlOptions): string {
  const own = headers.filter(([name]) => !WRITTEN_BY_CURL.includes(name.toLowerCase()));
  const absent = ADDED_BY_CURL.filter((name) => !own.some(([each]) => each.toLowerCase() === name.toLowerCase()));
  const lines = [
    `curl --include --globoff --path-as-is --http1.1 --max-time 3${verifyTls ? '' : ' --insecure'}`,
    `--request ${method} ${quoted(url)}`,
    ...own.map(([name, value]) => `--header ${headerWord(name, value)}`),
    ...absent.map((name) => `--header ${quoted(`${name}:`)}`),
    ...(method === 'POST' ? [`--data-raw ${quoted(body)}`] : []),
  ];
  const secrets = withSecrets ? own.flatMap(([name, value]) => assignment(name, value)) : [];
  return [...secrets, lines.join(' \\\n  ')].join('\n');
}

function headerWord(name: string, value: string): string {
  const variable = VARIABLES[name.toLowerCase()];
  if (variable) return `${quoted(`${name}: ${partsOfSecret(value).scheme}`)}"\${${variable}:?}"`;
  return quoted(value === '' ? `${name};` : `${name}: ${value}`);
}

function assignment(name: string, value: string): string[] {
  const variable = VARIABLES[name.toLowerCase()];
  return variable ? [`${variable}=${quoted(partsOfSecret(value).secret)}`] : [];
}

/** As one word of a POSIX shell: nothing between single quotes means anything. */
function quoted(text: string): string {
  return `'${text.replaceAll("'", `'\\''`)}'`;
}
