/** What the screens of the login say, as types. The views only speak them. */
import type { InspectSwitch } from '../web/inspect.ts';
import type { SignupField } from '../web/signup-form.ts';
import type { Explanation } from '../why/index.ts';
import type { InspectionScreen, OriginCard } from './inspection/model.ts';

/** The app as a person sees it before signing in. */
export interface AppCard {
  name: string;
  company: string;
  /** URL path of the icon, or null for a drawn initial. */
  icon: string | null;
}

/** A persona offered by one click. */
export interface PersonaCard {
  key: string;
  nickname: string;
  image: string | null;
  /** The id to type: e-mail or phone. */
  login: string;
  /** What kind of user this is, in the reader's language. */
  says: string;
  /** Named by `login_hint`: shown first and marked. */
  hinted: boolean;
  /** Where it is shown what user/me will answer once all that is asked is agreed to. */
  link: string;
  /** That, as JSON, or null of a person whom the app refuses; undefined while nobody has asked for it. */
  user: string | null | undefined;
}

/** An account that this browser saved by keep-signed-in, for `prompt=select_account`. */
export interface SavedAccount {
  id: string;
  nickname: string;
  image: string | null;
  login: string;
}

export interface LoginScreen {
  /** Where the form posts to. */
  action: string;
  /** Where 회원가입 leads. */
  signup: string;
  app: AppCard;
  /** The sentence about the channel on the login window, when 플러스친구 추가 설정 or the request names one. */
  channel: string | null;
  /** What was typed, or `login_hint`. */
  loginId: string;
  saveSignedIn: boolean;
  /** A sentence to show above the form, or null. */
  error: string | null;
  /** Not empty: the account chooser comes first, with "use another account" below it. */
  saved: SavedAccount[];
  personas: PersonaCard[];
}

/** A consent item row. */
export interface ItemRow {
  id: string;
  label: string;
  /** 수집목적, shown under 보기. */
  purpose: string;
  ticked: boolean;
  /** On an inspected screen. */
  origin: OriginCard | null;
}

export interface TermRow {
  tag: string;
  title: string;
  url: string;
  /** Host of the URL, shown beside the link. */
  host: string;
  required: boolean;
  ticked: boolean;
  origin: OriginCard | null;
}

/** The consent screen, whichever its layout: a view for each speaks the same model and sends the same form. */
export interface ConsentScreen {
  action: string;
  app: AppCard;
  /** Who is asked; `change` is where 변경 leads, to the choice of another account. */
  account: { nickname: string; image: string | null; login: string; change: string };
  /** `additional`: asked once more for named items or terms only. */
  variant: 'first' | 'additional';
  /** Required items share one box (`items`), ticked or not; optional ones have a box each (`item`). */
  required: { items: ItemRow[]; ticked: boolean };
  optional: ItemRow[];
  /** The service's own terms in registration order (`term`). */
  terms: TermRow[];
  /** 만 14세 이상 row (`age`), or null. */
  ageCheck: { ticked: boolean; origin: OriginCard | null } | null;
  /** Plus Friend / channel rows (`channel`), with the label in the words of the app's era and layout. */
  channels: { id: string; name: string; label: string; ticked: boolean; origin: OriginCard | null }[];
  /** Labels of required rows that were missing in the last submit; not empty: status 422. */
  missing: string[];
  /** 예시 화면: drawn of a draft, for those who write it; nothing of it can be sent. `back` leads to the draft. */
  preview: { back: string } | null;
  inspect: InspectSwitch;
  /** Inspect mode: what comes of the whole screen; null on the screen as it is. */
  inspection: InspectionScreen | null;
}

/** A fault of configuration or request, in Kakao's manner, with an explanation for the developer. */
export interface ErrorScreen {
  code: string;
  heading: string;
  message: string;
  /** For the developer; null for what is nobody's mistake. */
  why: Explanation | null;
}

/** A sentence on a page of its own: expired interaction, under-14 account. */
export interface NoticeScreen {
  heading: string;
  message: string;
  /** Where the person can go on, or null. */
  link: { href: string; label: string } | null;
}

/** 카카오계정과 함께 로그아웃: which of the two logouts it is to be. */
export interface LogoutScreen {
  action: string;
  app: AppCard;
  account: { nickname: string; image: string | null; login: string };
}

/** A new Kakao account (`prompt=create`). */
export interface SignupScreen {
  action: string;
  app: AppCard;
  fields: SignupField[];
}
