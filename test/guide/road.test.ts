/**
 * The whole road of the guide, by hand: from two new accounts to a finished sign-up, whose consent screen is what was applied
 * for. Every step is a form of a page; nothing is seeded but the accounts of the person who signs up.
 */
import assert from 'node:assert/strict';
import supertest from 'supertest';
import { type Browser, signedIn } from '../consoles/center/browser.ts';
import { next, papersOf, TYPED_BUSINESS, UNKNOWN } from '../consoles/center/certifying.ts';
import { formOn, type Worker, workingAs } from '../consoles/developers/working.ts';
import { type Clerk, clerk } from '../helpers/clerk.ts';
import { press } from '../helpers/forms.ts';
import { CALLBACK, describeHouse, type World } from '../helpers/house.ts';
import { api, goThrough, redeem } from '../helpers/login.ts';
import { rowsOf } from '../helpers/visitor.ts';
import { begin, loggedIn, shown } from '../oauth/helpers.ts';
import { FILES, ITEMS, TERM } from './applicant.ts';
import { FORM_COOKIE, withToken } from '../helpers/form-token.ts';

const [MASTER, OWNER] = ['master@road.example', 'owner@road.example'];

describeHouse('카카오싱크 신청 가이드 · the whole road', (world) => {
  it('leads from two new accounts to a finished sign-up', async () => {
    const [master, owner] = [await newAccount(world, MASTER), await newAccount(world, OWNER)];

    const profile = await certifiedProfile(world, await signedIn(world, master));
    const app = await bizApp(await workingAs(world, owner));
    const applicant = await clerk(world, owner);
    await connect(applicant, app, profile);
    await apply(applicant, app);
    for (const kind of ['terms', 'items'] as const) await approve(world, `kind=${kind}&app=${app}`);
    await settings(world, await workingAs(world, owner), app, profile);

    const login = await begin(world, app);
    assert.equal(shown(login, 'app-company'), '주식회사 온갖');
    assert.match(shown(login, 'login-channel')!, /온갖상점/);
    const screen = await loggedIn(world, app, 'new');
    assert.deepEqual(rowsOf(screen), ['items=required', 'item=birthyear', 'term=service_20190311', 'age=on', `channel=${profile}`]);

    const { query } = await goThrough(world, { app, as: 'new' });
    const { access_token } = await redeem(world, app, query.code!);
    const { body } = await api(world, '/v2/user/service_terms', access_token);
    assert.deepEqual(
      (body as { service_terms: { tag: string }[] }).service_terms.map(({ tag }) => tag),
      ['service_20190311', 'user_age_check'],
    );
    const me = (await api(world, '/v2/user/me', access_token)).body as { synched_at: string; kakao_account: object };
    assert.ok(me.synched_at);
    assert.equal((await world.house.channels.relation(profile, '02-new'))?.relation, 'ADDED');
  });
});

async function newAccount(world: World, email: string): Promise<string> {
  const fields = { email, password: 'road1234', nickname: email.split('@')[0]!, birthdate: '' };
  await supertest(world.url)
    .post(withToken(world, '/account/signup'))
    .set({ Origin: world.url, Cookie: FORM_COOKIE })
    .type('form')
    .send(fields)
    .expect(303);
  return (await world.house.accounts.byLogin(email))!.id;
}

/** 준비 1: a profile with 비즈니스 인증, and the owner of the app among its managers. */
async function certifiedProfile(world: World, browser: Browser): Promise<string> {
  const made = await browser.send(await browser.open('/center/profiles/new'), { typed: { name: '온갖상점', searchId: '@온갖상점' } });
  const id = /\/center\/profiles\/(_\w+)/.exec(made.path)![1]!;
  const papers = papersOf(world, 'registration', 'identity');
  const step01 = await browser.open(`/center/profiles/${id}/certification/new`);
  const sending = { typed: { ...UNKNOWN, ...TYPED_BUSINESS, ...papers.typed }, files: papers.files };
  await browser.send(await next(world, browser, sending, step01));
  await approve(world, 'kind=certification');
  const managers = await browser.open(`/center/profiles/${id}/managers`);
  await browser.send(managers, { typed: { login: OWNER, role: 'manager' } });
  assert.equal(await world.house.channels.certified(id), true);
  return id;
}

/** 준비 2: an app, made a biz app of the same business. */
async function bizApp(worker: Worker): Promise<string> {
  const path = '/developers/apps/new';
  const made = await worker.send(formOn(await worker.open(path), path), { name: '온갖앱', company: '주식회사 온갖' });
  const app = /\/apps\/(\d+)/.exec(made.headers['location']!)![1]!;
  const business = `/developers/apps/${app}/business`;
  const lookedUp = await worker.send(formOn(await worker.open(business), business), { ...UNKNOWN, decision: 'lookUp' });
  const registered = await worker.send(formOn(await worker.open(lookedUp.headers['location']!), business), { decision: 'register' });
  assert.equal(registered.status, 303, registered.text);
  return app;
}

/** 신청 1단계. */
async function connect(who: Clerk, app: string, profile: string): Promise<void> {
  const done = await who.send(await who.open(`/business/connections/new/${app}`), { profiles: [profile] });
  assert.match(done.read('step-done')!, /비즈니스 서비스 연결이 완료되었습니다/);
}

/** 신청 2단계: both reviews. */
async function apply(who: Clerk, app: string): Promise<void> {
  const details = await who.send(await who.open(`/business/apps/${app}/application`), { kinds: ['terms', 'items'] });
  const sent = await who.send(details, { do: 'submit', ageCheck: 'on', ...TERM, ...ITEMS }, FILES);
  assert.ok(sent.status === 200 && !sent.has('form-problems'), sent.read('form-problems') ?? sent.path);
}

/** 3단계, at the desk. */
async function approve(world: World, filter: string): Promise<void> {
  const visitor = world.visitor();
  const { html } = await visitor.open(`/_sim/reviews?${filter}`);
  const review = /<a class="reviews-name" href="([^"]+)"/.exec(html)![1]!;
  assert.equal((await press(visitor, await visitor.open(review), 'approve')).status, 200);
}

/** 4단계. */
async function settings(world: World, worker: Worker, app: string, channel: string): Promise<void> {
  const { key } = await world.key(app);
  const on = (id: string, state: string) => ({
    [`items.${id}.on`]: 'on',
    [`items.${id}.state`]: state,
    [`items.${id}.purpose`]: '주문 상담',
  });
  const changes: [path: string, fields: Record<string, string>][] = [
    ['login', {}],
    [`key-lists/redirectUris/${key}`, { [`redirectUris-${key.slice(0, 12)}`]: CALLBACK }],
    ['channel', { channel }],
    ['items', { ...on('profile_nickname', 'required'), ...on('phone_number', 'required'), ...on('birthyear', 'optional') }],
    ['simple-signup', {}],
  ];
  for (const [path, fields] of changes) {
    const answer = await worker.change(app, path, fields);
    assert.equal(answer.status, 303, `${path}: ${answer.text}`);
  }
  assert.match((await worker.page(app)).text, /data-testid="road-finished"/);
}
