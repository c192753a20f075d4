/**
 * A process of its own: a plain proxy that gives each request to the next instance, over connections that it keeps, as the balancer of
 * `compose.yaml` does. The one that tests use opens one for each, so that it knows of each whether it has reached anybody.
 */
import type { IncomingMessage, ServerResponse } from 'node:http';
import { Pool } from 'undici';
import { listen } from '../../src/serve.ts';
import { serveHarness } from './processes.ts';

/** Who answers from now on. */
export type BalancerOptions = readonly string[];

await serveHarness(async () => {
  let pools: Pool[] = [];
  let turn = 0;
  const { url, answer, stop } = await listen(0, '127.0.0.1');
  answer((req, res) => {
    turn += 1;
    pass(req, res, pools[turn % pools.length]!).catch(() => res.destroy());
  });
  return {
    facts: { url },
    answer: (urls: BalancerOptions) => void (pools = urls.map((each) => new Pool(each))),
    close: async () => {
      await stop();
      await Promise.all(pools.map((pool) => pool.destroy()));
    },
  };
});

async function pass(req: IncomingMessage, res: ServerResponse, to: Pool): Promise<void> {
  const { method = 'GET', url: path = '/', headers } = req;
  const body = method === 'GET' ? null : req;
  await to.stream({ path, method, headers, body, responseHeaders: 'raw' }, (answer) =>
    res.writeHead(answer.statusCode, (answer.headers as unknown as Buffer[]).map(String)),
  );
}
