/** A shop with passport-kakao as its guide has it, for the tests that log in there. */
import passport from 'passport';
import { type Options, type Profile, Strategy } from 'passport-kakao';

/** What a visit of the shop ends with: the way to Kakao, a user, a refusal or an error. */
interface Ending {
  location?: string;
  user?: { accessToken: string; refreshToken: string; profile: Profile };
  error?: Error | null;
  info?: unknown;
}

/** A shop that has the strategy mounted and one session. Express itself would add nothing. */
export function openShop(options: Options) {
  const strategy = new Strategy(options, (accessToken, refreshToken, profile, done) => done(null, { accessToken, refreshToken, profile }));
  const authenticator = new passport.Passport().use(strategy);
  const session = {};
  const visit = (to: string) =>
    new Promise<Ending>((resolve) => {
      const { pathname, search, searchParams } = new URL(to, options.callbackURL);
      const request = { url: pathname + search, query: Object.fromEntries(searchParams), headers: {}, session };
      const response = {
        end: () => undefined,
        setHeader: (name: string, value: string) => name === 'Location' && resolve({ location: value }),
      };
      const end = (error: Error | null, user: unknown, info?: unknown) =>
        resolve({ error, ...(user ? { user: user as Ending['user'] & {} } : { info }) });
      authenticator.authenticate('kakao', { session: false }, end)(request, response, (error) => resolve({ error: error ?? null }));
    });
  return { visit };
}
