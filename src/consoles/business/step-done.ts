/** The last step of a task: what was done, and where to go on. */
import { screen } from '../../web/screens.ts';
import type { Frame } from '../kit/frame.ts';
import type { Action, Fact, Stepper } from '../kit/parts.ts';

export interface StepDoneScreen {
  frame: Frame;
  stepper: Stepper;
  title: string;
  says: string;
  facts: Fact[];
  actions: Action[];
}

export const stepDonePage = screen<StepDoneScreen>('business/step-done');
