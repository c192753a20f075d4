/** The gallery, for a suite of the browser. */
import assert from 'node:assert/strict';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Visit } from '../visit.ts';
import { openGallery } from './gallery.ts';

/** For the surrounding `describe`: the gallery, and the way to one of its pages. */
export function useGallery(): (visit: Visit, exhibit: string) => Promise<void> {
  const reported: unknown[] = [];
  let server: Server;
  before(async () => {
    const app = await openGallery((error) => reported.push(error));
    await new Promise<void>((listening) => (server = app.listen(0, '127.0.0.1', listening)));
  });
  afterEach(() => assert.deepEqual(reported.splice(0), []));
  after(() => void server.close());
  return async ({ page }, exhibit) => {
    await page.goto(`http://localhost:${(server.address() as AddressInfo).port}/${exhibit}`);
    await page.waitForLoadState();
  };
}
