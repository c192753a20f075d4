/** Redirect URIs: an absolute URI of any scheme (`kakao{key}://oauth` too) without a fragment, so that it can be compared as text. */
export const REDIRECT_URI = /^[a-z][a-z0-9+.-]*:\/\/[^\s#]+$/i;
