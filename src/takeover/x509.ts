/** Certificates (RFC 5280): an authority that may vouch for a few names only, and what it vouches for. Keys are EC P-256. */
import { createHash, createPrivateKey, createPublicKey, X509Certificate } from 'node:crypto';
import { BitString, Integer, OctetString, Utf8String } from 'asn1js';
import {
  AttributeTypeAndValue,
  AuthorityKeyIdentifier,
  BasicConstraints,
  Certificate,
  Extension,
  ExtKeyUsage,
  GeneralName,
  GeneralNames,
  GeneralSubtree,
  id_AuthorityKeyIdentifier,
  id_BasicConstraints,
  id_ExtKeyUsage,
  id_KeyUsage,
  id_NameConstraints,
  id_SubjectAltName,
  id_SubjectKeyIdentifier,
  NameConstraints,
} from 'pkijs';

/** Key and certificate as PEM. */
export interface Pair {
  key: string;
  cert: string;
}

/** In milliseconds since 1970. */
export interface Validity {
  from: number;
  until: number;
}

const EC = { name: 'ECDSA', namedCurve: 'P-256' };
const COMMON_NAME = '2.5.4.3';
const SERVER_AUTH = '1.3.6.1.5.5.7.3.1';
/** This machine, as addresses and as networks with their masks. */
const LOOPBACK = [Buffer.from([127, 0, 0, 1]), Buffer.from(`${'00'.repeat(15)}01`, 'hex')];
const LOOPBACK_NETWORKS = [Buffer.from([127, 0, 0, 0, 255, 0, 0, 0]), Buffer.from(`${'00'.repeat(15)}01${'ff'.repeat(16)}`, 'hex')];
/** Bits of KeyUsage, and how many of the last byte say nothing. */
const SIGNS_CERTIFICATES = { valueHex: Uint8Array.of(0b0000_0110), unusedBits: 1 };
const SIGNS = { valueHex: Uint8Array.of(0b1000_0000), unusedBits: 7 };

/** An authority that signs itself. Clients refuse whatever it signs for other names than these and this machine's addresses. */
export async function newAuthority(commonName: string, names: readonly string[], validity: Validity): Promise<Pair> {
  const { privateKey, publicKey } = await newKeys();
  const extensions = [
    extension(id_BasicConstraints, new BasicConstraints({ cA: true, pathLenConstraint: 0 }).toSchema(), true),
    extension(id_KeyUsage, new BitString(SIGNS_CERTIFICATES), true),
    extension(id_NameConstraints, constraints(names), true),
    extension(id_SubjectKeyIdentifier, new OctetString({ valueHex: await identifierOf(publicKey) })),
  ];
  return pair(privateKey, await signed({ subject: commonName, issuer: commonName, publicKey, validity, extensions }, privateKey));
}

/** A server's certificate for these names and this machine's addresses, with the authority's behind it. */
export async function newLeaf(authority: Pair, commonName: string, names: readonly string[], validity: Validity): Promise<Pair> {
  const { privateKey, publicKey } = await newKeys();
  const der = createPrivateKey(authority.key).export({ type: 'pkcs8', format: 'der' });
  const authorityKey = await crypto.subtle.importKey('pkcs8', der, EC, false, ['sign']);
  const spki = createPublicKey(authority.key).export({ type: 'spki', format: 'der' });
  const byName = names.map((value) => new GeneralName({ type: 2, value }));
  const byAddress = LOOPBACK.map((valueHex) => new GeneralName({ type: 7, value: new OctetString({ valueHex }) }));
  const extensions = [
    extension(id_KeyUsage, new BitString(SIGNS), true),
    extension(id_ExtKeyUsage, new ExtKeyUsage({ keyPurposes: [SERVER_AUTH] }).toSchema()),
    extension(id_SubjectAltName, new GeneralNames({ names: [...byName, ...byAddress] }).toSchema()),
    extension(
      id_AuthorityKeyIdentifier,
      new AuthorityKeyIdentifier({ keyIdentifier: new OctetString({ valueHex: digestOf(spki) }) }).toSchema(),
    ),
  ];
  const issuer = commonNameOf(authority.cert);
  const leaf = pair(privateKey, await signed({ subject: commonName, issuer, publicKey, validity, extensions }, authorityKey));
  const { key, cert } = await leaf;
  return { key, cert: cert + authority.cert };
}

/** Whether the authority is limited to exactly these names. */
export function isLimitedTo(certificate: string, names: readonly string[]): boolean {
  return new X509Certificate(certificate).raw.includes(Buffer.from(constraints(names).toBER()));
}

/** As the library takes it. */
type Key = Parameters<Certificate['sign']>[0];

interface Unsigned {
  subject: string;
  issuer: string;
  publicKey: Key;
  validity: Validity;
  extensions: Extension[];
}

async function signed({ subject, issuer, publicKey, validity, extensions }: Unsigned, by: Key): Promise<Buffer> {
  const certificate = new Certificate({ version: 2, serialNumber: new Integer({ valueHex: newSerial() }), extensions });
  certificate.subject.typesAndValues.push(named(subject));
  certificate.issuer.typesAndValues.push(named(issuer));
  certificate.notBefore.value = new Date(validity.from);
  certificate.notAfter.value = new Date(validity.until);
  await certificate.subjectPublicKeyInfo.importKey(publicKey);
  await certificate.sign(by, 'SHA-256');
  return Buffer.from(certificate.toSchema(true).toBER());
}

async function pair(privateKey: Key, certificate: Buffer): Promise<Pair> {
  const key = createPrivateKey({ key: Buffer.from(await crypto.subtle.exportKey('pkcs8', privateKey)), type: 'pkcs8', format: 'der' });
  return { key: key.export({ type: 'pkcs8', format: 'pem' }) as string, cert: new X509Certificate(certificate).toString() };
}

function constraints(names: readonly string[]) {
  const byName = names.map((value) => new GeneralSubtree({ base: new GeneralName({ type: 2, value }) }));
  const byNetwork = LOOPBACK_NETWORKS.map(
    (valueHex) => new GeneralSubtree({ base: new GeneralName({ type: 7, value: new OctetString({ valueHex }) }) }),
  );
  return new NameConstraints({ permittedSubtrees: [...byName, ...byNetwork] }).toSchema();
}

function extension(extnID: string, value: { toBER(): ArrayBuffer }, critical = false): Extension {
  return new Extension({ extnID, critical, extnValue: value.toBER() });
}

const newKeys = () => crypto.subtle.generateKey(EC, true, ['sign', 'verify']);
const named = (value: string) => new AttributeTypeAndValue({ type: COMMON_NAME, value: new Utf8String({ value }) });
const commonNameOf = (certificate: string) => new X509Certificate(certificate).subject.replace(/^CN=/, '');
const digestOf = (bytes: Buffer) => createHash('sha256').update(bytes).digest().subarray(0, 20);
const identifierOf = async (key: Key) => digestOf(Buffer.from(await crypto.subtle.exportKey('spki', key)));

/** 126 bits by chance, positive and of full length. */
function newSerial(): Uint8Array {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[0] = (bytes[0]! & 0x3f) | 0x40;
  return bytes;
}
