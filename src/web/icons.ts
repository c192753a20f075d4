/** Where the icon of an app is, for every page that shows it: an uploaded one goes before a shipped one. */

/** What an app knows of its icon. */
export interface WithIcon {
  icon: string | null;
  iconDocument: string | null;
}

/** Path under which uploaded icons are served, by document id: a new upload has a new path. */
export const ICONS = '/developers/icons';

/** URL path of the icon, or null for one to be drawn from the name. */
export function iconPath({ icon, iconDocument }: WithIcon): string | null {
  if (iconDocument !== null) return `${ICONS}/${encodeURIComponent(iconDocument)}`;
  return icon && `/assets/${icon}`;
}
