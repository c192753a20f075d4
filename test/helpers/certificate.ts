/** A certificate that signs itself, for HTTPS on 127.0.0.1: node makes keys, but no certificates. X.509 by hand (RFC 5280). */
import { generateKeyPairSync, sign } from 'node:crypto';

export interface CertificateOptions {
  /** IPv4, byte by byte. */
  address?: readonly [number, number, number, number];
  /** The year in which it ends, up to 2049. */
  until?: number;
}

/** Key and certificate as PEM. For 127.0.0.1, valid from 2020 to 2049, unless told otherwise. */
export function selfSigned({ address = [127, 0, 0, 1], until = 2049 }: CertificateOptions = {}): { key: string; cert: string } {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const name = sequence(set(sequence(COMMON_NAME, der(0x0c, Buffer.from('a partner under test')))));
  const validity = sequence(der(0x17, Buffer.from('200101000000Z')), der(0x17, Buffer.from(`${until % 100}1231235959Z`)));
  const extensions = sequence(
    sequence(BASIC_CONSTRAINTS, octets(sequence(TRUE))),
    sequence(SUBJECT_ALT_NAME, octets(sequence(der(0x87, Buffer.from(address))))),
  );
  const subjectKey = publicKey.export({ type: 'spki', format: 'der' });
  const body = sequence(der(0xa0, V3), SERIAL, ECDSA, name, validity, name, subjectKey, der(0xa3, extensions));
  const signature = der(0x03, Buffer.from([0]), sign('sha256', body, privateKey));
  return { key: privateKey.export({ type: 'pkcs8', format: 'pem' }) as string, cert: pem(sequence(body, ECDSA, signature)) };
}

/** Tag, length, content. */
function der(tag: number, ...content: Uint8Array[]): Buffer {
  const value = Buffer.concat(content);
  const { length } = value;
  const size = length < 0x80 ? [length] : length < 0x100 ? [0x81, length] : [0x82, length >> 8, length & 0xff];
  return Buffer.concat([Buffer.from([tag, ...size]), value]);
}

const sequence = (...content: Uint8Array[]) => der(0x30, ...content);
const set = (...content: Uint8Array[]) => der(0x31, ...content);
const octets = (content: Uint8Array) => der(0x04, content);
const id = (...bytes: number[]) => der(0x06, Buffer.from(bytes));

const V3 = der(0x02, Buffer.from([2]));
const SERIAL = der(0x02, Buffer.from([1]));
const TRUE = der(0x01, Buffer.from([0xff]));
const ECDSA = sequence(id(0x2a, 0x86, 0x48, 0xce, 0x3d, 0x04, 0x03, 0x02));
const COMMON_NAME = id(0x55, 0x04, 0x03);
const BASIC_CONSTRAINTS = id(0x55, 0x1d, 0x13);
const SUBJECT_ALT_NAME = id(0x55, 0x1d, 0x11);

function pem(bytes: Buffer): string {
  const lines = bytes.toString('base64').match(/.{1,64}/g)!;
  return ['-----BEGIN CERTIFICATE-----', ...lines, '-----END CERTIFICATE-----', ''].join('\n');
}
