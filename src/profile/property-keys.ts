/** `property_keys` of user/me: which groups and user properties are wanted. Source: kakao-api 2.2. */
import type { App } from '../apps/index.ts';
import { PropertiesUnknown } from '../consent/index.ts';

export interface Wanted {
  /** A group of `kakao_account`, by its name. */
  group(name: string): boolean;
  /** A user property, by its name. */
  property(name: string): boolean;
  /** Whether the user is registered, in an app that does that itself. */
  hasSignedUp: boolean;
}

const GROUPS = 'kakao_account.';
const PROPERTIES = 'properties.';
/** What older apps find beside their own properties; as keys no app is refused them. */
const LEGACY = ['nickname', 'profile_image', 'thumbnail_image'];

/**
 * What the keys name: `kakao_account.email` (and anything below it), a whole subtree by a dot at the end, everything when
 * there are no keys. Other keys name nothing. Throws PropertiesUnknown for user properties that the app has not registered.
 */
export function wantedBy(keys: readonly string[] | undefined, app: App): Wanted {
  if (!keys || keys.length === 0) return { group: () => true, property: () => true, hasSignedUp: true };
  const groups = below(GROUPS, keys);
  const properties = below(PROPERTIES, keys);
  const known = ['', ...app.userProperties, ...LEGACY];
  const unknown = properties.filter((name) => !known.includes(name));
  if (unknown.length > 0) throw new PropertiesUnknown(app.id, unknown);
  return {
    group: (name) => groups.some((key) => key === '' || key === name || key.startsWith(`${name}.`)),
    property: (name) => properties.some((key) => key === '' || key === name),
    hasSignedUp: keys.includes('has_signed_up'),
  };
}

/** The keys below a prefix, without it; empty text for the subtree itself. */
function below(prefix: string, keys: readonly string[]): string[] {
  return keys.filter((key) => key.startsWith(prefix)).map((key) => key.slice(prefix.length));
}
