/** What each released version left behind, and whether those who used it can go on. */
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createSimulator, type SimulatorOptions } from '../../src/index.ts';
import { Visitor } from '../helpers/visitor.ts';

export const ROOT = new URL('.', import.meta.url).pathname;

/** What somebody knew in the world of the folder, and in that of the database. */
export type Known = Readonly<Record<'folder' | 'database', Person>>;

interface Person {
  clientId: string;
  clientSecret: string;
  redirectUri: string;
  loginId: string;
  password: string;
  accessToken: string;
  refreshToken: string;
  user: string;
}

/** The versions that there is something of. */
export const VERSIONS = readdirSync(ROOT).filter((name) => /^\d/.test(name));

export function read<T>(version: string, file: string): T {
  return JSON.parse(readFileSync(join(ROOT, version, file), 'utf8')) as T;
}

/** Opens such a world: the old tokens work, the old user signs in by the old password and is not asked to agree again. */
export async function goesOn(options: SimulatorOptions, known: Person): Promise<void> {
  const simulator = await createSimulator(options);
  try {
    const { url } = simulator;
    const me = await fetch(`${url}/v2/user/me`, { headers: { authorization: `Bearer ${known.accessToken}` } });
    assert.equal(String(((await me.json()) as { id?: number }).id), known.user);

    const { clientId, clientSecret, redirectUri, loginId, password } = known;
    const client = { client_id: clientId, client_secret: clientSecret };
    const token = async (fields: Record<string, string>) => {
      const body = new URLSearchParams({ ...client, ...fields });
      return (await (await fetch(`${url}/oauth/token`, { method: 'POST', body })).json()) as { access_token?: string };
    };
    assert.ok((await token({ grant_type: 'refresh_token', refresh_token: known.refreshToken })).access_token);

    const visitor = new Visitor(url);
    const login = await visitor.authorize({ client_id: clientId, redirect_uri: redirectUri });
    const { query } = await visitor.submit(login, { loginId, password });
    assert.ok(query['code'], 'signed in and sent back, without a consent screen');
    const { access_token: fresh } = await token({ grant_type: 'authorization_code', redirect_uri: redirectUri, code: query['code'] });
    assert.ok(fresh);
  } finally {
    await simulator.close();
  }
}
