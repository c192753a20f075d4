/** A delivery as it would go out now, for who hands it on to a receiver that is no endpoint. */
import type { Clock } from '../clock.ts';
import type { Delivery, Store } from '../store/index.ts';
import { signatureHeaders } from './sign.ts';

/** Its own headers, and a signature of now where its endpoint has a secret. */
export async function headersNow(
  { store, clock }: { store: Store; clock: Clock },
  { id, endpointId, headers, body }: Delivery,
): Promise<Record<string, string>> {
  const secret = (await store.get('endpoints', endpointId))?.secret;
  if (!secret) return { ...headers };
  try {
    return { ...headers, ...signatureHeaders(secret, id, body, clock.now() - clock.offset()) };
  } catch {
    return { ...headers }; // the secret is no Standard Webhooks secret
  }
}
