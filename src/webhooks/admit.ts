/** Whether callbacks may go to an address. It is asked when the address is kept, and again of what is connected to (send.ts). */
import { type LookUp, mustBeInReach, mustLeadWithin, OutOfReach, type Reach } from '../outward/reach.ts';
import { CallbackAddressRefused, CallbackHostNotListed, CallbackUrlRefused } from './refused.ts';

export interface Limits {
  /** Where a callback to this address may go. */
  reachOf: (url: string) => Reach;
  /** How names are looked up; as the machine does unless told otherwise. */
  lookUp?: LookUp | undefined;
}

const LONGEST = 2000;
/** A form waits for it; a name server that does not answer is no reason to refuse. */
const LOOKUP_MS = 1500;
const EXPECTED = 'an http or https address with a host, without a user name and password';

/**
 * Names are looked up: not to be asked inside a unit of work.
 * @param field what the address is called where it was given
 * Throws CallbackUrlRefused, CallbackAddressRefused, CallbackHostNotListed.
 */
export async function admit({ reachOf, lookUp }: Limits, url: string, field = 'url'): Promise<void> {
  const asked = callbackUrl(url, field);
  await mustLeadWithin(asked, reachOf(url), LOOKUP_MS, lookUp).catch((error: unknown) => {
    throw inWords(error, url, field);
  });
}

/** What can be said without looking a name up. Throws the same. */
export function mustBeAdmitted({ reachOf }: Limits, url: string): void {
  const asked = callbackUrl(url, 'url');
  try {
    mustBeInReach(asked, reachOf(url));
  } catch (error) {
    throw inWords(error, url, 'url');
  }
}

/** With a host, and without a name and password in it, which no request would carry. */
function callbackUrl(text: string, field: string): URL {
  const url = text.length <= LONGEST && /^https?:\/\/[^\s]+$/i.test(text) ? URL.parse(text) : null;
  if (url?.username !== '' || url.password !== '')
    throw new CallbackUrlRefused(`${text} is no web address`, { url: text, field, expected: EXPECTED });
  return url;
}

function inWords(error: unknown, url: string, field: string): unknown {
  if (!(error instanceof OutOfReach)) return error;
  const { code, host, address } = error;
  const at = host === address ? address : `${host} (${address})`;
  const details = { url, field, host, address };
  if (code === 'ADDRESS_REFUSED') {
    const expected = 'an address that requests may go to: none that is link-local, multicast, unspecified or of cloud metadata';
    return new CallbackAddressRefused(`callbacks never go to ${at}`, { ...details, expected });
  }
  return new CallbackHostNotListed(`${at} is not a host that --webhook-hosts lists`, { ...details, expected: 'a host of that list' });
}
