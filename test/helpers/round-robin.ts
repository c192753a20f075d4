/** The balancer in a test: what it passes on is held against its schema where it was said, and not here again. */
import { standIn } from './answers.ts';
import { type Balancer, openBalancer } from './balancer.ts';

export type RoundRobin = Balancer;

export async function openRoundRobin(): Promise<RoundRobin> {
  const balancer = await openBalancer();
  standIn(balancer.server);
  return balancer;
}
