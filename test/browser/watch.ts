/** What no page of ours may do: ask beyond loopback, log an error, break its own policy, throw, open a dialog. */
import type { BrowserContext } from 'playwright-core';

const LOOPBACK = ['localhost', '127.0.0.1', '[::1]'];

/**
 * Begins to collect. The answer tells what there was so far.
 * @param playing hosts beyond loopback that may be asked
 */
export function watch(context: BrowserContext, playing: readonly string[]): () => string[] {
  const troubles: string[] = [];
  const errors: { text: string; url: string }[] = [];
  const refused = new Set<string>();

  context.on('request', (request) => {
    const { protocol, hostname } = new URL(request.url());
    if (/^https?:$/.test(protocol) && ![...LOOPBACK, ...playing].includes(hostname)) troubles.push(`asked ${request.url()}`);
  });
  context.on('response', (response) => {
    const request = response.request();
    const isForm = request.resourceType() === 'xhr' && request.method() === 'POST';
    if ((request.isNavigationRequest() || isForm) && response.status() >= 400) refused.add(response.url());
  });
  context.on('console', (message) => {
    if (message.type() === 'error') errors.push({ text: message.text(), url: message.location().url });
  });
  context.on('weberror', (error) => troubles.push(`threw ${error.error().message}`));
  context.on('dialog', (dialog) => {
    troubles.push(`opened a dialog: ${dialog.message()}`);
    void dialog.dismiss();
  });
  // A page that is itself a 404 or 422, even as the answer to a form that a script sent, is logged as one that failed to load.
  const isPage = ({ text, url }: (typeof errors)[number]) => text.startsWith('Failed to load resource') && refused.has(url.split('#')[0]!);
  return () => [...troubles, ...errors.filter((error) => !isPage(error)).map(({ text, url }) => `logged ${text} (${url})`)];
}
