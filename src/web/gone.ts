/** Clients who go away in the middle of an answer, or of their own request: nothing to report. */

/** In the middle of a stream, before its first byte, and on the wire; of HTTP that ends or breaks before it is whole. */
const GONE = /^(?:ERR_STREAM_PREMATURE_CLOSE|ERR_STREAM_UNABLE_TO_PIPE|ECONNRESET|EPIPE|HPE_\w+)$/;

/** Listener for Koa's `error` event: as `report`, but for those who went away. */
export function unlessGone(report: (error: unknown) => void) {
  return (error: unknown): void => {
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    if (!GONE.test(code)) report(error);
  };
}
