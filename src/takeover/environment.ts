/** The environment in which a program reaches Kakao's names here: what the runtimes and their libraries honour. */
import { KAKAO_HOSTS } from '../hosts.ts';
import { CODE } from '../package-root.ts';
import { browserArguments } from './browsers.ts';
import { JAVA_PASSWORD, type Trust } from './trust.ts';

export interface Led {
  /** Base URL of the simulator. */
  url: string;
  /** Its HTTPS, and the certificate of its authority as PEM. */
  securePort: number;
  ca: string;
  /** Base URL of the proxy. */
  proxy: string;
  trust: Trust;
}

/** Read by hook.js. */
export const HOOK_VARIABLE = 'KAKAO_SYNC_HOOK';
const HOOK = new URL('takeover/hook.js', CODE).href;
const LOOPBACK = ['localhost', '127.0.0.1', '::1'];

/** The environment of a program, from the one that is there. */
export function environmentOf(before: NodeJS.ProcessEnv, { url, securePort, ca, proxy, trust }: Led): NodeJS.ProcessEnv {
  const direct = directly(before.no_proxy || before.NO_PROXY);
  return {
    ...before,
    ...trust.files,
    HTTPS_PROXY: proxy,
    https_proxy: proxy,
    NO_PROXY: direct,
    no_proxy: direct,
    NODE_USE_ENV_PROXY: '1',
    NODE_OPTIONS: joined(before.NODE_OPTIONS, `--import=${HOOK}`),
    [HOOK_VARIABLE]: JSON.stringify({ port: securePort, hosts: KAKAO_HOSTS, ca }),
    JAVA_TOOL_OPTIONS: joined(before.JAVA_TOOL_OPTIONS, ...javaOptions(proxy, trust.javaStore)),
    KAKAO_SYNC_URL: url,
    KAKAO_SYNC_CA: trust.ca,
    KAKAO_SYNC_BROWSER_ARGS: JSON.stringify(browserArguments(securePort, ca)),
  };
}

/** The proxy that was there before, for what is passed on. */
export function proxyBefore(environment: NodeJS.ProcessEnv): URL | null {
  const { https_proxy, HTTPS_PROXY, all_proxy, ALL_PROXY } = environment;
  const url = URL.parse(https_proxy || HTTPS_PROXY || all_proxy || ALL_PROXY || '');
  return url && ['http:', 'https:'].includes(url.protocol) ? url : null;
}

/** Hosts that are reached without the proxy: this machine, and those of before unless they would let a name of Kakao's get away. */
function directly(before = ''): string {
  const entries = before
    .split(/[\s,]+/)
    .filter((entry) => entry !== '' && !LOOPBACK.includes(entry) && !KAKAO_HOSTS.some((host) => covers(entry, host)));
  return [...LOOPBACK, ...entries].join(',');
}

/** As loosely as the loosest reader: `*`, `.kakao.com`, `*.kakao.com`, `kakao.com`, each with a port or without. */
function covers(entry: string, host: string): boolean {
  const name = entry
    .toLowerCase()
    .replace(/:\d+$/, '')
    .replace(/^\*?\.?/, '');
  return name === '' || host === name || host.endsWith(`.${name}`);
}

function javaOptions(proxy: string, store: string): string[] {
  const { hostname, port } = new URL(proxy);
  return [
    `-Dhttps.proxyHost=${hostname}`,
    `-Dhttps.proxyPort=${port}`,
    '-Dhttp.nonProxyHosts=localhost|127.*|[::1]',
    `-Djavax.net.ssl.trustStore=${quoted(store)}`,
    '-Djavax.net.ssl.trustStoreType=PKCS12',
    `-Djavax.net.ssl.trustStorePassword=${JAVA_PASSWORD}`,
  ];
}

function joined(...parts: readonly (string | undefined)[]): string {
  return parts.filter(Boolean).join(' ');
}

function quoted(argument: string): string {
  return /[\s"]/.test(argument) ? `"${argument}"` : argument;
}
