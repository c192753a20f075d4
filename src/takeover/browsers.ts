/** How a Chromium is led here, by its arguments alone: no proxy, no system trust, and one profile only. */
import { createHash, X509Certificate } from 'node:crypto';
import { KAKAO_HOSTS } from '../hosts.ts';

/** @param ca certificate of the authority as PEM: what it signed is believed, and nothing else that is not believed anyway */
export function browserArguments(securePort: number, ca: string): string[] {
  const rules = KAKAO_HOSTS.map((host) => `MAP ${host}:443 127.0.0.1:${securePort}`).join(', ');
  return [`--host-resolver-rules=${rules}`, `--ignore-certificate-errors-spki-list=${fingerprintOf(ca)}`];
}

/** SHA-256 of the public key, in base64 (RFC 7469 2.4). */
function fingerprintOf(certificate: string): string {
  const key = new X509Certificate(certificate).publicKey.export({ type: 'spki', format: 'der' });
  return createHash('sha256').update(key).digest('base64');
}
