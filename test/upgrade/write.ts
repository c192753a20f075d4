/**
 * Writes what this version leaves behind, for every later one to open: `npm run upgrade:fixture`, once for each release.
 * A data folder, a backup, the rows of a database, and what its people knew. House time stands still in it, so that no token ends.
 */
import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createSimulator, type SimulatorOptions } from '../../src/index.ts';
import { backUp } from '../../src/store/backup/take.ts';
import { version } from '../../src/version.ts';
import { ask, startServer } from '../helpers/postgres.ts';
import { type Known, ROOT } from './fixtures.ts';

const AT = '2026-12-01T00:00:00Z';
const PASSWORD = 'an old password';
const folder = join(ROOT, version);

if (existsSync(folder) && !process.argv.includes('--again')) {
  process.stderr.write(`${folder} is there already; what a release wrote is never written anew (--again, before it is released)\n`);
  process.exit(1);
}
rmSync(folder, { recursive: true, force: true });
mkdirSync(folder, { recursive: true });
const data = join(folder, 'data');

const inFolder = await live({ data, memory: false });
const course = { tell: () => undefined, signal: new AbortController().signal };
await backUp({ store: 'folder', memory: false, data }, join(folder, 'world.backup'), version, course);

const server = await startServer();
const inDatabase = await live({ store: server.url });
const tables = await ask(server.url, `select tablename as name from pg_tables where schemaname = 'kakao_sync' order by 1`);
const dump: Record<string, unknown[]> = {};
for (const { name } of tables.rows as { name: string }[]) {
  if (name === 'lease' || name === 'blob') continue;
  dump[name] = (await ask(server.url, `select * from kakao_sync."${name}"`)).rows;
}
await server.stop();

write('known.json', { folder: inFolder, database: inDatabase } satisfies Known);
write('database.json', dump);

/** Somebody signs up in a small world, and what they know then. */
async function live(options: SimulatorOptions): Promise<Known['folder']> {
  const simulator = await createSimulator({ seed: 'none', partner: false, ...options });
  await simulator.clock.freeze(AT);
  const app = await simulator.apps.create();
  const account = await simulator.accounts.create({ password: PASSWORD });
  const { tokens, user } = await simulator.signUp({ app, account });
  await simulator.close();
  return {
    clientId: app.clientId,
    clientSecret: app.clientSecret ?? '',
    redirectUri: app.redirectUris[0] ?? '',
    loginId: account.email ?? '',
    password: PASSWORD,
    accessToken: tokens!.access_token,
    refreshToken: tokens!.refresh_token!,
    user,
  };
}

function write(file: string, value: unknown): void {
  writeFileSync(join(folder, file), `${JSON.stringify(value, null, 1)}\n`);
}
