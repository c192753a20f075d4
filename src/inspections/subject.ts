/** What was submitted for a review, gathered from the rooms: claims, and the papers beside them. */
import type { App, Apps } from '../apps/index.ts';
import type { Business, Businesses } from '../businesses/index.ts';
import type { Channel, Channels } from '../channels/index.ts';
import type { Document, Documents } from '../documents/index.ts';
import type { Review } from '../reviews/index.ts';
import type { Application, Certification, Store, Term } from '../store/index.ts';

export interface Deps {
  store: Store;
  apps: Apps;
  businesses: Businesses;
  channels: Channels;
  documents: Documents;
}

/** What is gone meanwhile is undefined; a certification that was planted by a seed has a review only. */
export interface Subject {
  review: Review;
  app: App | undefined;
  application: Application | undefined;
  /** Every version of every term of the app, approved or not. */
  terms: readonly Term[];
  channel: Channel | undefined;
  certification: Certification | undefined;
  business: Business | undefined;
  papers: Paper[];
}

/** A paper that was attached, or should have been. */
export interface Paper {
  /** The tag of a term, `items`, `registration`, `identity`, or a trade. */
  of: string;
  /** Null where nothing was attached. */
  id: string | null;
  /** The day of its issue (`2019-04-11`) as the applicant says, where a form asks for it. */
  issuedOn: string | null;
  /** Undefined where nothing was attached, or it is gone. */
  document: Document | undefined;
}

/** Papers that every certification has. */
const ALWAYS = ['registration', 'identity'] as const;

export async function subjectOf(deps: Deps, review: Review): Promise<Subject> {
  return review.kind === 'certification' ? certificationOf(deps, review) : applicationOf(deps, review);
}

async function applicationOf({ store, apps, businesses, documents }: Deps, review: Review): Promise<Subject> {
  const app = await apps.byId(review.subject);
  const application = await store.get('applications', review.id);
  const { terms = [], evidence = null } = application ?? {};
  const asked = review.kind === 'items' ? [{ of: 'items', id: evidence }] : terms.map(({ tag, evidence: id }) => ({ of: tag, id }));
  const named = asked.map((each): Named => ({ ...each, issuedOn: null }));
  return {
    review,
    app,
    application,
    terms: await store.find('terms', 'app', review.subject),
    channel: undefined,
    certification: undefined,
    business: app?.businessNumber ? await businesses.byNumber(app.businessNumber) : undefined,
    papers: await papersOf(documents, named),
  };
}

async function certificationOf({ store, channels, businesses, documents }: Deps, review: Review): Promise<Subject> {
  const channel = await channels.byId(review.subject);
  const certification = await store.get('certifications', review.id);
  const number = certification?.businessNumber ?? channel?.businessNumber;
  const given = certification?.papers ?? {};
  const names = [...new Set([...ALWAYS, ...Object.keys(given)])] as (keyof typeof given)[];
  const named = names.map((of): Named => ({ of, id: given[of]?.document ?? null, issuedOn: given[of]?.issuedOn ?? null }));
  return {
    review,
    app: undefined,
    application: undefined,
    terms: [],
    channel,
    certification,
    business: number ? await businesses.byNumber(number) : undefined,
    papers: await papersOf(documents, named),
  };
}

type Named = Omit<Paper, 'document'>;

function papersOf(documents: Documents, named: readonly Named[]): Promise<Paper[]> {
  return Promise.all(named.map(async (each) => ({ ...each, document: each.id === null ? undefined : await documents.byId(each.id) })));
}
