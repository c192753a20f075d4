/** An app's key as oidc-provider's client metadata. */
import type { AdapterPayload } from 'oidc-provider';
import type { Client } from '../apps/index.ts';

/** Undefined for no client. A key whose client secret is OFF is a public client, as Kakao then ignores what is sent. */
export function clientMetadata(client: Client | undefined): AdapterPayload | undefined {
  if (!client) return undefined;
  const { key } = client;
  return {
    client_id: key.key,
    ...(key.secret.on
      ? { client_secret: key.secret.value, token_endpoint_auth_method: 'client_secret_post' }
      : { token_endpoint_auth_method: 'none' }),
    application_type: key.type === 'native' ? 'native' : 'web',
    // Of a web client the provider takes no others, and would refuse the whole key.
    redirect_uris: key.redirectUris.filter((uri) => key.type === 'native' || /^https?:/.test(uri)),
    response_types: ['code'],
    grant_types: ['authorization_code', 'refresh_token'],
  };
}
