/** A site with Auth.js as its guide has it, for the tests that log in there. */
import { Auth, type AuthConfig } from '@auth/core';
import Kakao, { type KakaoProfile } from '@auth/core/providers/kakao';
import type { Account, User } from '@auth/core/types';

export const SITE = 'http://localhost:3000';

interface SignedIn {
  account: Account;
  profile: KakaoProfile;
}

/** A site that has Auth.js mounted, and one browser with its cookies. */
export function openSite(clientId: string, clientSecret: string) {
  const cookies = new Map<string, string>();
  const signedIn: SignedIn[] = [];
  const errors: Error[] = [];
  const config: AuthConfig = {
    providers: [Kakao({ clientId, clientSecret })],
    secret: 'a secret of the site',
    trustHost: true,
    basePath: '/api/auth',
    logger: { error: (error) => errors.push(error), warn: () => undefined, debug: () => undefined },
    events: { signIn: ({ account, profile }) => void signedIn.push({ account: account!, profile: profile as unknown as KakaoProfile }) },
  };
  const visit = async (to: string, form?: Record<string, string>): Promise<Response> => {
    const headers = { cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join('; ') };
    const response = await Auth(new Request(to, form ? { method: 'POST', headers, body: new URLSearchParams(form) } : { headers }), config);
    for (const line of response.headers.getSetCookie()) {
      const [, name, value] = /^([^=]+)=([^;]*)/.exec(line)!;
      if (value) cookies.set(name!, value);
      else cookies.delete(name!);
    }
    return response;
  };
  return {
    signedIn,
    errors,
    /** Presses the button of the sign-in page; the way to Kakao. */
    async signIn(): Promise<URL> {
      const { csrfToken } = (await (await visit(`${SITE}/api/auth/csrf`)).json()) as { csrfToken: string };
      return new URL((await visit(`${SITE}/api/auth/signin/kakao`, { csrfToken, callbackUrl: `${SITE}/` })).headers.get('location')!);
    },
    /** The callback; where the browser goes then. */
    comeBack: async (callback: URL) => (await visit(callback.href)).headers.get('location'),
    session: async () => (await (await visit(`${SITE}/api/auth/session`)).json()) as { user: User } | null,
  };
}
