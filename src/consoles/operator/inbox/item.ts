/** `GET /_sim/inbox/:app/items/:id`: one arrival: whether it is to be believed, byte for byte, and what it says. */
import { decodeJwt, decodeProtectedHeader } from 'jose';
import type { Context } from 'koa';
import type { House } from '../../../house.ts';
import type { InboxItem } from '../../../inbox/index.ts';
import { prettyJson } from '../../../json.ts';
import { reading } from '../../../web/language.ts';
import { momentOf } from '../../../web/moment.ts';
import { screen } from '../../../web/screens.ts';
import type { Translate } from '../../../web/text/index.ts';
import { type Fact, fact } from '../../kit/parts.ts';
import { type Head, head } from '../head.ts';
import { headerLines, maskedHeader } from '../masked.ts';
import { appOf, inboxStep } from './app.ts';
import { answeredText, kindWord, pathOf, verdictBadge, verdictText } from './words.ts';

interface ItemScreen {
  head: Head;
  isVerified: boolean;
  verdict: string;
  facts: Fact[];
  headers: string;
  body: string;
  decoded: { title: string; text: string }[];
}

const itemPage = screen<ItemScreen>('operator/inbox-item');

export function showItem(house: House) {
  return async (ctx: Context): Promise<void> => {
    const app = await appOf(house, ctx);
    const item = await house.inbox.item(app.id, String(ctx.params.id));
    if (!item) return;
    const { t } = reading(ctx);
    const path = pathOf(app.id);
    const trail = [inboxStep(t), { href: path, word: app.name }];
    await itemPage(ctx, {
      head: head(ctx, { heading: kindWord(t, item.kind), badge: verdictBadge(t, item), trail }),
      isVerified: item.verdict === 'verified',
      verdict: verdictText(t, item),
      facts: [
        fact(t('inbox.request'), { kind: 'code', text: `${item.method} ${path}/${item.kind}${item.query && `?${item.query}`}` }),
        fact(t('inbox.at'), { kind: 'time', time: momentOf(item.receivedAt) }),
        fact(t('inbox.answered'), answeredText(t, item)),
        fact(
          t('inbox.resource'),
          item.resourceId ? { kind: 'code', text: item.resourceId } : { kind: 'none', text: t('inbox.noResource') },
        ),
        ...duplicateFact(t, item, path),
      ],
      headers: headerLines(item.headers.map(([name = '', value = '']) => maskedHeader([name, value]))),
      body: item.body,
      decoded: decodedOf(t, item),
    });
  };
}

function duplicateFact(t: Translate, { duplicateOf }: InboxItem, path: string): Fact[] {
  if (!duplicateOf) return [];
  return [
    fact(t('inbox.duplicateOf'), { kind: 'link', text: t('inbox.earlier'), href: `${path}/items/${encodeURIComponent(duplicateOf)}` }),
  ];
}

/** What the body says, in the form that it is read best. */
function decodedOf(t: Translate, { kind, method, query, headers, body, isText }: InboxItem): ItemScreen['decoded'] {
  if (!isText) return [];
  if (kind === 'account') return decodedSet(t, body);
  const type = headers.find(([name = '']) => name.toLowerCase() === 'content-type')?.[1] ?? '';
  const form = method === 'GET' ? query : /^application\/x-www-form-urlencoded/i.test(type) ? body : '';
  if (form) {
    const lines = [...new URLSearchParams(form)].map(([name, value]) => `${name}: ${value}`);
    return [{ title: t('inbox.fields'), text: lines.join('\n') }];
  }
  const pretty = prettyJson(body);
  return pretty === body ? [] : [{ title: t('inbox.json'), text: pretty }];
}

function decodedSet(t: Translate, body: string): ItemScreen['decoded'] {
  try {
    return [
      { title: t('inbox.setHeader'), text: JSON.stringify(decodeProtectedHeader(body), null, 2) },
      { title: t('inbox.setClaims'), text: JSON.stringify(decodeJwt(body), null, 2) },
    ];
  } catch {
    return [];
  }
}
