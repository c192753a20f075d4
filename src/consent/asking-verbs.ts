/** The verbs of asking: what the screen shows to whom. They look, and write nothing. */
import type { Account, App } from '../store/index.ts';
import type { Source } from '../sync/index.ts';
import { type Ask, ask, type ConsentRequest, type Situation } from './ask.ts';
import type { ConsentDeps } from './deps.ts';
import { foresee } from './foresee.ts';
import { groundOf } from './ground.ts';
import { offeredChannels } from './offered-channels.ts';
import { preview } from './preview.ts';
import { situationOf } from './situation.ts';
import { numberFor } from './write-answer.ts';

export function askingVerbs(deps: ConsentDeps) {
  return {
    /** What the screen must ask this person for this request. */
    question: async (app: App, account: Account, request: ConsentRequest): Promise<Ask> =>
      ask(await situationOf(deps, app, account, request), request),

    /** How this person will stand once all of it is agreed to; null for one whom the app refuses. */
    foresee: (app: App, account: Account, request: ConsentRequest) => foresee(deps, app, account, request),

    /** All that this question depends on. */
    situation: (app: App, account: Account, request: ConsentRequest): Promise<Situation> => situationOf(deps, app, account, request),

    /** The user number that the person has in the app, or would get. */
    numberFor: (app: App, account: Account): Promise<string> => numberFor(deps.store, app, account),

    /** The question of the screen, were the draft of the app approved; for its members. Throws UnknownApp, AppRoleMissing. */
    preview: (appId: string, account: Account) => preview(deps, appId, account),

    /** What the gallery stages its states with; undefined for an approval that there is not. */
    ground: (app: App, account: Account, source: Source) => groundOf(deps, app, account, source),

    /** The channels that the app's screens offer to a person who is not linked yet. */
    offeredChannels: (app: App, { channels }: ConsentRequest) => offeredChannels(deps, app, channels),
  };
}
