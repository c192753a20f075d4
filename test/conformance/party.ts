/** A relying party under test (security 1.2): openid-client and jose, which know nothing of the server, before one face of the simulator. */
import assert from 'node:assert/strict';
import * as openid from 'openid-client';
import { APPS, CALLBACK, describeHouse, type World } from '../helpers/house.ts';
import { agreement } from '../helpers/login.ts';
import { type Page, Visitor } from '../helpers/visitor.ts';
import { openPlain, type PlainServer } from './plain.ts';
import type { Face } from './plans.ts';

/** The end of an authorize request. */
export interface Arrival {
  /** The pages that the person saw. */
  seen: ('login' | 'consent')[];
  /** What the partner got: behind the redirect URI, or as a form. Empty where the way ends on a page. */
  got: Record<string, string>;
  page: Page;
}

type Tokens = openid.TokenEndpointResponse & openid.TokenEndpointResponseHelpers;

export interface Login {
  tokens: Tokens;
  claims: openid.IDToken;
  arrival: Arrival;
}

type Params = Readonly<Record<string, string | undefined>>;

export interface Way {
  /** A browser. */
  by?: Visitor;
  /** Key of a persona. */
  as?: string;
  config?: openid.Configuration;
}

/** `describe` for each face, with a fresh world before each test. The name of the face is in the title. */
export function describeParty(plan: string, faces: readonly Face[], body: (party: Party) => void): void {
  for (const face of faces) {
    describeHouse(`${plan} · ${face}`, (world) => {
      let plain: PlainServer | undefined;
      const party = {} as Party;
      beforeEach(async () => {
        if (face !== 'Kakao') plain = await openPlain(world);
        Object.assign(party, await openParty(face, world, plain?.url ?? world.url));
      });
      afterEach(() => plain?.close());
      body(party);
    });
  }
}

export type Party = Awaited<ReturnType<typeof openParty>>;

async function openParty(face: Face, world: World, url: string) {
  const isPosted = face === 'plain, form_post';
  await world.change('apps', APPS.demo, { openidConnectOn: true });
  const discover = async (app: string, authentication: (secret: string) => openid.ClientAuth): Promise<openid.Configuration> => {
    const { key, secret } = await world.key(app);
    const execute = [openid.allowInsecureRequests, openid.enableNonRepudiationChecks];
    return openid.discovery(new URL(url), key, undefined, authentication(secret.value), { execute });
  };
  /** The party as it begins, with nothing in its memory. */
  const begin = () => discover(APPS.openidConnect, face === 'Kakao' ? openid.ClientSecretPost : openid.ClientSecretBasic);
  const config = await begin();
  /** Another client, which authenticates in the body. */
  const other = await discover(APPS.demo, openid.ClientSecretPost);
  const visitor = (): Visitor => new Visitor(url);

  /** The parameters of an authorize request. */
  const query = (params: Params = {}, by = config): URLSearchParams => {
    const usual: Params = {
      client_id: by.clientMetadata().client_id,
      redirect_uri: CALLBACK,
      response_type: 'code',
      scope: 'openid',
      state: 'a state',
      ...(isPosted && { response_mode: 'form_post' }),
    };
    const sent = Object.entries({ ...usual, ...params }).filter((entry): entry is [string, string] => entry[1] !== undefined);
    return new URLSearchParams(sent);
  };

  /** From an authorize request to its end, by a person who signs in as `as` and agrees to everything. */
  const arriveFrom = async (sent: URLSearchParams, { by = visitor(), as = 'han' }: Way = {}): Promise<Arrival> => {
    let page = await by.open(`/oauth/authorize?${sent}`);
    const seen: Arrival['seen'] = [];
    if (isAt(page, 'login')) {
      seen.push('login');
      page = await by.submit(page, { persona: as });
    }
    if (isAt(page, 'consent')) {
      seen.push('consent');
      page = await by.submit(page, agreement(page, 'all'));
    }
    return { seen, got: gotOf(page), page };
  };
  const arrive = (params: Params = {}, way: Way = {}): Promise<Arrival> => arriveFrom(query(params, way.config), way);

  /** What the code of an arrival brings, as openid-client takes it: everything that it can check is checked. */
  const redeem = ({ got }: Arrival, { nonce, verifier }: { nonce?: string; verifier?: string } = {}, by = config): Promise<Tokens> => {
    const fields = new URLSearchParams(got);
    const callback = isPosted ? new Request(CALLBACK, { method: 'POST', body: fields }) : new URL(`${CALLBACK}?${fields}`);
    return openid.authorizationCodeGrant(by, callback, {
      expectedState: 'a state',
      idTokenExpected: true,
      ...(nonce && { expectedNonce: nonce }),
      ...(verifier && { pkceCodeVerifier: verifier }),
    });
  };

  const logIn = async (params: Params = {}, way: Way = {}): Promise<Login> => {
    const arrival = await arrive(params, way);
    assert.ok(arrival.got['code'], `no code: ${arrival.page.status} ${arrival.page.url.href} ${arrival.page.html.slice(0, 800)}`);
    const { nonce } = params;
    const tokens = await redeem(arrival, nonce ? { nonce } : {}, way.config);
    return { tokens, claims: tokens.claims()!, arrival };
  };

  return { face, world, url, config, begin, other, visitor, query, arrive, arriveFrom, redeem, logIn };
}

/** Of a redirect to the partner, or of a form that a page would send there by itself. */
function gotOf(page: Page): Record<string, string> {
  if (page.url.href.startsWith(CALLBACK)) return page.query;
  if (!page.html.includes(`action="${CALLBACK}"`)) return {};
  return Object.fromEntries(
    [...page.html.matchAll(/<input type="hidden" name="([^"]*)" value="([^"]*)"/g)].map(([, name, value]) => [name!, value!]),
  );
}

function isAt({ url }: Page, page: string): boolean {
  return url.pathname.startsWith(`/oauth/${page}/`);
}

/** How openid-client tells of an error in a body. */
export function refused(status: number, error: string): object {
  return { name: 'ResponseBodyError', status, error };
}
