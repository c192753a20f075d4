/** Where the picture of a profile is, for every page that shows it: an uploaded one goes before a shipped one. */

/** What a profile knows of its picture. */
export interface WithPicture {
  image: string | null;
  imageDocument: string | null;
}

/** Path under which uploaded pictures are served, by document id: a new upload has a new path. */
export const PICTURES = '/center/pictures';

/** URL path of the picture, or null for one to be drawn from the name. */
export function picturePath({ image, imageDocument }: WithPicture): string | null {
  if (imageDocument !== null) return `${PICTURES}/${encodeURIComponent(imageDocument)}`;
  return image && `/assets/${image}`;
}
