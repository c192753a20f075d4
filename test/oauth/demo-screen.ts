/** The rows of the demo app's first consent screen. */
export const REQUIRED = 'items=required';
export const OPTIONAL = ['profile_image', 'age_range', 'birthday', 'phone_number', 'shipping_address', 'plusfriends'].map(
  (id) => `item=${id}`,
);
export const TERMS = ['service_20260105', 'privacy_20260105', 'marketing_20260105'].map((tag) => `term=${tag}`);
export const AGE = 'age=on';
export const CHANNEL = 'channel=_xqDemo';
export const EVERYTHING = [REQUIRED, ...OPTIONAL, ...TERMS, AGE, CHANNEL];
