/** An item of personal information as the application calls it. */
import { hasText, type Translate } from '../../web/text/index.ts';

export function itemName(t: Translate, id: string): string {
  const key = `apply.item.${id}`;
  return hasText(key) ? t(key) : id;
}

/** In a sentence: 전화번호 수집에 대한 … */
export function shortItemName(t: Translate, id: string): string {
  const key = `apply.short.${id}`;
  return hasText(key) ? t(key) : id;
}
