/** A PKCE verifier and its challenge (RFC 7636, appendix B). */
import { createHash } from 'node:crypto';

export const VERIFIER = 'dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk';
export const CHALLENGE = createHash('sha256').update(VERIFIER).digest('base64url');
export const S256 = { code_challenge: CHALLENGE, code_challenge_method: 'S256' };
