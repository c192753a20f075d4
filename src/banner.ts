/** What is said at start: at most twelve lines for a person, or one line of JSON for a program. */
import type { AccountFacts, AppFacts, Kit } from './kit/index.ts';
import type { Running } from './simulator.ts';
import { version } from './version.ts';

export interface Told extends Pick<Running, 'url' | 'partnerUrl' | 'mode' | 'https' | 'data'> {
  apps: readonly AppFacts[];
  personas: readonly AccountFacts[];
}

export async function told({ url, partnerUrl, mode, https, data }: Running, { apps, accounts }: Kit): Promise<Told> {
  return { url, partnerUrl, mode, https, data, apps: await apps.list(), personas: await accounts.personas() };
}

export function banner({ url, partnerUrl, mode, https, data, apps, personas }: Told, config: string | null, ms: number): string {
  const [app] = apps;
  const lines: [string, string][] = [
    ['주소 URL', url],
    ...(https ? ([['HTTPS', `${https.url}  ${https.caFile ?? ''}`.trimEnd()]] as [string, string][]) : []),
    ['콘솔 Consoles', `${url}/talk  ${url}/_sim/deliveries`],
    ...(mode === 'shared' ? ([['운영자 Operator', `${url}/_sim/session  (KAKAO_SYNC_OPERATOR_SECRET)`]] as [string, string][]) : []),
    ['데모 Partner', partnerUrl ?? '(없음 none)'],
    ...(app
      ? ([
          ['앱 App', `${app.name} (${app.id})`],
          ['client_id', app.clientId],
          ['client_secret', app.clientSecret ?? '(OFF)'],
          ['admin key', app.adminKey],
        ] as [string, string][])
      : []),
    ['사용자 Personas', personas.map(({ key }) => key).join(' ')],
    ['데이터 Data', data ?? '(memory)'],
    ['설정 Config', config ?? '(기본값 defaults; "kakao-sync-simulator init" writes one)'],
  ];
  const body = lines.map(([name, value]) => `  ${name.padEnd(16 - wide(name))}${value}\n`).join('');
  const shared = mode === 'shared' ? ' · 공유 shared · 카카오 아님 not Kakao' : '';
  return `kakao-sync-simulator ${version}  ·  SIMULATOR · 테스트 전용${shared}\n${body}  준비 완료 Ready in ${Math.round(ms)} ms. 끝내려면 Ctrl+C to stop.\n`;
}

/** How many columns a text takes beyond its length: Korean letters are two wide. */
function wide(text: string): number {
  return [...text].filter((letter) => /\p{Script=Hangul}/u.test(letter)).length;
}

export function jsonLine({ url, partnerUrl, mode, https, data, apps, personas }: Told, config: string | null): string {
  return `${JSON.stringify({
    url,
    partner: partnerUrl,
    mode,
    ...(https && { https }),
    data,
    config,
    apps: apps.map(({ id, name, clientId, clientSecret, adminKey, redirectUris, oidc }) => ({
      id,
      name,
      clientId,
      clientSecret,
      adminKey,
      redirectUris,
      oidc,
    })),
    personas: personas.map(({ key, email, password, says, login }) => ({ key, email, password, says, login })),
  })}\n`;
}
