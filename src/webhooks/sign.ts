/** Standard Webhooks signatures, for endpoints that have a secret. Kakao's own callbacks carry the admin key instead. */
import { Webhook } from 'standardwebhooks';
import { SECOND } from '../clock.ts';

/**
 * The three headers of https://www.standardwebhooks.com. They are made when the request is sent, not when it is written
 * down: receivers refuse a timestamp that is more than five minutes old.
 * @param at the machine's own time, which is the time that receivers compare with. Throws Error for an unusable secret.
 */
export function signatureHeaders(secret: string, id: string, body: string, at: number): Record<string, string> {
  return {
    'webhook-id': id,
    'webhook-timestamp': String(Math.floor(at / SECOND)),
    'webhook-signature': new Webhook(secret).sign(id, new Date(at), body),
  };
}
