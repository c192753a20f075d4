/** A PostgreSQL from npm for `npm run three`: prints its address, and ends when its standard input does. */
import { once } from 'node:events';
import { startServer } from '../helpers/postgres.ts';

const { url, stop } = await startServer();
process.stdout.write(`${url}\n`);
await once(process.stdin.resume(), 'end');
await stop();
process.exit();
