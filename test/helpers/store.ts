/** Rows and folders for tests of the store. */
import { mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createClock } from '../../src/clock.ts';
import { artifact as newArtifact } from '../../src/oauth/artifact.ts';
import type { Artifact, Delivery } from '../../src/store/index.ts';

/** A fresh folder for each test of the suite that calls this; all are removed after it. Returns its path. */
export function useFolder(): () => string {
  const made: string[] = [];
  beforeEach(() => void made.push(mkdtempSync(join(tmpdir(), 'kakao-sync-store-'))));
  after(() => made.forEach((folder) => rmSync(folder, { recursive: true })));
  return () => made.at(-1) ?? '';
}

/** A delivery: found by app, by `all`, and while pending also by its endpoint and lane. */
export function delivery(id: string, over: Partial<Delivery> = {}): Delivery {
  return {
    id,
    appId: '1',
    endpointId: '1:channel',
    event: 'added',
    lane: 'lane-1',
    url: 'http://127.0.0.1:9/hook',
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: '{}',
    accepts: '2xx',
    state: 'pending',
    createdAt: 1,
    dueAt: null,
    replays: 0,
    tries: 0,
    reason: null,
    trouble: null,
    ...over,
  };
}

/** A short-lived row, with room for any JSON in its payload. */
export function artifact(id: string, over: Partial<Artifact> = {}): Artifact {
  return { ...newArtifact({ clock: createClock() }, 'Session', id, 0, {}), id, expiresAt: Number.MAX_SAFE_INTEGER, ...over };
}

/** The files of a folder and what is in them, byte for byte. */
export function filesOf(folder: string): Record<string, string> {
  return Object.fromEntries(
    readdirSync(folder)
      .sort()
      .map((name) => [name, readFileSync(join(folder, name), 'base64')]),
  );
}

export function ids(rows: readonly { id: string }[]): string[] {
  return rows.map((row) => row.id);
}
