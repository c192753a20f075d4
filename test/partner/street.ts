/** A shop on a free port with a small fake Kakao across the street, so that the shop is tested as what it is: a client. */
import assert from 'node:assert/strict';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import supertest from 'supertest';
import { createPartner } from '../../src/partner/app.ts';
import { standIn } from '../helpers/answers.ts';

export const ADMIN_KEY = 'ad'.repeat(16);
export const SYNC_SECRET = `whsec_${Buffer.from('a secret of the sync callback').toString('base64')}`;
export const CLIENT_SECRET = 'secret-of-the-shop';
export const USER = '4012345678901234567';
export const ACCESS_TOKEN = 'SIM_access_token_of_forty_characters_0123';

export interface Asked {
  method: string;
  path: string;
  query: URLSearchParams;
  authorization: string | undefined;
  body: URLSearchParams;
}

/** What the fake Kakao answers by path; a test may replace any of them. */
type Answers = Record<string, { status: number; text: string }>;

const ok = (body: string) => ({ status: 200, text: body });

const usual = (): Answers => ({
  '/oauth/token': ok(
    `{"token_type":"bearer","access_token":"${ACCESS_TOKEN}","expires_in":21599,"refresh_token":"SIM_rt","scope":"profile_nickname"}`,
  ),
  '/v2/user/me': ok(
    `{"id":${USER},"connected_at":"2026-01-05T02:10:11Z","kakao_account":{"profile":{"nickname":"보리 & 콩","thumbnail_image_url":"http://img.example.test/110.jpg"},"email_needs_agreement":false,"is_email_valid":true,"is_email_verified":true,"email":"bori@example.test","gender_needs_agreement":true}}`,
  ),
  '/v2/user/service_terms': ok(
    `{"id":${USER},"service_terms":[{"tag":"service_20260101","required":true,"agreed":true,"revocable":false,"agreed_at":"2026-01-05T02:10:11Z"},{"tag":"marketing_20260101","required":false,"agreed":false,"revocable":true}]}`,
  ),
  '/v2/user/scopes': ok(
    `{"id":${USER},"scopes":[{"id":"profile_nickname","display_name":"닉네임","type":"PRIVACY","using":true,"agreed":true,"revocable":false}]}`,
  ),
  '/v2/api/talk/channels': ok(
    `{"user_id":${USER},"channels":[{"channel_uuid":"@데모상점","channel_public_id":"_bOri","relation":"ADDED"}]}`,
  ),
  '/v1/user/logout': ok(`{"id":${USER}}`),
  '/v1/user/unlink': ok(`{"id":${USER}}`),
});

export interface Street {
  kakao: { url: string; asked: Asked[]; answers: Answers; close(): Promise<void> };
  url: string;
  /** What the shop did not expect. */
  reported: unknown[];
  /** A browser of its own, with cookies. Redirects are not followed. */
  browser(): ReturnType<typeof supertest.agent>;
  /** Ends the shop's streams and its server. */
  close(): Promise<void>;
}

/** Opens both. Every test opens its own. */
export async function openStreet(syncSecret = SYNC_SECRET): Promise<Street> {
  const asked: Asked[] = [];
  const answers = usual();
  const answer = async (request: IncomingMessage, response: ServerResponse) => {
    const seen = await noted(request);
    asked.push(seen);
    const { status, text } = answers[seen.path] ?? { status: 404, text: '' };
    response.writeHead(status, { 'content-type': 'application/json;charset=UTF-8' }).end(text);
  };
  const kakaoServer = standIn(createServer((request, response) => void answer(request, response)));
  const kakaoUrl = await listen(kakaoServer);

  const server = createServer();
  const url = await listen(server);
  const reported: unknown[] = [];
  const partner = createPartner({
    kakao: kakaoUrl,
    url,
    clientId: 'c1'.repeat(16),
    clientSecret: CLIENT_SECRET,
    adminKey: ADMIN_KEY,
    syncSecret,
    now: () => Date.parse('2026-01-05T02:10:13.456Z'),
    report: (error) => reported.push(error),
  });
  // Its address is known only now that the server listens.
  const handle = partner.app.callback();
  server.on('request', (request, response) => void handle(request, response));

  return {
    kakao: { url: kakaoUrl, asked, answers, close: () => closed(kakaoServer) },
    url,
    reported,
    browser: () => supertest.agent(url),
    async close() {
      await partner.close();
      await closed(server);
      await closed(kakaoServer);
    },
  };
}

/** The query of the authorization request that `GET /login` sends this browser to. */
export async function beginLogin(browser: ReturnType<Street['browser']>, options = ''): Promise<URLSearchParams> {
  const response = await browser.get(`/login${options}`).expect(302);
  return new URL(response.headers['location'] ?? '').searchParams;
}

/** Logs this browser in and returns the page that it sees then. */
export async function loggedIn(browser: ReturnType<Street['browser']>): Promise<string> {
  const state = (await beginLogin(browser)).get('state');
  await browser.get(`/oauth/callback?code=code-of-the-fake&state=${state}`).expect(303).expect('location', '/welcome');
  return (await browser.get('/welcome').expect(200)).text;
}

/** The text of the element with this test id, entities decoded. */
export function shown(html: string, testId: string): string {
  const match = new RegExp(`data-testid="${testId}"[^>]*>([^<]*)<`).exec(html);
  assert.ok(match, `${testId} is on the page`);
  const entities: Record<string, string> = { '&amp;': '&', '&lt;': '<', '&gt;': '>', '&#34;': '"', '&#39;': "'" };
  return (match[1] ?? '').replace(/&(?:amp|lt|gt|#34|#39);/g, (entity) => entities[entity] ?? entity);
}

async function noted(request: IncomingMessage): Promise<Asked> {
  const { pathname, searchParams } = new URL(request.url ?? '/', 'http://fake');
  const body = new URLSearchParams(await text(request));
  return { method: request.method ?? '', path: pathname, query: searchParams, authorization: request.headers.authorization, body };
}

async function listen(server: Server): Promise<string> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

async function closed(server: Server): Promise<void> {
  if (!server.listening) return;
  const done = new Promise<void>((resolve) => server.close(() => resolve()));
  server.closeIdleConnections();
  await done;
}
