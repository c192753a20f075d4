/** English of `ko/api.ts`. */
import type { api as ko } from '../ko/api.ts';

export const api: Record<keyof typeof ko, string> = {
  'api.title': 'Control API',
  'api.lead': 'What the pages here do, for programs. JSON in and out; on this machine nobody has to sign in.',
  'api.document': 'OpenAPI 3.1 document',
  'api.contents': 'All calls',
  'api.path': 'Path',
  'api.query': 'Query',
  'api.body': 'Body (application/json)',
  'api.answer': 'Answer {status} ({type})',
  'api.shapes': 'What answers are made of',
  'api.fields': 'Fields',
  'api.field': 'Field',
  'api.type': 'Type',
  'api.says': 'What it is',
  'api.optional': 'may be left out',
  'api.default': '{value} by default',
  'api.whole': '(all of it)',
  'api.problems': 'What can go wrong',
  'api.problemsLead': 'Errors are application/problem+json (RFC 9457): which field, what was expected, how to put it right.',
};
