/** The states of the consent screen, from the same table as the tests of what is asked, and what a form without its rows brings. */
import type { Context } from 'koa';
import {
  type Answer,
  ask,
  checkAnswer,
  consentStates,
  missingParts,
  NO_REQUEST,
  type Question,
  RequiredDeclined,
  stage,
  type Staged,
} from '../../consent/index.ts';
import { isInspected } from '../../web/inspect.ts';
import { reading } from '../../web/language.ts';
import { consentScreen, drawConsent } from '../consent-screen.ts';
import { layOpen } from '../inspection/index.ts';
import { Koe } from '../koe.ts';
import { showNoScreen, showUnderAge } from '../notices.ts';
import { readable } from '../preview.ts';
import { NOTHING_TICKED, optionalRows, ticksOf } from '../ticks.ts';
import { type GalleryState, NO_PARAMS, NOTHING_LACKS, type Scene, SHOWN_AT } from './state.ts';

const fromTable: readonly GalleryState[] = consentStates.map((state) => ({
  id: state.id,
  group: state.group,
  says: state.says,
  params({ ground }) {
    const { scope, serviceTerms, channels } = stage(ground, state, SHOWN_AT).request;
    return {
      ...(scope.length > 0 && { scope: scope.join(',') }),
      ...(serviceTerms && { service_terms: serviceTerms.join(',') }),
      ...(channels.length > 0 && { channel_public_id: channels.join(',') }),
    };
  },
  optional({ ground }) {
    const { asked } = stage(ground, state, SHOWN_AT);
    return asked.kind === 'question' ? optionalRows(asked.question) : null;
  },
  lacks: ({ ground }) => missingParts(ground, state),
  draw: (ctx, scene) => drawAsked(ctx, scene, stage(scene.ground, state, SHOWN_AT)),
}));

/** Whoever the person is and however they stand with the app today. */
const now: GalleryState = {
  id: 'now',
  group: 'first',
  says: { ko: '이 사람이 지금 로그인하면', en: 'this person logs in right now' },
  params: NO_PARAMS,
  lacks: ({ source }) => (source.from === 'live' ? [] : ['live']),
  async draw(ctx, scene) {
    const situation = await scene.house.consent.situation(scene.app, scene.account, NO_REQUEST);
    await drawAsked(ctx, scene, { situation, request: NO_REQUEST, asked: ask(situation, NO_REQUEST) });
  },
};

const rowsMissing: GalleryState = {
  id: 'rows-missing',
  group: 'first',
  says: { ko: '필수 줄을 빠뜨리고 보냄 (422)', en: 'a form without its required rows (422)' },
  params: NO_PARAMS,
  lacks: NOTHING_LACKS,
  async draw(ctx, scene) {
    const staged = stage(scene.ground, { of: {}, scope: [], tags: null }, SHOWN_AT);
    if (staged.asked.kind === 'question')
      await drawQuestion(ctx, scene, staged, staged.asked.question, missingOf(staged.asked.question, NOTHING_TICKED));
  },
};

export const consentPages: readonly GalleryState[] = [now, ...fromTable, rowsMissing];

function drawAsked(ctx: Context, scene: Scene, staged: Staged): Promise<void> {
  const { asked } = staged;
  if (asked.kind === 'nothing') return showNoScreen(ctx);
  return asked.kind === 'refused' ? showUnderAge(ctx, scene.app) : drawQuestion(ctx, scene, staged, asked.question, []);
}

async function drawQuestion(
  ctx: Context,
  { house, app, account, source }: Scene,
  { situation, request }: Staged,
  question: Question,
  missing: readonly string[],
): Promise<void> {
  const ticked = ticksOf(ctx);
  const inspected = { app, situation, request, question, source, ticked, at: SHOWN_AT };
  const laidOpen = isInspected(ctx) ? await layOpen(house, ctx, inspected, false) : null;
  const shown = source.from === 'draft' ? readable(reading(ctx).t, question) : question;
  const model = consentScreen(ctx, app, account, shown, ticked, missing, laidOpen);
  const status = missing.length > 0 ? new Koe('KOE203').status : 200;
  // 변경 leads nowhere from here.
  await drawConsent(ctx, app, { ...model, account: { ...model.account, change: ctx.originalUrl } }, status);
}

function missingOf(question: Question, answer: Answer): readonly string[] {
  try {
    checkAnswer(question, answer);
    return [];
  } catch (error) {
    if (error instanceof RequiredDeclined) return error.missing;
    throw error;
  }
}
