/** A request to Kakao's faces and its answer, as they were on the wire. */
export interface Exchange {
  method: string;
  /** Path and query. */
  url: string;
  requestHeaders: Readonly<Record<string, string>>;
  requestBody: string;
  status: number;
  responseHeaders: Readonly<Record<string, string>>;
  /** '' for a page: its screen is named instead. */
  responseBody: string;
  durationMs: number;
  told: Told;
}

/** What a door knows of an exchange beyond its bytes. */
export interface Told {
  /** The page that was shown. */
  screen?: string;
  /** Who is on the way. */
  accountId?: string;
  /** The optional rows of the consent screen that was shown: items, tags, channels. */
  optional?: readonly string[];
  /** What of them was ticked when it was agreed to. */
  ticked?: readonly string[];
  /** Which fault, asked for beforehand, it met. */
  fault?: string;
}

type Asked = Pick<Exchange, 'url' | 'requestBody' | 'requestHeaders'>;

/** The path, without its query. */
export function pathOf({ url }: Pick<Exchange, 'url'>): string {
  return url.split('?', 1)[0]!;
}

/** A parameter of the query, or else of the form. */
export function parameterOf({ url, requestBody, requestHeaders }: Asked, name: string): string | null {
  const inQuery = new URLSearchParams(url.split('?')[1] ?? '').get(name);
  if (inQuery !== null || !/x-www-form-urlencoded/i.test(requestHeaders['content-type'] ?? '')) return inQuery;
  return new URLSearchParams(requestBody).get(name);
}

export interface Destination {
  url: URL;
  isOurs: boolean;
}

/** Where the answer leads, and whether that is one of our own pages. */
export function destinationOf(
  { requestHeaders, responseHeaders }: Pick<Exchange, 'requestHeaders' | 'responseHeaders'>,
  ownUrl: string,
): Destination | null {
  if (!responseHeaders.location) return null;
  const url = URL.parse(responseHeaders.location, ownUrl);
  // Asked by one of Kakao's names, we lead on by that name.
  const isOurs = url !== null && (url.origin === new URL(ownUrl).origin || url.host === requestHeaders.host);
  return url && { url, isOurs };
}
