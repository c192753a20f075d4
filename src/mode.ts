/**
 * The two modes. `local`: whoever sits at this machine, and nobody signs in. `shared`: others reach it, too, and the consoles, `/_sim`
 * and the control API open to those alone who have the operator secret.
 */
import { readFileSync } from 'node:fs';
import { isIPv4 } from 'node:net';
import { type Config, SettingRefused, variableOf } from './config.ts';

type Asked = Pick<Config, 'host' | 'publicUrl' | 'shared' | 'operatorSecret' | 'operatorSecretFile'>;

/** What a header can carry as one word, and nobody guesses. */
const SECRET = /^[\x21-\x7e]{24,200}$/;
const EXPECTED = 'expected 24 to 200 characters of ASCII without spaces';
const MEND = `"openssl rand -hex 24" makes one; give it as ${variableOf('operatorSecret')}, or in a file with --operator-secret-file`;

/** The secret of a shared simulator, or null in local mode. Throws SettingRefused without a secret that is good enough. */
export function operatorSecretOf(config: Asked): string | null {
  const why = reasonToLock(config);
  return why === null ? null : secretOf(config, why);
}

/** The secret that was given, or '' where none was. Throws SettingRefused for a file that cannot be read. */
export function givenSecret({ operatorSecret, operatorSecretFile }: Pick<Config, 'operatorSecret' | 'operatorSecretFile'>): string {
  if (operatorSecret || !operatorSecretFile) return operatorSecret.trim();
  try {
    return readFileSync(operatorSecretFile, 'utf8').trim();
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    throw new SettingRefused(`--operator-secret-file: expected a file that can be read, got "${operatorSecretFile}" (${code})`, {
      setting: 'operatorSecretFile',
    });
  }
}

/** Which setting lets others in, or null. */
function reasonToLock({ host, publicUrl, shared }: Asked): string | null {
  if (!isLoopback(host)) return `--host ${host}`;
  if (publicUrl !== 'own' && !isLoopback(new URL(publicUrl).hostname)) return `--public-url ${publicUrl}`;
  return shared ? '--shared' : null;
}

/** Never says what was given. */
function secretOf(config: Asked, why: string): string {
  const secret = givenSecret(config);
  if (SECRET.test(secret)) return secret;
  const setting = !config.operatorSecret && config.operatorSecretFile ? 'operatorSecretFile' : 'operatorSecret';
  const got = secret ? `got ${secret.length} that do not fit` : 'got none';
  throw new SettingRefused(
    `${variableOf(setting)}: others can reach this simulator (${why}), so it asks them for an operator secret: ${EXPECTED}, ${got}. ${MEND}. With --host 127.0.0.1 it is for this machine alone and needs none`,
    { setting },
  );
}

function isLoopback(host: string): boolean {
  const name = host.replace(/^\[|\]$/g, '').toLowerCase();
  if (isIPv4(name)) return name.startsWith('127.');
  return ['::1', '::ffff:127.0.0.1', 'localhost'].includes(name) || name.endsWith('.localhost');
}
