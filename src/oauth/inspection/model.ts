/** What an inspected screen says beside its rows and of all of them. */

/** Where a row comes from, what comes of it, and when it comes again. */
export interface OriginCard {
  /** Id of the item or channel, or tag of the term. */
  name: string;
  /** What it is, whether it is required, and its place. */
  what: string;
  origin: { text: string; link: { href: string; word: string } | null };
  /** Which of these the partner gets if it is ticked, by the call that tells it. */
  told: Told[];
  /** In a sentence, where nothing is told. */
  untold: string | null;
  again: string[];
}

/** A call that the partner may make, and its answer. */
export interface Told {
  call: string;
  json: string;
}

export interface InspectionScreen {
  /** What comes of the ticks as they are, in a sentence. */
  says: string;
  /** Which rows come again with the same request, in a sentence; null while it could not be sent. */
  next: string | null;
  told: Told[];
  /** Without scripts the form asks for it anew; null where nothing can be sent. */
  canAsk: boolean;
}
