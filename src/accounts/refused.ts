/** Why a sign-in or an identifier is refused. */
import { RuleBroken } from '../rule.ts';

/** The login id is unknown or the password is another one; which of the two is not said. */
export class WrongLogin extends RuleBroken {
  readonly code = 'wrong_login';
}

/** Somebody has this e-mail address already. */
export class LoginTaken extends RuleBroken {
  readonly code = 'login_taken';
}
