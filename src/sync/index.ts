/**
 * Sync (카카오싱크): which profiles an app is linked to, what was applied for, and whether simple signup is in effect.
 * Words: connection (연결), application (카카오싱크 신청), 간편가입, 만 14세 이상 연령 동의.
 * Limits: 10 profiles per app; simple signup needs the switch and an approved terms review; an item that needs a review is usable once approved.
 * Leaves to others: the review itself (reviews), the terms' text (terms), the screen (consent).
 */
import { type App, consentItem, inEra } from '../apps/index.ts';
import type { Channel, Channels } from '../channels/index.ts';
import type { Reviews } from '../reviews/index.ts';
import type { Application, Connection, Reader, Store, Term } from '../store/index.ts';
import type { Terms } from '../terms/index.ts';

export type { Application, Connection } from '../store/index.ts';

/** 간편가입 as it stands: the terms of the screen, and whether the age row is on it. */
export interface SimpleSignup {
  terms: Term[];
  ageCheck: boolean;
}

export type ConfiguredItem = App['items'][number];
export type Sync = ReturnType<typeof openSync>;

export function openSync({ store, channels, reviews, terms }: { store: Store; channels: Channels; reviews: Reviews; terms: Terms }) {
  async function approvedApplications(appId: string, from: Reader): Promise<Application[]> {
    const approved: Application[] = [];
    for (const application of await from.find('applications', 'app', appId)) {
      if (await reviews.approved(application.reviewId, from)) approved.push(application);
    }
    return approved;
  }

  const connections = (appId: string, from: Reader = store): Promise<Connection[]> => from.find('connections', 'app', appId);

  /** What simple signup would ask for, switched on or not; null before its terms are approved. */
  async function approvedSignup(appId: string, from: Reader = store): Promise<SimpleSignup | null> {
    const applied = (await approvedApplications(appId, from)).filter(({ kind }) => kind === 'terms');
    if (applied.length === 0) return null;
    return { terms: await terms.approved(appId, from), ageCheck: applied.some(({ ageCheck }) => ageCheck) };
  }

  return {
    /** Simple signup, or null while the switch is off or the terms are not approved. */
    simpleSignup: async (app: App, from: Reader = store): Promise<SimpleSignup | null> =>
      app.simpleSignupOn ? approvedSignup(app.id, from) : null,

    approvedSignup,

    /** The configured 동의항목 that the app may use: those of its era that need no review, and those whose review was approved. */
    async usableItems(app: App, from: Reader = store): Promise<ConfiguredItem[]> {
      const granted: string[] = [];
      for (const { items, reviewId } of await approvedApplications(app.id, from)) {
        for (const { id } of items) if (await reviews.grants(reviewId, id, from)) granted.push(id);
      }
      const absent = inEra(app, 'absentItems');
      return app.items.filter(({ id }) => !absent.includes(id) && (!consentItem(id, app)?.needsReview || granted.includes(id)));
    },

    connections,

    /** The apps that a profile is linked to. */
    connectedApps: (channelId: string, from: Reader = store): Promise<Connection[]> => from.find('connections', 'channel', channelId),

    /** The profiles linked to an app. */
    async connectedChannels(appId: string, from: Reader = store): Promise<Channel[]> {
      const found = await Promise.all((await connections(appId, from)).map(({ channelId }) => channels.byId(channelId, from)));
      return found.filter((channel) => channel !== undefined);
    },
  };
}
