/**
 * The local certificate authority. It is made when it is first needed, can vouch for Kakao's names and this machine and for nothing
 * else, and nobody trusts it who is not told to.
 */
import { createPrivateKey, randomUUID, X509Certificate } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { chmod, link, mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createClock, DAY, HOUR } from '../clock.ts';
import { KAKAO_HOSTS } from '../hosts.ts';
import { RuleBroken } from '../rule.ts';
import { isLimitedTo, newAuthority, newLeaf, type Pair, type Validity } from './x509.ts';

/** The files of the authority are there and cannot be used. */
export class AuthorityRefused extends RuleBroken {
  readonly code = 'authority_refused';
}

export interface Authority {
  /** Its certificate as PEM: what clients are told to trust. */
  readonly certificate: string;
  /** The file of the certificate, or null when everything is in memory. */
  readonly file: string | null;
  /** The certificate to serve now, with the authority's behind it; the same one until half of its life is over. */
  leaf(): Promise<Pair>;
}

/** Names that it may vouch for. */
export const NAMES: readonly string[] = [...KAKAO_HOSTS, 'localhost'];

const NAME = 'kakao-sync-simulator local CA (testing only)';
const LIFE = 365 * DAY;
/** Made anew when less of its life is left. */
const LEAST = 30 * DAY;
const LEAF_LIFE = 2 * DAY;
/** Certificates are of this machine's time, wherever the house's stands. */
const clock = createClock();

/** Opens the authority of a folder, making it if there is none that will do; null keeps it in memory. Throws AuthorityRefused. */
export async function openAuthority(folder: string | null): Promise<Authority> {
  const own = folder === null ? await freshPair() : await keptPair(folder);
  let leaf: { pair: Promise<Pair>; renewAt: number } | undefined;
  return {
    certificate: own.cert,
    file: folder && certificateFile(folder),
    leaf() {
      if (!leaf || clock.now() >= leaf.renewAt) {
        const pair = newLeaf(own, 'kakao-sync-simulator', NAMES, validFor(LEAF_LIFE));
        leaf = { pair, renewAt: clock.now() + LEAF_LIFE / 2 };
      }
      return leaf.pair;
    },
  };
}

/** Where the certificate of a folder's authority is, whether there is one or not. */
export function certificateFile(folder: string): string {
  return join(folder, 'ca.pem');
}

/** The certificate in a file, as PEM, if it is there and will do today. */
export function fitCertificate(file: string): string | null {
  try {
    const certificate = readFileSync(file, 'utf8');
    return isFit(certificate) ? certificate : null;
  } catch {
    return null;
  }
}

/** Whether this authority will do today. */
function isFit(certificate: string): boolean {
  const { validToDate, validFromDate } = new X509Certificate(certificate);
  const now = clock.now();
  return validFromDate.getTime() <= now && now < validToDate.getTime() - LEAST && isLimitedTo(certificate, NAMES);
}

const freshPair = (): Promise<Pair> => newAuthority(NAME, NAMES, validFor(LIFE));

/** From a little earlier, for clients whose clocks are behind. */
function validFor(length: number): Validity {
  return { from: clock.now() - HOUR, until: clock.now() + length };
}

/** Key and certificate are one file, so that they are never of different days. The certificate alone is beside it, for those who trust. */
async function keptPair(folder: string): Promise<Pair> {
  const keyFile = join(folder, 'ca-key.pem');
  const kept = await readPair(keyFile);
  if (kept && isFit(kept.cert)) {
    await chmod(keyFile, 0o600);
    if ((await readIfThere(certificateFile(folder))) !== kept.cert) await writeWhole(certificateFile(folder), kept.cert, 0o644);
    return kept;
  }
  await mkdir(folder, { recursive: true });
  const fresh = await freshPair();
  // Who was first, has made it.
  if (!(await writeWhole(keyFile, fresh.key + fresh.cert, 0o600, kept === null))) return keptPair(folder);
  await writeWhole(certificateFile(folder), fresh.cert, 0o644);
  return fresh;
}

async function readPair(file: string): Promise<Pair | null> {
  const text = await readIfThere(file);
  if (text === null) return null;
  const [key = '', cert = ''] = text.match(/-----BEGIN [\s\S]+?-----END [A-Z ]+-----\n/g) ?? [];
  try {
    if (new X509Certificate(cert).checkPrivateKey(createPrivateKey(key))) return { key, cert };
  } catch {
    // Said below.
  }
  throw new AuthorityRefused(`${file} holds no key and certificate that belong together; remove it, and a new authority is made`, { file });
}

async function readIfThere(file: string): Promise<string | null> {
  try {
    return await readFile(file, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw new AuthorityRefused(
      `${file} cannot be read (${(error as NodeJS.ErrnoException).code}); give it back to this user, or remove it`,
      {
        file,
      },
    );
  }
}

/** Another file until it is whole: nobody reads a half, and a key is never readable by others. False where `isNew` and it is there. */
async function writeWhole(file: string, text: string, mode: number, isNew = false): Promise<boolean> {
  const draft = `${file}.${randomUUID()}`;
  await writeFile(draft, text, { mode, flag: 'wx' });
  if (!isNew) return rename(draft, file).then(() => true);
  try {
    return await link(draft, file).then(() => true);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    // Not every file system has links.
    return await rename(draft, file).then(() => true);
  } finally {
    await rm(draft, { force: true });
  }
}
