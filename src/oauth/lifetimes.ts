/** How long things live, in seconds. Source: kakao-api 1.2, 1.3, 1.10. */
import type { AppKey } from '../apps/index.ts';

const HOUR = 3600;
const DAY = 24 * HOUR;

/** Access and ID token, by the type of key that asked; one second below the round number, as documented samples show. */
export const ACCESS_TOKEN: Readonly<Record<AppKey['type'], number>> = {
  rest: 6 * HOUR - 1,
  javascript: 2 * HOUR - 1,
  native: 12 * HOUR - 1,
};
/** Two months; renewed on refresh only in its last month. */
export const REFRESH_TOKEN = 60 * DAY - 1;
export const REFRESH_RENEWAL = 30 * DAY;
/** A grant must outlive the tokens that hang on it. */
export const GRANT = REFRESH_TOKEN + DAY;
export const AUTHORIZATION_CODE = 10 * 60;
/** How long a script that waits for the end of a login can still fetch it: as long as the code lives. */
export const HAND_OVER = AUTHORIZATION_CODE;
/** From `POST /api/agt` to the authorize request that it is for. */
export const AGT = 5 * 60;
/** A login page left open. */
export const INTERACTION = HOUR;
/** How long a form may be sent once more, by a double click. */
export const ANSWERED = 3;
/** The Kakao account session: from the login on, not sliding; a month with keep-signed-in. */
export const SESSION = DAY;
export const SESSION_KEPT = 30 * DAY;
