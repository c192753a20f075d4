/** Where a person goes on to after signing in: a path of ours, whatever an address says. */

const HERE = 'http://here.invalid';

/** `value` as a path of ours, or the fallback: nothing that a browser would read as another site. */
export function ownPath(value: unknown, fallback: string): string {
  if (typeof value !== 'string' || !value.startsWith('/') || /[\p{Cc}\s\\]/u.test(value)) return fallback;
  const url = URL.parse(value, HERE);
  if (url?.origin !== HERE) return fallback;
  const path = url.pathname + url.search + url.hash;
  return path.startsWith('//') ? fallback : path;
}

/** The page of ours that a form was sent from, as the browser tells it. */
export function pageBefore(ctx: { get(header: string): string; host: string }): string | undefined {
  const referer = URL.parse(ctx.get('referer'));
  return referer?.host === ctx.host ? referer.pathname + referer.search : undefined;
}
