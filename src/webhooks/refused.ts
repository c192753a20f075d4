/** What the room refuses. */
import { RuleBroken } from '../rule.ts';

/** No address that a callback can be sent to. `details.url`, `field`. */
export class CallbackUrlRefused extends RuleBroken {
  readonly code = 'callback_url_refused';
}

/** An address that nothing is ever sent to, or a name that leads to one. `details.url`, `field`, `host`, `address`. Source: security 3.3, F25. */
export class CallbackAddressRefused extends RuleBroken {
  readonly code = 'callback_address_refused';
}

/** A host that the setting --webhook-hosts does not list. `details.url`, `field`, `host`, `address`. */
export class CallbackHostNotListed extends RuleBroken {
  readonly code = 'callback_host_not_listed';
}

/** There is no such endpoint: nobody has said where callbacks of this kind go. `details.endpointId`. */
export class UnknownEndpoint extends RuleBroken {
  readonly code = 'unknown_endpoint';
}

/** 연결 해제 웹훅 alone may be a GET. `details.kind`. Source: kakao-api 3.4. */
export class MethodDoesNotFit extends RuleBroken {
  readonly code = 'method_does_not_fit';
}

/** 계정 상태 변경 웹훅 alone has events to choose from. `details.kind`. Source: kakao-api 3.5. */
export class EventsDoNotFit extends RuleBroken {
  readonly code = 'events_do_not_fit';
}

/** This trouble cannot be made there, or not so often or so long. `details.field`: `kind`, `times` or `ms`. */
export class TroubleRefused extends RuleBroken {
  readonly code = 'trouble_refused';
}
