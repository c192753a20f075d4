/** 앱 만들기: icon, name and company are all it takes. Source: guide, 준비 2. */
import { type Documents, PICTURES } from '../documents/index.ts';
import { RuleBroken } from '../rule.ts';
import { ALL, type App, type Tx, USUAL_SWITCHES } from '../store/index.ts';
import { newAdminKey, newKey } from './keys.ts';

export interface NewApp {
  name: string;
  /** 회사명: the login page shows it. */
  company: string;
  /** Id of an uploaded picture; an app may do without. */
  icon: string | null;
  era?: App['era'];
}

/** A name or company is empty or too long. `details`: `field`, and `most` characters. */
export class AppFieldRefused extends RuleBroken {
  readonly code = 'app_field_refused';
}

const LONGEST = 50;

/** Makes an app with a key of each type and the login OFF. Throws AppFieldRefused, UnknownDocument, DocumentWrongKind. */
export async function create(tx: Tx, documents: Documents, by: string, given: NewApp): Promise<App> {
  const all = await tx.find('apps', 'all', ALL);
  const id = String(Math.max(1_000_000, ...all.map((app) => Number(app.id))) + 1);
  const app: App = {
    id,
    name: fieldOf('name', given.name),
    company: fieldOf('company', given.company),
    icon: null,
    iconDocument: null,
    era: given.era ?? 'current',
    businessNumber: null,
    members: [{ accountId: by, role: 'owner' }],
    keys: [newKey('rest'), newKey('javascript'), newKey('native')],
    adminKeys: [newAdminKey()],
    adminKeyApis: {},
    allowedIps: [],
    testOf: null,
    suspended: false,
    loginOn: false,
    openidConnectOn: false,
    autoLink: true,
    simpleSignupOn: false,
    channelOnConsent: null,
    items: [],
    userProperties: [],
    switches: USUAL_SWITCHES,
  };
  const withIcon = given.icon === null ? app : await iconOn(tx, documents, by, app, given.icon);
  tx.put('apps', withIcon);
  return withIcon;
}

/** The app with this uploaded picture as its icon. Throws UnknownDocument, DocumentWrongKind. */
export async function iconOn(tx: Tx, documents: Documents, by: string, app: App, documentId: string): Promise<App> {
  await documents.claim(tx, documentId, { by, owner: iconOwner(app.id), allowed: PICTURES });
  return { ...app, iconDocument: documentId };
}

/** What the icon of an app is owned by. */
export const iconOwner = (appId: string): string => `app:${appId}`;
export const appOfIcon = (owner: string): string | undefined => /^app:(\d+)$/.exec(owner)?.[1];

/** A name or company as it is kept. Throws AppFieldRefused. */
export function fieldOf(field: 'name' | 'company', given: string): string {
  const text = given.normalize('NFC').trim();
  if (text === '' || [...text].length > LONGEST)
    throw new AppFieldRefused(`${field}: expected 1 to ${LONGEST} characters`, { field, most: LONGEST });
  return text;
}
