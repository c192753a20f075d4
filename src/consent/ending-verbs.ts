/** How tokens and links end, and what is told of it. */
import type { App, Artifact, Link, Tx } from '../store/index.ts';
import type { UnlinkReason } from './callbacks/unlink.ts';
import type { ConsentDeps } from './deps.ts';
import { forget } from './forget.ts';
import { announceToken, endAllTokens, endTokens } from './token-events.ts';
import type { Bearer } from './tokens.ts';
import { unlink } from './withdraw.ts';

export function endingVerbs(deps: ConsentDeps) {
  return {
    /** Ends one access token together with its refresh token. */
    endTokens: (bearer: Bearer) => endTokens(deps, bearer),

    /** Ends every token of a user in the app. */
    endAllTokens: (app: App, link: Link) => endAllTokens(deps, app, link),

    /** Tells of a token that the login wrote or removed in this unit of work. */
    announceToken: (tx: Tx, token: Pick<Artifact, 'clientId' | 'accountId'>, name: 'token-issued' | 'token-revoked') =>
      announceToken(deps, tx, token, name),

    /** The app ends the link. */
    unlink: (app: App, link: Link) => unlink(deps, app, link, 'UNLINK_FROM_SERVICE'),

    /** Ends the link for any reason, and tells of it; whether there was anything to end. */
    unlinkBy: (app: App, link: Link, why: UnlinkReason) => unlink(deps, app, link, why),

    /** As though the person had never been there; nobody is told. Whether there was anything to forget. */
    forget: (appId: string, accountId: string) => forget(deps, appId, accountId),
  };
}
