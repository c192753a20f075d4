/** Readers who go away in the middle of an answer: nothing to report. */

const GONE = ['ERR_STREAM_PREMATURE_CLOSE', 'ECONNRESET', 'EPIPE'];

/** Listener for Koa's `error` event: as `report`, but for those who went away. */
export function unlessGone(report: (error: unknown) => void) {
  return (error: unknown): void => {
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    if (!GONE.includes(code)) report(error);
  };
}
