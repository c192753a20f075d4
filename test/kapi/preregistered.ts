/** The house of helpers.ts with an app that links its users by hand, and its user not registered yet. */
import { DAY } from '../../src/clock.ts';
import { AT, type Differences, openKapi, tokenRow } from './helpers.ts';

/** When the user's day is over. */
export const OVER = AT + DAY;
/** A token that outlives the day. */
export const lasting = { authorization: 'Bearer lasting' };

export function openPreregistered({ app, link, rows = [], ...others }: Differences = {}) {
  return openKapi({
    ...others,
    app: { autoLink: false, ...app },
    link: { state: 'preregistered', registerBy: OVER, ...link },
    rows: [['artifacts', tokenRow('lasting', OVER + DAY)], ...rows],
  });
}
