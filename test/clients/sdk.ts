/** The wire of Kakao's own SDKs as rows: what they send to log in. Source: clients.md 2. */
import { createHash } from 'node:crypto';
import { bearer, type Habit, type Known, ME, posted } from './wire.ts';

/** As the Flutter SDK makes it: base64url of a sha512, 86 characters. */
const VERIFIER = createHash('sha512').update('random').digest('base64url');
const CHALLENGE = `code_challenge=${createHash('sha256').update(VERIFIER).digest('base64url')}&code_challenge_method=S256`;
export const KA = 'sdk/2.0.0 sdk_type/flutter os/android-34 lang/ko-KR origin/0123456789abcdef= device/EMULATOR';
const DECODED = [
  'kakao_account.profile.nickname',
  'kakao_account.profile.thumbnail_image_url',
  'kakao_account.is_email_valid',
  'kakao_account.birthday',
] as const;

export const grant = ({ code, redirectUri, clientId }: Known) => ({
  grant_type: 'authorization_code',
  code,
  redirect_uri: redirectUri,
  client_id: clientId,
});

export const flutter: Habit = {
  client: 'Flutter SDK',
  key: 'native',
  authorize:
    `approval_type=individual&scope=account_email%20phone_number&channel_public_id=_xqDemo&service_terms=service_20260105%2Cprivacy_20260105` +
    `&prompt=login%20&login_hint=han%40example.com&${CHALLENGE}&ka=${encodeURIComponent(KA)}&nonce=n-0S6&state=s&state_token=t&is_popup=false`,
  token: (known) => posted({ ...grant(known), code_verifier: VERIFIER, android_key_hash: 'hash=' }, { KA }),
  user: ({ token }) => ({ to: `${ME}?secure_resource=true`, headers: { ...bearer(token), KA } }),
  reads: DECODED,
};

export const ios: Habit = {
  client: 'iOS SDK',
  key: 'native',
  authorize: `approval_type=individual&prompt=login%2Cselect_account&${CHALLENGE}&ka=${encodeURIComponent(KA)}&state=s`,
  token: (known) => posted({ ...grant(known), code_verifier: VERIFIER, ios_bundle_id: 'com.example.shop' }, { KA }),
  user: ({ token }) => ({
    to: `${ME}?secure_resource=true&property_keys=${encodeURIComponent('["kakao_account.profile","kakao_account.email","kakao_account.birthday"]')}`,
    headers: bearer(token),
  }),
  reads: DECODED,
};

/** The page has the JavaScript key, the server redeems with the REST API key, as Kakao's guide to the SDK says. */
export const javascript: Habit = {
  client: 'JavaScript SDK 1.43',
  key: 'javascript',
  authorize: `extra.service_terms=service_20260105%2Cprivacy_20260105&extra.plus_friend_public_id=_xqDemo&device_type=watch&ka=${encodeURIComponent(KA)}&is_popup=false&state=s&nonce=n`,
  token: (known) => posted({ ...grant(known), client_id: known.restKey, client_secret: known.secret }),
  user: ({ token }) => ({ to: ME, headers: bearer(token) }),
  reads: DECODED,
};
