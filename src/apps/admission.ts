/** Whether an app's call is let in at all: 차단 앱, 호출 허용 IP 주소, 어드민 키의 호출 허용 API. Source: kakao-api 2.0, 2.17, 6. */
import { RuleBroken } from '../rule.ts';
import type { App } from '../store/index.ts';
import { isAmong } from './addresses.ts';

/** 차단 앱. */
export class AppSuspended extends RuleBroken {
  readonly code = 'app_suspended';
  constructor({ id }: App) {
    super(`app ${id} is suspended`, { appId: id });
  }
}

/** The call comes from an address that the app has not registered. `details.callerIp`, `details.allowedIps`. */
export class IpMismatched extends RuleBroken {
  readonly code = 'ip_mismatched';
  constructor({ id, allowedIps }: App, callerIp: string) {
    super(`app ${id} may not be called from ${callerIp}`, { appId: id, callerIp, allowedIps });
  }
}

/** This admin key may not call this API. `details.api`, `details.allowedApis`. */
export class ApiNotAllowed extends RuleBroken {
  readonly code = 'api_not_allowed';
  constructor({ id }: App, api: string, allowedApis: readonly string[]) {
    super(`an admin key of app ${id} may not call ${api}`, { appId: id, api, allowedApis });
  }
}

/** A call of an API, from an address, by an admin key or with a token of this type of key. */
export interface IncomingCall {
  api: string;
  ip: string;
  by: { adminKey: string } | { tokenOf: App['keys'][number]['type'] };
}

/**
 * Registered addresses are those of servers: they count for admin keys and for tokens of REST API keys, not for those of SDKs.
 * Throws AppSuspended, IpMismatched, ApiNotAllowed.
 */
export function admit(app: App, { api, ip, by }: IncomingCall): void {
  if (app.suspended) throw new AppSuspended(app);
  const byServer = 'adminKey' in by || by.tokenOf === 'rest';
  if (byServer && app.allowedIps.length > 0 && !isAmong(ip, app.allowedIps)) throw new IpMismatched(app, ip);
  const apis = 'adminKey' in by ? app.adminKeyApis[by.adminKey] : undefined;
  if (apis && !apis.includes(api)) throw new ApiNotAllowed(app, api, apis);
}
