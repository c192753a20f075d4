/** A process of its own: takes what is sent, and says how fast it came. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { serveHarness } from './processes.ts';

export interface ReceiverFacts {
  url: string;
}
/** How many will come from now on; answered with how many of them came in a second, once all of them are there. */
export type ReceiverRequest = number;

await serveHarness(async () => {
  let missing = 0;
  let enough: () => void = () => undefined;
  const server = createServer((req, res) => {
    req.resume().on('end', () => {
      res.end();
      missing -= 1;
      if (missing === 0) enough();
    });
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const facts: ReceiverFacts = { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/` };
  const answer = async (count: ReceiverRequest): Promise<number> => {
    const began = performance.now();
    missing = count;
    await new Promise<void>((resolve) => (enough = resolve));
    return (count / (performance.now() - began)) * 1000;
  };
  return { facts, answer };
});
