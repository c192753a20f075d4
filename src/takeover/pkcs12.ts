/** Certificates to trust as a PKCS12 (RFC 7292) that Java reads: in the clear, with a MAC, each entry marked as trusted. */
import { BmpString, ObjectIdentifier, OctetString } from 'asn1js';
import { Attribute, AuthenticatedSafe, CertBag, PFX, SafeBag, SafeContents } from 'pkijs';

const CERTIFICATE_BAG = '1.2.840.113549.1.12.10.1.3';
const X509_CERTIFICATE = '1.2.840.113549.1.9.22.1';
const FRIENDLY_NAME = '1.2.840.113549.1.9.20';
/** Without it Java takes a certificate of a PKCS12 for part of a chain, and trusts nobody by it. */
const TRUSTED_KEY_USAGE = '2.16.840.1.113894.746875.1.1';
const ANY_USAGE = '2.5.29.37.0';
const BY_PASSWORD = 0;
const IN_THE_CLEAR = 0;

/** @param certificates as DER. @param password which is no secret: nothing in it is */
export async function trustStore(certificates: readonly Uint8Array[], password: string): Promise<Buffer> {
  const safeBags = certificates.map(
    (der, at) =>
      new SafeBag({
        bagId: CERTIFICATE_BAG,
        bagValue: new CertBag({ certId: X509_CERTIFICATE, certValue: new OctetString({ valueHex: der }) }),
        bagAttributes: [
          new Attribute({ type: FRIENDLY_NAME, values: [new BmpString({ value: `ca-${at}` })] }),
          new Attribute({ type: TRUSTED_KEY_USAGE, values: [new ObjectIdentifier({ value: ANY_USAGE })] }),
        ],
      }),
  );
  const safeContents = [{ privacyMode: IN_THE_CLEAR, value: new SafeContents({ safeBags }) }];
  const authenticatedSafe = new AuthenticatedSafe({ parsedValue: { safeContents } });
  await authenticatedSafe.makeInternalValues({ safeContents: [{}] });
  const pfx = new PFX({ parsedValue: { integrityMode: BY_PASSWORD, authenticatedSafe } });
  await pfx.makeInternalValues({
    password: new TextEncoder().encode(password).buffer,
    iterations: 10_000,
    pbkdf2HashAlgorithm: 'SHA-256',
    hmacHashAlgorithm: 'SHA-256',
  });
  return Buffer.from(pfx.toSchema().toBER());
}
