/** The settings about requests out of the house, as reaches of those who send them. */
import { BY_MODE, webhookReach } from './hosts.ts';
import { besides, type Distance, type Reach, upTo } from './reach.ts';

export interface Limits {
  urlChecks: Distance;
  webhookHosts: string;
  /** Base URLs of what runs beside the simulator: callbacks may go there in any case, as to its own inbox. */
  beside: readonly string[];
}

export const USUAL_LIMITS: Limits = { urlChecks: 'loopback', webhookHosts: BY_MODE, beside: [] };

export interface Reaches {
  /** Of the review desk. */
  checks: Reach;
  /** Of a callback to this address. */
  reachOf: (url: string) => Reach;
}

/** @param url of the simulator */
export function reachesOf({ urlChecks, webhookHosts, beside }: Limits, url: string, isShared: boolean): Reaches {
  return { checks: upTo(urlChecks), reachOf: besides([`${url}/_sim/inbox`, ...beside], webhookReach(webhookHosts, isShared)) };
}
