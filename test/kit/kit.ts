/** A fresh simulator of the library for each test. */
import { createSimulator, type Simulator } from '../../src/index.ts';

/** `describe` with a simulator before each test. Use it inside of tests only. */
export function describeKit(title: string, body: (kakao: Simulator) => void): void {
  describe(title, () => {
    const kakao = {} as Simulator;
    const reported: unknown[] = [];

    beforeEach(async () => void Object.assign(kakao, await createSimulator({ report: (error) => reported.push(error) })));
    afterEach(async () => {
      await kakao.close();
      const [unexpected] = reported.splice(0);
      if (unexpected) throw unexpected;
    });

    body(kakao);
  });
}

/** `GET /v2/user/me` with an access token. */
export async function me(kakao: Simulator, accessToken: string): Promise<{ id: number; kakao_account: Record<string, unknown> }> {
  const answer = await fetch(`${kakao.url}/v2/user/me`, { headers: { authorization: `Bearer ${accessToken}` } });
  return (await answer.json()) as { id: number; kakao_account: Record<string, unknown> };
}
