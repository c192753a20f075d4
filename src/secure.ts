/** HTTPS beside HTTP: the same answers, with a certificate of a local authority that is made when it is first needed. */
import { join, resolve } from 'node:path';
import type { Config } from './config.ts';
import { type Listening, listen } from './serve.ts';

export interface SecureFacts {
  /** Base URL. */
  readonly url: string;
  /** Certificate of the authority, as PEM: what a client has to trust. */
  readonly ca: string;
  /** Its file, or null when everything is in memory. */
  readonly caFile: string | null;
}

/** The folder of the authority in a data folder. */
export function certificatesOf(data: string): string {
  return join(resolve(data), 'certificates');
}

/** Throws AuthorityRefused and AddressRefused. */
export async function listenSecurely({ memory, data, httpsPort, host }: Config): Promise<Listening & SecureFacts> {
  // Nobody else pays for reading the library of certificates.
  const { openAuthority } = await import('./takeover/authority.ts');
  const authority = await openAuthority(memory ? null : certificatesOf(data));
  return { ...(await listen(httpsPort, host, authority.leaf)), ca: authority.certificate, caFile: authority.file };
}
