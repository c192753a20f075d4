/** Errors that APIs share, by how they are called. Source: kakao-api 2.0, 2.6, 2.17. */

/** What any call may be answered, and these. */
export const ofAnyCall = (...more: string[]): string[] => ['-1', '-2', '-12', '-401', ...more].toSorted((a, b) => Number(b) - Number(a));

/** Of a call by token, for preregistered users, too. */
export const ofToken = (...more: string[]): string[] => ofAnyCall('-103', '-406', ...more);

/** Of a call about a registered user, by token or by an admin key that may call it. */
export const ofUser = (...more: string[]): string[] => ofToken('-3', '-101', ...more);
