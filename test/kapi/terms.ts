/** Rows of terms and agreements, for the tests about them. */
import { AT } from './helpers.ts';

/** A term of the app; it is approved unless its review is another one. */
export const term = (tag: string, order: number, required: boolean, reviewId = 'terms-review') =>
  [
    'terms',
    {
      id: `123456:${tag}`,
      appId: '123456',
      tag,
      title: { ko: '약관', en: 'Terms' },
      url: 'https://example.test/t',
      required,
      order,
      reviewId,
      createdAt: AT,
      updatedAt: AT,
    },
  ] as const;
/** The person's agreement to it. */
export const agreement = (tag: string) =>
  ['agreements', { id: `123456:person:${tag}`, appId: '123456', accountId: 'person', tag, agreedAt: AT, agreedBy: 'KAUTH' }] as const;
