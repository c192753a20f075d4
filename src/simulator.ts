/** A simulator, from its settings and the world that it begins with to the answer to a request. */
import { setTimeout as pause } from 'node:timers/promises';
import type { JWK } from 'jose';
import { createApp } from './app.ts';
import { type Clock, createClock, SECOND } from './clock.ts';
import { openDemo } from './demo.ts';
import { allAt, KAKAO } from './hosts.ts';
import { type House, openHouse } from './house.ts';
import type { Config } from './config.ts';
import { operatorSecretOf } from './mode.ts';
import { toStandardError } from './ops/observe.ts';
import { listen } from './serve.ts';
import { followTime, inTime } from './shared-time.ts';
import { keptTime } from './store/index.ts';
import { openStore } from './store/open.ts';
import { filesIn } from './store/seed/files.ts';
import { beginSecrets } from './store/secrets.ts';
import { plantOnce } from './store/seed/once.ts';
import { listenSecurely, type SecureFacts } from './secure.ts';
import type { SeedSource } from './store/seed/source.ts';
import { noWorlds, openWorlds } from './worlds.ts';

export interface Beginning {
  config: Config;
  /** The world of an empty store. */
  source: SeedSource;
  /** For a world that has none yet, where somebody has begun to make one. */
  signingKey?: Promise<JWK> | undefined;
  /** Gets every error that nobody expected; the console otherwise. */
  report?: ((error: unknown) => void) | undefined;
}

export interface Running {
  readonly house: House;
  /** Base URL of every face. */
  readonly url: string;
  /** Base URL of the demo partner, or null. */
  readonly partnerUrl: string | null;
  /** Whether others reach it, so that operators sign in; `local` is for this machine alone. */
  readonly mode: 'local' | 'shared';
  /** HTTPS, while it is on. */
  readonly https: SecureFacts | null;
  /** Absolute path of the data folder, or the address of the database; null when everything is in memory. */
  readonly data: string | null;
  /** Ends cleanly: what is in flight finishes, what was written is kept. */
  close(): Promise<void>;
}

/** Resolves once it answers. Throws SettingRefused, SeedRefused, DataFileRefused, DataFolderInUse, and the server's own error for a busy port. */
export async function startSimulator({ config, source, signingKey, report = console.error }: Beginning): Promise<Running> {
  const operatorSecret = operatorSecretOf(config);
  const steps: (() => unknown)[] = [];
  const close = async () => {
    for (const step of steps.splice(0)) await step();
  };
  try {
    const main = await listen(config.port, config.host);
    steps.push(() => main.stop());
    const demo = config.partner ? await listen(config.partnerPort, config.host) : null;
    if (demo) steps.push(() => demo.stop());

    const https = config.https || config.kakaoHosts ? await listenSecurely(config) : null;
    if (https) steps.push(() => https.stop());

    // The store asks for the time, and knows how far it was moved.
    let clock: Clock = createClock();
    const { store, place, documentsFolder, snapshotsFolder } = await openStore(config, () => clock.now());
    steps.push(() => store.close());
    await beginSecrets(store, signingKey);
    clock = createClock(await keptTime(store), store.time);
    const planted = await plantOnce(store, source, clock.now());
    clock.become(await keptTime(store));
    const publicUrl = config.publicUrl === 'own' ? undefined : config.publicUrl;
    const { urlChecks, webhookHosts } = config;
    const limits = { urlChecks, webhookHosts, beside: demo ? [demo.url] : [] };
    const worlds = openWorlds({ main: () => house, host: config.host, operatorSecret, limits, report });
    const house: House = await openHouse({
      store,
      clock,
      url: publicUrl ?? main.url,
      reached: { hosts: namesIn(config.allowHost), byProxy: publicUrl !== undefined },
      operatorSecret,
      addresses: config.kakaoHosts ? KAKAO : allAt(publicUrl ?? https?.url ?? main.url),
      documentsFolder,
      snapshotsFolder,
      seed: source,
      // Another instance would not know of it.
      worlds: store.leases
        ? noWorlds('worlds are of one process, and several may work on a database; start one with --memory for them')
        : worlds,
      limits,
      journeysKept: config.journeys,
      report,
    });
    steps.splice(-1, 0, () => house.close());
    steps.unshift(() => worlds.close());
    if (planted) await house.documents.putBack(filesIn(planted));
    const endDemo = demo && (await openDemo(house, demo, report));
    if (endDemo) steps.unshift(endDemo);
    else await demo?.stop();
    const partnerUrl = endDemo ? demo.url : null;
    if (store.leases) steps.splice(-1, 0, followTime(house, report));
    house.reviews.start();
    house.webhooks.start();
    const stopSweep = house.consent.sweepOverdue(report);
    steps.splice(-1, 0, stopSweep, () => house.webhooks.stop());
    let isEnding = false;
    steps.unshift(async () => {
      isEnding = true;
      for (const each of [main, https]) each?.drain();
      await pause(config.drain * SECOND);
    });
    const log = config.log === 'json' ? toStandardError : null;
    const answer = createApp(house, { report, partnerUrl, log, isEnding: () => isEnding }).callback();
    const answerInTime = store.leases ? inTime(house, answer) : answer;
    main.answer(answerInTime);
    https?.answer(answerInTime);

    return {
      house,
      url: main.url,
      partnerUrl,
      mode: operatorSecret === null ? 'local' : 'shared',
      https: https && { url: https.url, ca: https.ca, caFile: https.caFile },
      data: place,
      close,
    };
  } catch (error) {
    await close();
    throw error;
  }
}

function namesIn(list: string): string[] {
  return list
    .toLowerCase()
    .split(/[\s,]+/)
    .filter(Boolean);
}
