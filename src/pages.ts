/** The doors behind which people sit: where operators sign in, the consoles, KakaoTalk, the desks of the simulator. */
import type Router from '@koa/router';
import compose from 'koa-compose';
import type { Middleware } from 'koa';
import { account } from './consoles/account/routes.ts';
import { business } from './consoles/business/routes.ts';
import { center } from './consoles/center/routes.ts';
import { developers } from './consoles/developers/routes.ts';
import { home } from './consoles/home/routes.ts';
import { operator } from './consoles/operator/routes.ts';
import { talk } from './consoles/talk/routes.ts';
import { contract } from './contract/index.ts';
import { coverageOf, readCode } from './coverage/index.ts';
import { gate } from './gate/routes.ts';
import type { House } from './house.ts';
import { openGallery } from './oauth/gallery/index.ts';

/** @param partnerUrl base URL of the demo partner, or null while it is not run */
export function pages(house: House, partnerUrl: string | null): Middleware {
  return compose(pageDoors(house, partnerUrl).map((door) => door.routes() as Middleware));
}

/** The same, door by door. */
export function pageDoors(house: House, partnerUrl: string | null): Router[] {
  return [
    gate(house),
    home(house, partnerUrl),
    account(house),
    center(house),
    developers(house),
    business(house),
    talk(house),
    operator(house, coverageOf(contract, readCode()), openGallery(house)),
  ];
}
