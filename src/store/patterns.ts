/** Forms of text that the schema and the rooms check alike. */

/** An absolute URI of any scheme (`kakao{key}://oauth` too) without a fragment, so that it can be compared as text. */
export const REDIRECT_URI = /^[a-z][a-z0-9+.-]*:\/\/[^\s#]+$/i;

/** The tag of a term: a key that stands in lists between commas and blanks. */
export const TAG = /^[^\s,]+$/;
/** Names of other rows of the consent screen, and the tag of the age check: no tag of a term. */
export const TAKEN_TAGS: readonly string[] = ['items', 'age', 'user_age_check'];

/** 수집 사유: at most so many characters. Source: guide, 신청 2단계 (2) 2. */
export const LONGEST_REASON = 400;
