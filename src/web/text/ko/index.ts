/** Everything in Korean: the dictionary. */
import { account } from './account.ts';
import { api } from './api.ts';
import { appForms } from './app-forms.ts';
import { appRules } from './app-rules.ts';
import { application } from './application.ts';
import { business } from './business.ts';
import { center } from './center.ts';
import { certification } from './certification.ts';
import { checks } from './checks.ts';
import { console } from './console.ts';
import { coverage } from './coverage.ts';
import { deliveries } from './deliveries.ts';
import { developers } from './developers.ts';
import { endpoints } from './endpoints.ts';
import { faces } from './faces.ts';
import { gallery } from './gallery.ts';
import { gate } from './gate.ts';
import { home } from './home.ts';
import { inbox } from './inbox.ts';
import { inspect } from './inspect.ts';
import { journeys } from './journeys.ts';
import { koe } from './koe.ts';
import { messages } from './messages.ts';
import { oauth } from './oauth.ts';
import { operator } from './operator.ts';
import { partner } from './partner.ts';
import { records } from './records.ts';
import { reviews } from './reviews.ts';
import { rules } from './rules.ts';
import { service } from './service.ts';
import { settings } from './settings.ts';
import { shell } from './shell.ts';
import { signup } from './signup.ts';
import { talk } from './talk.ts';
import { why } from './why.ts';

export const ko = {
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
  ...gate,
  ...home,
  ...inbox,
  ...inspect,
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
  ...journeys,
  ...records,
};
