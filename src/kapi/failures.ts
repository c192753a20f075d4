/** What this door itself refuses. How each one sounds is in codes.ts. */
import { RuleBroken } from '../rule.ts';

/** The request carries no key that the API could use: no Authorization header, another scheme, an admin key where a token is due. */
export class NoAuthenticationKey extends RuleBroken {
  readonly code = 'no_authentication_key';
  constructor() {
    super('no usable authentication key');
  }
}

/** The text in place of an access token is longer than any access token. */
export class TokenTooLong extends RuleBroken {
  readonly code = 'token_too_long';
  constructor(length: number) {
    super(`an access token of ${length} characters`, { length });
  }
}

/** No app has this admin key. */
export class AdminKeyUnknown extends RuleBroken {
  readonly code = 'admin_key_unknown';
  constructor() {
    super('no app has this admin key');
  }
}

/** The link is there, the person's account is gone. */
export class AccountGone extends RuleBroken {
  readonly code = 'account_gone';
  constructor(accountId: string) {
    super(`account ${accountId} does not exist`, { accountId });
  }
}

/** The app has OpenID Connect off. */
export class OpenIdConnectOff extends RuleBroken {
  readonly code = 'openid_connect_off';
  constructor(appId: string) {
    super(`app ${appId} has OpenID Connect off`, { appId });
  }
}

/** The form is too large, cut off, or not in the encoding that it says. */
export class BodyUnreadable extends RuleBroken {
  readonly code = 'body_unreadable';
  constructor(cause: unknown) {
    super('the body could not be read');
    this.cause = cause;
  }
}

/** `tags` names terms that the app does not have. */
export class TagsUnknown extends RuleBroken {
  readonly code = 'tags_unknown';
  constructor(appName: string, tags: readonly string[]) {
    super(`unknown tags: ${tags.join(', ')}`, { appName, tags });
  }
}

/** No API is served under this path. */
export class ApiUnknown extends RuleBroken {
  readonly code = 'api_unknown';
  constructor(path: string) {
    super(`no API at ${path}`, { path });
  }
}

/** An API of former times. */
export class ApiDiscontinued extends RuleBroken {
  readonly code = 'api_discontinued';
  constructor(path: string) {
    super(`the API at ${path} is discontinued`, { path });
  }
}

/** The API is there and does not take this method. `details.allowed`. */
export class MethodRefused extends RuleBroken {
  readonly code = 'method_refused';
  constructor(method: string, path: string, allowed: readonly string[]) {
    super(`${path} does not take ${method}`, { method, path, allowed });
  }
}
