/** Faults that were asked for, in the words of this door: the same table (codes.ts) speaks as for every other refusal. */
import type { Context } from 'koa';
import type { App } from '../apps/index.ts';
import type { Link } from '../consent/index.ts';
import { strike } from '../mishaps/index.ts';
import { RuleBroken } from '../rule.ts';
import type { Api, Asked } from './call.ts';

/** A refusal by a rule that was not broken. */
class AskedFor extends RuleBroken {
  readonly code: string;
  constructor(code: string, details: Record<string, unknown>) {
    super(`${code} was asked for`, details);
    this.code = code;
  }
}

interface Met extends Asked {
  app: App;
  link: Link | null;
  isByToken: boolean;
  grantId?: string | undefined;
}

const OWN = 'properties.';

type Rule = [rule: string, details?: Record<string, unknown>];

/** Of the rules that speak with a code the one that every call of its kind may break, with the facts that it would tell. */
const rules: Readonly<Record<string, (met: Met, ctx: Context, api: Api) => Rule>> = {
  '-1': () => ['internal_failure'],
  '-2': ({ isByToken, link }) => {
    if (isByToken) return ['token_too_long'];
    return link ? ['input_refused', { field: 'target_id_type', expected: 'expected user_id' }] : ['body_unreadable'];
  },
  '-3': (_, __, { path }) => [path === '/v1/oidc/userinfo' ? 'openid_connect_off' : 'api_not_allowed', { api: path }],
  '-10': ({ app }) => ['quota_exceeded', { status: app.switches.quotaStatus }],
  '-12': () => ['app_suspended'],
  '-101': () => ['user_not_linked'],
  '-102': () => ['already_registered'],
  '-103': () => ['account_gone'],
  '-201': ({ app, sent }) => ['properties_unknown', { keys: propertiesIn(sent), appId: app.id }],
  '-401': ({ isByToken }) => [isByToken ? 'token_unknown' : 'admin_key_unknown'],
  '-402': ({ link }) => {
    const agreed = (link?.items ?? []).map(({ id }) => id).filter((id) => id !== 'plusfriends');
    return ['item_not_agreed', { item: 'plusfriends', agreed }];
  },
  '-406': () => ['under_age'],
  '-501': () => ['no_talk_user'],
};

/** Meets the fault that is due. Throws it as the rule that speaks with its code. */
export async function meetFault(ctx: Context, api: Api, met: Met): Promise<void> {
  const { house, app, link, grantId } = met;
  const code = await strike(house.faults, ctx, api.path, { appId: app.id, accountId: link?.accountId, grantId });
  if (code === undefined) return;
  const [rule, details] = rules[code]!(met, ctx, api);
  throw new AskedFor(rule, { ...details, fault: ctx.state.fault });
}

/** Names of user properties among what was sent. */
function propertiesIn({ properties, property_keys: keys }: Asked['sent']): string[] {
  try {
    const value: unknown = JSON.parse(String(keys ?? properties));
    if (!Array.isArray(value)) return Object.keys(Object(value));
    return value.map(String).flatMap((key) => (key.startsWith(OWN) ? [key.slice(OWN.length)] : []));
  } catch {
    return [];
  }
}
