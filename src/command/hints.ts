/** What `doctor` has one set, for a browser and for containers. */
import type { Config } from '../config.ts';
import { certificatesOf } from '../secure.ts';
import { findChromium } from '../sheet/index.ts';
import { certificateFile, fitCertificate } from '../takeover/authority.ts';
import { browserLine, composeLines } from '../takeover/told.ts';

export interface Hints {
  browser: string | null;
  compose: string | null;
}

/** Null where there is no authority to tell of, or no port that one could know before. */
export function hintsOf({ memory, data, httpsPort }: Config, environment: NodeJS.ProcessEnv): Hints {
  const caFile = certificateFile(certificatesOf(data));
  const ca = memory ? null : fitCertificate(caFile);
  if (ca === null) return { browser: null, compose: null };
  const standing = { securePort: httpsPort, caFile, ca };
  return {
    browser: httpsPort === 0 ? null : browserLine(standing, withWindows(findChromium(environment))),
    compose: composeLines(standing).join('\n'),
  };
}

/** A person wants to see it. */
function withWindows(path = 'chromium'): string {
  return path.endsWith('headless-shell') ? 'chromium' : path;
}
