/** The names of the events that apps are told, by the kind of callback. */
import { accountEvents } from '../../apps/index.ts';
import type { Endpoint } from '../../webhooks/index.ts';

const EVENTS: Readonly<Record<Endpoint['kind'], readonly string[]>> = {
  channel: ['channel.added', 'channel.blocked'],
  unlink: ['unlink'],
  account: accountEvents.map(({ name }) => `account.${name}`),
  sync: ['sync.signed_up'],
};

/** Of one kind, or of all. */
export function eventsOf(kind?: Endpoint['kind']): readonly string[] {
  return kind ? EVENTS[kind] : Object.values(EVENTS).flat();
}
