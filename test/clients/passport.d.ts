/** As much of passport 0.7 and passport-kakao 1.0 as the tests use: neither has types. */
declare module 'passport' {
  type Done = (error: Error | null, user: unknown, info?: { message?: string }, status?: number) => void;
  interface Passport {
    use(strategy: object): Passport;
    authenticate(name: string, options: object, done: Done): (request: object, response: object, next: (error?: Error) => void) => void;
  }
  const passport: { Passport: new () => Passport };
  export default passport;
}

declare module 'passport-kakao' {
  export interface Profile {
    provider: 'kakao';
    id: number;
    username: string;
    displayName: string;
    _raw: string;
    _json: Record<string, unknown>;
  }
  export interface Options {
    clientID: string;
    clientSecret?: string;
    callbackURL: string;
    scope?: string[];
    state?: boolean;
  }
  type Verify = (accessToken: string, refreshToken: string, profile: Profile, done: (error: Error | null, user: unknown) => void) => void;
  export class Strategy {
    constructor(options: Options, verify: Verify);
  }
}
