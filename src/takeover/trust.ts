/** Files that say whom a program trusts: whom it trusted before, and the local authority. The system's own are read and never changed. */
import { X509Certificate } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { rootCertificates } from 'node:tls';
import { trustStore } from './pkcs12.ts';

/** Variables that name a file with everybody who is trusted, in the place of the system's. */
export const INSTEAD_OF_SYSTEM = ['SSL_CERT_FILE', 'REQUESTS_CA_BUNDLE', 'CURL_CA_BUNDLE'] as const;
/** Variables that name a file with who is trusted beside the system's. */
export const BESIDE_SYSTEM = ['NODE_EXTRA_CA_CERTS', 'DENO_CERT'] as const;

export interface Trust {
  /** The authority alone, as PEM. */
  readonly ca: string;
  /** By variable, the file to name there. */
  readonly files: Readonly<Record<string, string>>;
  /** PKCS12 for Java. */
  readonly javaStore: string;
}

/** What guards a Java trust store everywhere; there is nothing secret in it. */
export const JAVA_PASSWORD = 'changeit';

/** Where systems keep whom they trust, as OpenSSL and Go look for it. */
const SYSTEM_FILES = [
  '/etc/ssl/certs/ca-certificates.crt',
  '/etc/pki/tls/certs/ca-bundle.crt',
  '/etc/ssl/ca-bundle.pem',
  '/etc/ssl/cert.pem',
];

/** Writes them to the folder. @param environment may name files of the same kind already, which then count */
export async function writeTrust(folder: string, ca: string, environment: NodeJS.ProcessEnv): Promise<Trust> {
  const system = await textOf(SYSTEM_FILES.find(existsSync), rootCertificates.join('\n'));
  const write = async (name: string, before: string): Promise<string> => {
    const file = join(folder, `${name.toLowerCase()}.pem`);
    await writeFile(file, `${before.trimEnd()}\n${ca}`.trimStart());
    return file;
  };
  const files: Record<string, string> = {};
  for (const name of INSTEAD_OF_SYSTEM) files[name] = await write(name, await textOf(environment[name], system));
  for (const name of BESIDE_SYSTEM) files[name] = await write(name, await textOf(environment[name], ''));
  await writeFile(join(folder, 'ca.pem'), ca);
  await writeFile(join(folder, 'trust.p12'), await trustStore(certificatesIn(system + ca), JAVA_PASSWORD));
  return { ca: join(folder, 'ca.pem'), files, javaStore: join(folder, 'trust.p12') };
}

/** A file that is named and not there is as good as none, as for those who read it. */
async function textOf(file: string | undefined, otherwise: string): Promise<string> {
  return file ? readFile(file, 'utf8').catch(() => otherwise) : otherwise;
}

function certificatesIn(text: string): Buffer[] {
  const blocks = text.match(/-----BEGIN CERTIFICATE-----[^-]+-----END CERTIFICATE-----/g) ?? [];
  return blocks.map((block) => new X509Certificate(block).raw);
}
