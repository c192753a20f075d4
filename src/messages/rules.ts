/** What a message may be. Limits are those of a 친구톡 of text, by what its resellers document; the centre's own are not established. */

export const MOST_TEXT = 1000;
export const MOST_TITLE = 14;
export const MOST_LINK = 1000;

/** A web address that can be given to a browser as it is: no blanks, no controls, http or https. */
export function isLink(text: string): boolean {
  if (text.length > MOST_LINK || !/^https?:\/\//i.test(text) || /[\s\p{Cc}]/u.test(text) || !text.isWellFormed()) return false;
  return URL.canParse(text);
}
