/** The states of the login around the consent screen: the form, the choice of an account, a new account, the logout. */
import type { Context } from 'koa';
import { NO_REQUEST } from '../../consent/index.ts';
import { reading } from '../../web/language.ts';
import { readSignup } from '../../web/signup-form.ts';
import { loginOf } from '../cards.ts';
import { drawLogin, type LoginDraft } from '../login-screen.ts';
import { drawLogout } from '../logout.ts';
import { showExpired } from '../notices.ts';
import { drawSignup } from '../signup.ts';
import { type GalleryState, NO_PARAMS, NOTHING_LACKS, type Scene } from './state.ts';

type Draw = GalleryState['draw'];

const EMPTY: LoginDraft = { loginId: null, saveSignedIn: false, error: null };
const NOBODY = 'nobody@example.com';

// prettier-ignore
export const loginPages: readonly GalleryState[] = [
  page('login', '로그인', 'the login page', login(EMPTY)),
  page('login-hint', 'login_hint가 있음', 'with login_hint', (ctx, scene) => form(ctx, scene, EMPTY, { hint: loginOf(scene.account) }), ({ account }) => ({ login_hint: loginOf(account) })),
  page('login-keep', '간편로그인 정보 저장에 체크', 'to be kept signed in', login({ ...EMPTY, saveSignedIn: true })),
  page('login-wrong', '계정이나 비밀번호가 틀림 (401)', 'a wrong id or password (401)', login({ ...EMPTY, loginId: NOBODY, error: 'login.wrong' })),
  page('login-id-missing', '계정을 입력하지 않음 (401)', 'no id (401)', login({ ...EMPTY, loginId: '', error: 'login.idMissing' })),
  page('login-password-missing', '비밀번호를 입력하지 않음 (401)', 'no password (401)', login({ ...EMPTY, loginId: NOBODY, error: 'login.passwordMissing' })),
  page('login-unknown-person', '고른 사용자가 없음 (401)', 'a chosen person who is gone (401)', login({ ...EMPTY, loginId: '', error: 'login.unknownPerson' })),
  page('chooser', '계정 선택, 저장된 계정 하나', 'the account chooser with one account', chooser(EMPTY, 1), () => ({ prompt: 'select_account' })),
  page('chooser-several', '계정 선택, 저장된 계정 여럿', 'the account chooser with several accounts', chooser(EMPTY, 5), () => ({ prompt: 'select_account' })),
  page('chooser-wrong', '계정 선택에서 다른 계정이 틀림 (401)', 'another account, wrong, in the chooser (401)', chooser({ ...EMPTY, loginId: NOBODY, error: 'login.wrong' }, 1), () => ({ prompt: 'select_account' })),
  page('signup', '새 계정 만들기', 'a new account', (ctx, { app }) => drawSignup(ctx, app, null, {}), () => ({ prompt: 'create' })),
  page('signup-wrong', '새 계정의 입력이 잘못됨 (422)', 'a new account, filled in wrongly (422)', (ctx, { app }) => drawSignup(ctx, app, { email: 'kakao' }, readSignup({ email: 'kakao' }, reading(ctx).t).wrong ?? {}), () => ({ prompt: 'create' })),
  page('signup-taken', '이미 있는 계정 (422)', 'an account that there is already (422)', (ctx, { app, account }) => drawSignup(ctx, app, { email: loginOf(account) }, { email: reading(ctx).t('signup.taken') }), () => ({ prompt: 'create' })),
  page('logout', '로그아웃 선택', 'the choice of a logout', (ctx, { app, account }) => drawLogout(ctx, app, account)),
  page('expired', '로그인 시간이 지남', 'a login that has expired', showExpired),
];

function page(id: string, ko: string, en: string, draw: Draw, params: GalleryState['params'] = NO_PARAMS): GalleryState {
  return { id, group: 'login', says: { ko, en }, params, lacks: NOTHING_LACKS, draw };
}

function login(draft: LoginDraft): Draw {
  return (ctx, scene) => form(ctx, scene, draft, {});
}

/** The person who was chosen, and others of the simulator. */
function chooser(draft: LoginDraft, count: number): Draw {
  return async (ctx, scene) => {
    const { account, house } = scene;
    const others = (await house.accounts.personas()).map(({ id }) => id).filter((id) => id !== account.id);
    await form(ctx, scene, draft, { offered: [account.id, ...others].slice(0, count) });
  };
}

function form(
  ctx: Context,
  { house, app, ground }: Scene,
  draft: LoginDraft,
  more: { hint?: string; offered?: readonly string[] },
): Promise<void> {
  return drawLogin(
    house,
    ctx,
    { app, channels: ground.channels, request: NO_REQUEST, hint: '', offered: [], signup: `signup${ctx.search}`, ...more },
    draft,
  );
}
