/** What the code has, read from its own tables and never repeated: endpoints, and every list that a table of the contract is held against. */
import { itemIds } from '../apps/index.ts';
import { ADMIN, ADMIN_ALONE, QUERY, TOKEN } from '../contract/kapi/forms.ts';
import { lifetime } from '../contract/kauth/lifetimes.ts';
import type { Api, Form } from '../kapi/call.ts';
import { INTERNAL, sayings } from '../kapi/codes.ts';
import { served as kapi } from '../kapi/routes.ts';
import { failure } from '../kapi/shapes.ts';
import { answers } from '../oauth/answers.ts';
import { parameters } from '../oauth/dialect/parameters.ts';
import { koeCodes } from '../oauth/koe.ts';
import * as lifetimes from '../oauth/lifetimes.ts';
import { served as kauth } from '../oauth/routes.ts';
import { fieldPaths } from './fields.ts';

/** An endpoint as it is served: names of rows. */
export interface Served {
  path: string;
  methods: readonly string[];
  forms: readonly string[];
  takes: readonly string[];
  gives: readonly string[];
}

export interface Code {
  kauth: readonly Served[];
  kapi: readonly Served[];
  /** By the id of a table of the contract, the names that the code has. */
  lists: Readonly<Record<string, readonly string[]>>;
}

const FORMS: Readonly<Record<Form | 'admin key alone', string>> = {
  token: TOKEN,
  query: QUERY,
  admin: ADMIN,
  'admin key alone': ADMIN_ALONE,
};

const LIFETIMES: Readonly<Record<string, number>> = {
  'access token of a REST API key': lifetimes.ACCESS_TOKEN.rest,
  'access token of a JavaScript key': lifetimes.ACCESS_TOKEN.javascript,
  'access token of a native key': lifetimes.ACCESS_TOKEN.native,
  'refresh token': lifetimes.REFRESH_TOKEN,
  'renewal of a refresh token': lifetimes.REFRESH_RENEWAL,
  'authorization code': lifetimes.AUTHORIZATION_CODE,
  'Kakao account session': lifetimes.SESSION,
  'Kakao account session, kept': lifetimes.SESSION_KEPT,
  'hand-over of a finished login': lifetimes.HAND_OVER,
  agt: lifetimes.AGT,
  'login page left open': lifetimes.INTERACTION,
};

export function readCode(): Code {
  return {
    kauth: kauth.map(({ path, methods }) => ({
      path,
      methods,
      forms: [],
      takes: path in parameters ? parameters[path as keyof typeof parameters] : [],
      gives: answers[path] ? fieldPaths(answers[path]) : [],
    })),
    kapi: kapi.map(asServed),
    lists: {
      koe: koeCodes,
      'kapi-codes': [INTERNAL.body, ...sayings].map(({ code }) => String(code)),
      'kapi-401': sayings.filter(({ code }) => code === -401).map(({ msg }) => msg),
      'kapi-failure': fieldPaths(failure),
      items: itemIds,
      'id-token': fieldPaths(answers['/oauth/tokeninfo']!),
      lifetimes: Object.entries(LIFETIMES).map(([what, seconds]) => lifetime(what, seconds)),
    },
  };
}

function asServed({ path, methods, forms, takes, gives }: Api): Served {
  return {
    path,
    methods,
    forms: [forms].flat().map((form) => FORMS[form]),
    takes: Object.keys(takes),
    gives: fieldPaths(gives),
  };
}
