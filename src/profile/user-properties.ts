/** `properties` of user/me: the app's own user properties and, in older apps, copies of the profile. Source: kakao-api 2.2. */
import type { Person } from '../accounts/index.ts';
import { inEra } from '../apps/index.ts';
import type { Viewed } from './disclosure.ts';
import { present } from './present.ts';
import type { Wanted } from './property-keys.ts';

/** The wanted properties, every value a string (SDKs refuse others), or undefined when there are none. */
export function userProperties(
  { app, link }: Pick<Viewed, 'app' | 'link'>,
  facts: Partial<Person>,
  wanted: Wanted,
): Record<string, string> | undefined {
  const own = Object.entries(link.properties).filter(([name]) => app.userProperties.includes(name));
  const hasCopies = app.switches.legacyProperties || inEra(app, 'profileCopies');
  const all = { ...(hasCopies && legacy(facts)), ...Object.fromEntries(own) };
  return present(Object.fromEntries(Object.entries(all).filter(([name]) => wanted.property(name))));
}

function legacy({ nickname, imageUrl, thumbnailUrl }: Partial<Person>): Record<string, string | undefined> {
  return { nickname, profile_image: imageUrl, thumbnail_image: thumbnailUrl };
}
