/** Every setting: what it is, its default, and one line of doc. Flag before environment before config file before default. */
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { BY_MODE, HOSTS_EXPECTED, hostsOf } from './outward/hosts.ts';
import { USUAL_LIMITS } from './outward/limits.ts';
import { PACKAGE } from './package-root.ts';
import { onOff, port, type Setting, setting, SettingRefused } from './setting.ts';

export { SettingRefused } from './setting.ts';

export const settings = {
  port: setting('-p, --port <number>', port, 5252, 'port of every face; 0 takes a free one'),
  host: setting(
    '--host <address>',
    z.string().min(1),
    '127.0.0.1',
    'address to listen on; anything but loopback is open to others, and asks for an operator secret',
  ),
  shared: setting('--shared', onOff, false, 'others reach it, too, as through a tunnel or a proxy here: asks for an operator secret'),
  operatorSecret: setting(
    null,
    z.string(),
    '',
    'opens the consoles, `/_sim` and the control API where others reach it: 24 characters or more, like those of `openssl rand -hex 24`',
  ),
  operatorSecretFile: setting('--operator-secret-file <file>', z.string(), '', 'a file with the operator secret in it'),
  allowHost: setting(
    '--allow-host <names>',
    z.string().regex(/^(?:[\w.-]+(?:\s*,\s*[\w.-]+)*)?$/, 'expected names of hosts, joined by commas'),
    '',
    'more names that it may be called by, joined by commas: of a proxy or a tunnel',
  ),
  data: setting('--data <folder>', z.string().min(1), 'data', 'folder of the running state'),
  seed: setting(
    '--seed <file>',
    z.string().min(1),
    fileURLToPath(new URL('data/seed/world.json', PACKAGE)),
    'the world that an empty folder starts with; `none` for an empty one',
  ),
  memory: setting('--memory', onOff, false, 'keep nothing on disk'),
  store: setting(
    '--store <where>',
    z.string().regex(/^(?:folder|postgres(?:ql)?:\/\/\S+)$/, 'expected folder or postgres://user:password@host:port/database'),
    'folder',
    'a PostgreSQL database in the place of the folder, for one simulator or several: postgres://…',
  ),
  publicUrl: setting(
    '--public-url <url>',
    z.union(
      [z.literal('own'), z.url({ protocol: /^https?$/ }).transform((url) => url.replace(/\/+$/, ''))],
      'expected own, http://… or https://…',
    ),
    'own',
    'the address that everybody uses, when it is that of a proxy before one simulator or several',
  ),
  drain: setting(
    '--drain <seconds>',
    z.coerce
      .string()
      .regex(/^\d{1,3}(\.\d{1,3})?$/, 'expected a number of seconds, up to 999')
      .transform(Number),
    0,
    'how long it goes on answering once it is told to end, while /readyz says 503, so that a balancer sends nobody any more',
  ),
  partner: setting('--no-partner', onOff, true, 'whether the demo partner runs too'),
  partnerPort: setting('--partner-port <number>', port, 5254, 'port of the demo partner; free when --port is 0'),
  https: setting(
    '--https',
    onOff,
    false,
    'answer by HTTPS too, and tell that address to partners; the certificate is by a local CA of its own',
  ),
  httpsPort: setting('--https-port <number>', port, 5253, 'port of HTTPS; free when --port is 0'),
  kakaoHosts: setting(
    '--kakao-hosts',
    onOff,
    false,
    "issuer, discovery and iss are Kakao's own names, for requests that are led here; answers by HTTPS too",
  ),
  urlChecks: setting(
    '--url-checks <reach>',
    z.enum(['public', 'loopback', 'private'], 'expected public, loopback or private'),
    USUAL_LIMITS.urlChecks,
    'what the review desk may ask whether it answers: public addresses, this machine too, or private networks as well',
  ),
  webhookHosts: setting(
    '--webhook-hosts <list>',
    z.string().refine((list) => list === BY_MODE || hostsOf(list) !== null, HOSTS_EXPECTED),
    USUAL_LIMITS.webhookHosts,
    'where callbacks may go: any, none, or a list like hooks.example.test,*.example.test,10.1.0.0/16; auto is any in local mode and none in shared mode',
  ),
  journeys: setting(
    '--journeys <number>',
    z.coerce
      .string()
      .regex(/^\d{1,6}$/, 'expected a number from 0 to 999999')
      .transform(Number),
    5000,
    'how many logins are kept to be looked at; 0 keeps none',
  ),
  watch: setting('--watch', onOff, false, 'begin the world anew when the config file or the seed changes'),
  log: setting(
    '--log <format>',
    z.enum(['none', 'json'], 'expected none or json'),
    'none',
    'json: a line on standard error for each request, without anything personal or secret',
  ),
  json: setting('--json', onOff, false, 'instead of the banner, one JSON line once it listens'),
};

export type Config = { [K in keyof typeof settings]: (typeof settings)[K] extends Setting<infer T> ? T : never };

/** The default of a setting as it is told: what is in the package by its path there, wherever that lies. */
export function defaultOf(name: keyof typeof settings): string {
  return String(settings[name].default).replace(fileURLToPath(PACKAGE), '') || 'none';
}

/** `partnerPort` → `KAKAO_SYNC_PARTNER_PORT` */
export function variableOf(name: string): string {
  return `KAKAO_SYNC_${name.replace(/[A-Z]/g, (capital) => `_${capital}`).toUpperCase()}`;
}

type Flags = Readonly<Record<string, unknown>>;
type Environment = Readonly<Record<string, string | undefined>>;

/** The configuration from flags (as parsed), environment and config file (as checked). Throws SettingRefused. */
export function configure(flags: Flags, environment: Environment, file: Partial<Config> = {}): Config {
  const entries = Object.entries(settings).map(([name, { schema, default: fallback, flag }]) => {
    const variable = variableOf(name);
    const [source, value] =
      flag && flags[name] !== undefined ? [flag.split(' <')[0], flags[name]] : [variable, flags[name] ?? environment[variable]];
    if (value === undefined) return [name, file[name as keyof Config] ?? fallbackOf(name, fallback, flags, environment, file)];
    const parsed = schema.safeParse(value);
    if (!parsed.success) throw new SettingRefused(`${source}: ${parsed.error.issues[0]?.message}, got "${value}"`, { setting: name });
    return [name, parsed.data];
  });
  return Object.fromEntries(entries) as Config;
}

/** With `--port 0` the others take a free port too. Where several may share a world, the demo partner runs where it is asked for. */
function fallbackOf(name: string, fallback: unknown, flags: Flags, environment: Environment, file: Partial<Config>): unknown {
  if (name === 'partner')
    return (flags.store ?? environment[variableOf('store')] ?? file.store ?? settings.store.default) === settings.store.default;
  const isFree = Number(flags.port ?? environment[variableOf('port')] ?? file.port) === 0;
  return isFree && ['partnerPort', 'httpsPort'].includes(name) ? 0 : fallback;
}
