/** A process of its own: a plain proxy that gives each request to the next instance. */
import { openRoundRobin } from '../helpers/round-robin.ts';
import { serveHarness } from './processes.ts';

/** Who answers from now on. */
export type BalancerOptions = readonly string[];

await serveHarness(async () => {
  const proxy = await openRoundRobin();
  return { facts: { url: proxy.url }, answer: (urls: BalancerOptions) => proxy.to(urls), close: () => proxy.close() };
});
