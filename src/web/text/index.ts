/** The dictionary: Korean first, English as complete (a missing translation does not compile). One file per face. */
import { account as enAccount } from './en/account.ts';
import { api as enApi } from './en/api.ts';
import { appForms as enAppForms } from './en/app-forms.ts';
import { appRules as enAppRules } from './en/app-rules.ts';
import { application as enApplication } from './en/application.ts';
import { business as enBusiness } from './en/business.ts';
import { center as enCenter } from './en/center.ts';
import { certification as enCertification } from './en/certification.ts';
import { checks as enChecks } from './en/checks.ts';
import { console as enConsole } from './en/console.ts';
import { coverage as enCoverage } from './en/coverage.ts';
import { deliveries as enDeliveries } from './en/deliveries.ts';
import { developers as enDevelopers } from './en/developers.ts';
import { endpoints as enEndpoints } from './en/endpoints.ts';
import { faces as enFaces } from './en/faces.ts';
import { gallery as enGallery } from './en/gallery.ts';
import { home as enHome } from './en/home.ts';
import { inbox as enInbox } from './en/inbox.ts';
import { koe as enKoe } from './en/koe.ts';
import { messages as enMessages } from './en/messages.ts';
import { oauth as enOauth } from './en/oauth.ts';
import { operator as enOperator } from './en/operator.ts';
import { partner as enPartner } from './en/partner.ts';
import { reviews as enReviews } from './en/reviews.ts';
import { rules as enRules } from './en/rules.ts';
import { service as enService } from './en/service.ts';
import { settings as enSettings } from './en/settings.ts';
import { shell as enShell } from './en/shell.ts';
import { signup as enSignup } from './en/signup.ts';
import { talk as enTalk } from './en/talk.ts';
import { why as enWhy } from './en/why.ts';
import { account } from './ko/account.ts';
import { api } from './ko/api.ts';
import { appForms } from './ko/app-forms.ts';
import { appRules } from './ko/app-rules.ts';
import { application } from './ko/application.ts';
import { business } from './ko/business.ts';
import { center } from './ko/center.ts';
import { certification } from './ko/certification.ts';
import { checks } from './ko/checks.ts';
import { console } from './ko/console.ts';
import { coverage } from './ko/coverage.ts';
import { deliveries } from './ko/deliveries.ts';
import { developers } from './ko/developers.ts';
import { endpoints } from './ko/endpoints.ts';
import { faces } from './ko/faces.ts';
import { gallery } from './ko/gallery.ts';
import { home } from './ko/home.ts';
import { inbox } from './ko/inbox.ts';
import { koe } from './ko/koe.ts';
import { messages } from './ko/messages.ts';
import { oauth } from './ko/oauth.ts';
import { operator } from './ko/operator.ts';
import { partner } from './ko/partner.ts';
import { reviews } from './ko/reviews.ts';
import { rules } from './ko/rules.ts';
import { service } from './ko/service.ts';
import { settings } from './ko/settings.ts';
import { shell } from './ko/shell.ts';
import { signup } from './ko/signup.ts';
import { talk } from './ko/talk.ts';
import { why } from './ko/why.ts';

const ko = {
  ...shell,
  ...account,
  ...api,
  ...appForms,
  ...appRules,
  ...console,
  ...business,
  ...application,
  ...center,
  ...certification,
  ...coverage,
  ...faces,
  ...gallery,
  ...home,
  ...inbox,
  ...messages,
  ...oauth,
  ...koe,
  ...signup,
  ...partner,
  ...operator,
  ...deliveries,
  ...endpoints,
  ...service,
  ...reviews,
  ...checks,
  ...talk,
  ...why,
  ...rules,
  ...developers,
  ...settings,
};
const en: Record<keyof typeof ko, string> = {
  ...enShell,
  ...enAccount,
  ...enApi,
  ...enAppForms,
  ...enAppRules,
  ...enConsole,
  ...enBusiness,
  ...enApplication,
  ...enCenter,
  ...enCertification,
  ...enCoverage,
  ...enFaces,
  ...enGallery,
  ...enHome,
  ...enInbox,
  ...enMessages,
  ...enOauth,
  ...enKoe,
  ...enSignup,
  ...enPartner,
  ...enOperator,
  ...enDeliveries,
  ...enEndpoints,
  ...enService,
  ...enReviews,
  ...enChecks,
  ...enTalk,
  ...enWhy,
  ...enRules,
  ...enDevelopers,
  ...enSettings,
};
const dictionaries = { ko, en };

export type Language = keyof typeof dictionaries;
export type TextKey = keyof typeof ko;
/** Looks a text up and fills its `{placeholders}`. */
export type Translate = (key: TextKey, values?: Readonly<Record<string, string | number>>) => string;

/** Whether the dictionary has this key. */
export function hasText(key: string): key is TextKey {
  return key in ko;
}

export const languages: readonly Language[] = ['ko', 'en'];

export function translator(language: Language): Translate {
  const dictionary = dictionaries[language];
  return (key, values = {}) => dictionary[key].replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole));
}
