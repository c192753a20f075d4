/** What `doctor` looks at: each a fact, and where something is in the way, the mend. */
import { accessSync, constants, existsSync, statSync } from 'node:fs';
import { createServer } from 'node:net';
import { resolve } from 'node:path';
import type { Config } from '../config.ts';
import { certificatesOf } from '../secure.ts';
import { findChromium } from '../sheet/index.ts';
import { certificateFile, fitCertificate } from '../takeover/authority.ts';

export interface Finding {
  about: string;
  /** `problem`: it will not work as it is. `note`: it works, and somebody should know. */
  state: 'ok' | 'note' | 'problem';
  says: string;
}

const ok = (about: string, says: string): Finding => ({ about, state: 'ok', says });
const note = (about: string, says: string): Finding => ({ about, state: 'note', says });
const problem = (about: string, says: string): Finding => ({ about, state: 'problem', says });

export async function findings(config: Config, file: string | null, environment: NodeJS.ProcessEnv): Promise<Finding[]> {
  return [
    ok('Node', process.versions.node),
    ok('config file', file ?? 'none; "kakao-sync-simulator init" writes one'),
    dataFolder(config),
    await portOf('port', config.port, config.host),
    await portOf('https-port', config.httpsPort, config.host),
    ...(config.partner ? [await portOf('partner-port', config.partnerPort, config.host)] : []),
    authority(config),
    chromium(environment),
    ...surroundings(environment),
  ];
}

function dataFolder({ memory, data }: Config): Finding {
  const folder = resolve(data);
  if (memory) return ok('data', 'in memory; nothing is kept');
  if (!existsSync(folder)) return ok('data', `${folder}, which is made at the first start`);
  if (!statSync(folder).isDirectory()) return problem('data', `${folder} is no folder; remove it, or choose another with --data`);
  try {
    accessSync(folder, constants.R_OK | constants.W_OK);
    return ok('data', folder);
  } catch {
    return problem('data', `${folder} cannot be written by this user; give it back, or choose another with --data`);
  }
}

async function portOf(name: string, port: number, host: string): Promise<Finding> {
  if (port === 0) return ok(name, 'a free one is taken');
  const trouble = await new Promise<string | undefined>((resolved) => {
    const server = createServer();
    server.once('error', (error: NodeJS.ErrnoException) => resolved(error.code));
    server.listen(port, host, () => server.close(() => resolved(undefined)));
  });
  if (trouble === undefined) return ok(name, `${port} is free`);
  if (trouble !== 'EADDRINUSE')
    return problem(name, `${port} on ${host} cannot be listened on (${trouble}); choose another with --${name}`);
  if (await isSimulator(port)) return note(name, `a simulator runs on ${port}`);
  return name === 'port'
    ? problem(name, `another program listens on ${port}; stop it, or choose another with --port`)
    : note(name, `${port} is taken; by a simulator that runs already, or choose another with --${name}`);
}

async function isSimulator(port: number): Promise<boolean> {
  try {
    const response = await fetch(`http://localhost:${port}/_sim/api/openapi.json`, { signal: AbortSignal.timeout(2000) });
    // A shared one asks who wants to know.
    if (response.headers.get('www-authenticate')?.includes('kakao-sync-simulator')) return true;
    return ((await response.json()) as { openapi?: string }).openapi !== undefined;
  } catch {
    return false;
  }
}

function authority({ memory, data }: Config): Finding {
  const file = certificateFile(certificatesOf(data));
  if (memory) return ok('local CA', 'made anew at each start, in memory');
  if (!existsSync(file)) return ok('local CA', `none yet; --https, --kakao-hosts or exec --data make it in ${file}`);
  if (fitCertificate(file) !== null) return ok('local CA', file);
  return note(
    'local CA',
    `${file} is written anew at the next start: its time is nearly over, its names are of another version, or it is broken`,
  );
}

function chromium(environment: NodeJS.ProcessEnv): Finding {
  const path = findChromium(environment);
  return path
    ? ok('Chromium', path)
    : note('Chromium', 'none found; "gallery" needs one (put it on the PATH, or name it in KAKAO_SYNC_CHROMIUM)');
}

/** What of the environment has to do with how programs reach Kakao's names. */
function surroundings(environment: NodeJS.ProcessEnv): Finding[] {
  const set = (name: string) => environment[name] || environment[name.toLowerCase()];
  const found: Finding[] = [];
  // Values may hold passwords of a proxy.
  if (set('HTTPS_PROXY')) found.push(note('HTTPS_PROXY', 'is set; exec puts its own in its place, and --pass-on goes by yours'));
  if (set('NO_PROXY')) found.push(note('NO_PROXY', "is set; exec keeps it but for what covers Kakao's names"));
  for (const name of ['NODE_EXTRA_CA_CERTS', 'SSL_CERT_FILE', 'REQUESTS_CA_BUNDLE', 'CURL_CA_BUNDLE']) {
    const file = environment[name];
    if (file && !existsSync(file)) found.push(problem(name, `names ${file}, which is not there; unset it`));
    else if (file) found.push(note(name, 'is set; exec trusts its authorities as well'));
  }
  if (environment.NODE_TLS_REJECT_UNAUTHORIZED === '0')
    found.push(note('NODE_TLS_REJECT_UNAUTHORIZED', 'is 0, so nothing that Node trusts is tested; exec does not need it'));
  return found;
}
