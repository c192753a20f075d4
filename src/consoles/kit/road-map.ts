/** The road map as it is drawn on every page of the consoles. */
import type { Translate } from '../../web/text/index.ts';
import { type Road, road, type RoadFacts, type StageState, type StepState } from './road.ts';

export interface RoadMap {
  stages: { number: number; state: StageState; stateWord: string; name: string; title: string }[];
  /** Those of the stage where one stands. */
  steps: { word: string; state: StepState; stateWord: string }[];
  /** Which stage that is. */
  stepsOf: string;
  /** What to do now, and what there is to know about it; without a link, why there is none. */
  next: { says: string | null; link: { href: string; label: string } | null } | null;
  finished: string | null;
}

type StageNumber = 1 | 2 | 3 | 4;

/** @param path of the page, which is not linked to from itself */
export function roadMap(t: Translate, facts: RoadFacts, path: string): RoadMap {
  const { stages, next } = road(facts);
  const here = stages.findIndex(({ state }) => state === 'here');
  return {
    stages: stages.map(({ state }, at) => ({
      number: at + 1,
      state,
      stateWord: t(`road.state.${state}`),
      name: t('road.stage', { number: at + 1 }),
      title: t(`road.stage.${(at + 1) as StageNumber}`),
    })),
    steps: (stages[here]?.steps ?? []).map(({ name, state }) => ({
      word: t(`road.step.${name}`),
      state,
      stateWord: t(`road.is.${state}`),
    })),
    stepsOf: here < 0 ? '' : t(`road.stage.${(here + 1) as StageNumber}`),
    next: next && nextInWords(t, next, path),
    finished: next ? null : t('road.finished'),
  };
}

function nextInWords(t: Translate, { name, state, href, needs }: NonNullable<Road['next']>, path: string): NonNullable<RoadMap['next']> {
  if (needs) return { says: t(`road.needs.${needs}`), link: null };
  if (href === path) return { says: t('road.thisPage'), link: null };
  const label = state === 'waiting' ? 'desk' : state === 'refused' && name === 'certification' ? 'again' : name;
  return { says: state === 'waiting' ? t('road.waiting') : null, link: href === null ? null : { href, label: t(`road.go.${label}`) } };
}
