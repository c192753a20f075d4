/** What the room refuses. */
import { RuleBroken } from '../rule.ts';

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
