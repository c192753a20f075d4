/** The events of 계정 상태 변경 웹훅: what there is, and how each is called in a token. Source: kakao-api 3.5. */

export type EventCategory = 'OAUTH' | 'RISC' | 'CAEP' | 'KAKAO';

const byCategory = {
  OAUTH: ['user-linked', 'user-unlinked', 'user-scope-consent', 'user-scope-withdraw', 'tokens-revoked', 'token-issued', 'token-revoked'],
  RISC: [
    'account-credential-change-required',
    'account-disabled',
    'account-enabled',
    'account-purged',
    'credential-compromise',
    'identifier-changed',
    'identifier-recycled',
    'sessions-revoked',
  ],
  CAEP: ['assurance-level-change', 'credential-change'],
  KAKAO: ['user-profile-changed'],
} as const satisfies Record<EventCategory, readonly string[]>;

export type AccountEventName = (typeof byCategory)[EventCategory][number];

export interface AccountEventType {
  name: AccountEventName;
  category: EventCategory;
  /** The key under which a token tells it. */
  uri: string;
}

const SCHEMAS: Readonly<Record<EventCategory, string>> = {
  OAUTH: 'https://schemas.openid.net/secevent/oauth/event-type/',
  RISC: 'https://schemas.openid.net/secevent/risc/event-type/',
  CAEP: 'https://schemas.openid.net/secevent/caep/event-type/',
  KAKAO: 'https://schemas.kakao.com/platevent/kakao/event-type/',
};

/** All of them, category by category. */
export const accountEvents: readonly AccountEventType[] = (Object.keys(byCategory) as EventCategory[]).flatMap((category) =>
  byCategory[category].map((name) => ({ name, category, uri: SCHEMAS[category] + name })),
);

const byName = new Map<string, AccountEventType>(accountEvents.map((event) => [event.name, event]));

/** The event with this name, or undefined where there is none. */
export function accountEvent(name: AccountEventName): AccountEventType;
export function accountEvent(name: string): AccountEventType | undefined;
export function accountEvent(name: string): AccountEventType | undefined {
  return byName.get(name);
}

/**
 * Whether events of this category are security events: they need the consent item 보안 이벤트 정보 제공, which Kakao permits on
 * request. The switch `securityEvents` of an app stands for the permission and for everybody's consent.
 */
export const isSecurityEvent = (category: EventCategory): boolean => category === 'RISC' || category === 'CAEP';
