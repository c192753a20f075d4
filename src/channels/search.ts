/** Finding channels as KakaoTalk does: by a part of the name or of the search id, however it is capitalised. */
import type { Channel } from '../store/index.ts';

/** Whether each word of `text` is found in the name or the search id. */
export function isFound({ name, searchId }: Channel, text: string): boolean {
  const place = plain(`${name} ${searchId}`);
  return plain(text)
    .split(' ')
    .every((word) => place.includes(word));
}

function plain(text: string): string {
  return text.normalize('NFC').toLowerCase().trim().replace(/\s+/g, ' ');
}
