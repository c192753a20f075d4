/** What to set where no environment reaches: the exact lines for a browser and for containers. */
import { KAKAO_HOSTS } from '../hosts.ts';
import { browserArguments } from './browsers.ts';

export interface Standing {
  /** Port of HTTPS on this machine. */
  securePort: number;
  /** Certificate of the authority, as PEM and as a file. */
  ca: string;
  caFile: string;
}

/** The line of a shell. Chromium believes the authority only in a profile that is named. */
export function browserLine({ securePort, ca }: Standing, browser: string): string {
  const args = browserArguments(securePort, ca).map((argument) => `'${argument}'`);
  return `${browser} --user-data-dir=/tmp/kakao-sync-browser ${args.join(' ')} https://kauth.kakao.com`;
}

/** Lines of a compose file: the simulator is called by Kakao's names in its network, and your service trusts its authority. */
export function composeLines({ caFile }: Standing): string[] {
  return [
    'services:',
    '  kakao:',
    '    image: node:24',
    '    command: npx kakao-sync-simulator --kakao-hosts --host 0.0.0.0 --https-port 443 --data /data',
    `    volumes: ['${caFile.replace(/\/certificates\/[^/]+$/, '')}:/data']`,
    '    environment: { KAKAO_SYNC_OPERATOR_SECRET: "${KAKAO_SYNC_OPERATOR_SECRET:?openssl rand -hex 24 makes one}" }',
    `    networks: { default: { aliases: [${KAKAO_HOSTS.join(', ')}] } }`,
    '  your-service:',
    `    volumes: ['${caFile}:/kakao-ca.pem:ro']`,
    '    environment: { NODE_EXTRA_CA_CERTS: /kakao-ca.pem }',
    '    # Others than Node: SSL_CERT_FILE and REQUESTS_CA_BUNDLE with a file of /etc/ssl/certs/ca-certificates.crt and /kakao-ca.pem, as they',
    '    # replace what the system trusts.',
  ];
}
