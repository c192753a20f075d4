/** Challenge, verifier, client secret (security 8, requirement 4): each with each, and only what is documented brings tokens. */
import assert from 'node:assert/strict';
import supertest from 'supertest';
import { APPS, CALLBACK, describeHouse, type World } from '../helpers/house.ts';
import { goThrough } from '../helpers/login.ts';
import { S256, VERIFIER } from './verifiers.ts';

const verifiers = { none: [], right: [VERIFIER], wrong: [VERIFIER.replace('d', 'e')] } as const;

/** What the app has, and what comes with the code. */
const secrets = {
  off: { app: APPS.secretOff, sent: (): string[] => [] },
  right: { app: APPS.demo, sent: (secret: string) => [secret] },
  wrong: { app: APPS.demo, sent: (secret: string) => [`${secret}x`] },
  missing: { app: APPS.demo, sent: () => [] },
  twice: { app: APPS.demo, sent: (secret: string) => [secret, secret] },
} as const;

const TOKENS = '200';
/** A verifier that does not fit. */
const NO_PROOF = '400 KOE320';

/** A secret that does not fit is told first, whatever the code is worth. */
const refusedBefore = { wrong: '401 KOE010', missing: '401 KOE010', twice: '400 KOE001' };

const matrix = [
  { challenge: 'no', verifier: 'none', off: TOKENS, right: TOKENS },
  { challenge: 'no', verifier: 'right', off: NO_PROOF, right: NO_PROOF },
  { challenge: 'no', verifier: 'wrong', off: NO_PROOF, right: NO_PROOF },
  { challenge: 'yes', verifier: 'none', off: NO_PROOF, right: NO_PROOF },
  { challenge: 'yes', verifier: 'right', off: TOKENS, right: TOKENS },
  { challenge: 'yes', verifier: 'wrong', off: NO_PROOF, right: NO_PROOF },
] as const;

describeHouse('oauth · a code, by its proofs', (world) => {
  for (const { challenge, verifier, ...answers } of matrix) {
    it(`4 · challenge ${challenge}, verifier ${verifier}: by the secret that is off, right, wrong, missing, twice`, async () => {
      const expected: Record<string, string> = { ...answers, ...refusedBefore };
      const got: Record<string, string> = {};
      for (const [name, { app, sent }] of Object.entries(secrets)) {
        const { code } = (await goThrough(world, { app, as: 'han', params: challenge === 'yes' ? S256 : {} })).query;
        const { key, secret } = await world.key(app);
        const fields = [
          ...Object.entries({ grant_type: 'authorization_code', client_id: key, redirect_uri: CALLBACK, code: code! }),
          ...sent(secret.value).map((value) => ['client_secret', value]),
          ...verifiers[verifier].map((value) => ['code_verifier', value]),
        ] as [string, string][];
        got[name] = await answerTo(world, fields);
      }
      assert.deepEqual(got, expected);
    });
  }
});

async function answerTo({ url }: World, fields: [string, string][]): Promise<string> {
  const { status, body } = await supertest(url).post('/oauth/token').type('form').send(new URLSearchParams(fields).toString());
  assert.equal(typeof body.access_token, status === 200 ? 'string' : 'undefined');
  return [status, body.error_code].filter(Boolean).join(' ');
}
