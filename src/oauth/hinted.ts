/**
 * `login_hint` that does more than fill in a field, where the app's switch allows it: it signs its person in without the login
 * page (`signs-in`), and agrees to everything on the consent screen, too (`signs-up`). Kakao does neither; programs without a browser want both.
 */
import type { Context } from 'koa';
import { type Account, isActive } from '../accounts/index.ts';
import type { Answer, Question } from '../consent/index.ts';
import type { House } from '../house.ts';
import { words } from './dialect/authorize-params.ts';
import type { Due } from './interaction.ts';
import { Koe } from './koe.ts';

/** Whom the request signs in by its hint. Throws KOE001 for nobody, with those that there are. */
export async function hintedUser({ apps, accounts }: House, ctx: Context): Promise<string | undefined> {
  const { client_id: clientId, login_hint: hint, prompt } = ctx.query;
  if (typeof hint !== 'string' || words(prompt).includes('create')) return undefined;
  const client = await apps.byKey(String(clientId));
  if (!client || client.app.switches.loginHint === 'fills-in') return undefined;
  const account = await accounts.byLogin(hint);
  if (account && isActive(account)) return account.id;
  const personas = (await accounts.personas()).map(({ key }) => key);
  throw new Koe('KOE001', { parameter: 'login_hint', got: hint, expected: `a persona or login: ${personas.join(', ')}` });
}

/** Everything on the screen ticked, where the hint that signed this person in may do that. */
export function answerByHint({ client, interaction }: Due, account: Account, question: Question): Answer | undefined {
  const hint = interaction.params.login_hint;
  const names = [account.key, account.email?.address, account.phone];
  if (client.app.switches.loginHint !== 'signs-up' || typeof hint !== 'string') return undefined;
  if (!names.includes(hint.trim().toLowerCase())) return undefined;
  return {
    requiredItems: true,
    items: question.optionalItems.map(({ id }) => id),
    terms: question.terms.map(({ tag }) => tag),
    age: question.ageCheck,
    channels: question.channels.map(({ id }) => id),
  };
}
