/** The small client of kauth and kapi. A call that fails is an answer too: it is shown, not thrown. */
import { createHash } from 'node:crypto';

const TIMEOUT_MS = 10_000;

/** What came back: the status and the body as it was. Status 0 is no answer at all; the text then says why. */
export interface Answer {
  readonly status: number;
  readonly text: string;
}

export interface KakaoOptions {
  /** Base URL of kauth and kapi. */
  kakao: string;
  /** Who signs its tokens, if that is not its base URL. */
  issuer?: string;
  /** Base URL of this shop: where the login returns to. */
  url: string;
  clientId: string;
  clientSecret: string;
}

export interface Kakao {
  /** Where the browser goes to log in. `extra` are further parameters of the authorization request. */
  authorizeUrl(state: string, verifier: string, extra: Record<string, string>): string;
  /** Exchanges a code for tokens. Source: kakao-api 1.7, 1.8. */
  exchange(code: string, verifier: string): Promise<Answer>;
  get(path: string, accessToken: string): Promise<Answer>;
  post(path: string, accessToken: string): Promise<Answer>;
}

/** Kakao as this shop is registered there. */
export function kakaoClient({ kakao, url, clientId, clientSecret }: KakaoOptions): Kakao {
  const redirectUri = `${url}/oauth/callback`;
  const bearer = (accessToken: string) => ({ authorization: `Bearer ${accessToken}` });
  return {
    authorizeUrl(state, verifier, extra) {
      const challenge = createHash('sha256').update(verifier).digest('base64url');
      const query = new URLSearchParams({
        client_id: clientId,
        redirect_uri: redirectUri,
        response_type: 'code',
        state,
        code_challenge: challenge,
        code_challenge_method: 'S256',
        ...extra,
      });
      return `${kakao}/oauth/authorize?${query}`;
    },
    exchange(code, verifier) {
      const body = new URLSearchParams({
        grant_type: 'authorization_code',
        client_id: clientId,
        client_secret: clientSecret,
        redirect_uri: redirectUri,
        code,
        code_verifier: verifier,
      });
      return call(`${kakao}/oauth/token`, { method: 'POST', body });
    },
    get: (path, accessToken) => call(kakao + path, { headers: bearer(accessToken) }),
    post: (path, accessToken) => call(kakao + path, { method: 'POST', headers: bearer(accessToken) }),
  };
}

/** Whether Kakao did what was asked. */
export function succeeded(answer: Answer): boolean {
  return answer.status >= 200 && answer.status < 300;
}

async function call(address: string, request: RequestInit): Promise<Answer> {
  try {
    const response = await fetch(address, { ...request, redirect: 'manual', signal: AbortSignal.timeout(TIMEOUT_MS) });
    return { status: response.status, text: await response.text() };
  } catch (error) {
    return { status: 0, text: reason(error) };
  }
}

/** fetch says "fetch failed" and keeps what happened in the cause. */
function reason(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const cause = error.cause instanceof Error ? error.cause : error;
  return 'code' in cause && typeof cause.code === 'string' ? cause.code : cause.name;
}
