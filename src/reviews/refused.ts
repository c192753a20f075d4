/** What a review refuses. Source: guide, 준비 1 (심사), 신청 2단계 (검수). */
import { RuleBroken } from '../rule.ts';

/** One review of this kind and subject is under way (검수 진행 중); a second one is not begun. `details.reviewId`. */
export class ReviewPending extends RuleBroken {
  readonly code = 'review_pending';
}

/** There is no such review. */
export class UnknownReview extends RuleBroken {
  readonly code = 'unknown_review';
}

/** The review has its decision, and keeps it. */
export class AlreadyDecided extends RuleBroken {
  readonly code = 'already_decided';
}

/** 반려: whoever is turned down, or has something left out, is told why. `details.part` where it is about one part. */
export class ReasonMissing extends RuleBroken {
  readonly code = 'reason_missing';
}

/** What is to be left out is no part of what was submitted, or stands there twice. `details.part`. */
export class UnknownPart extends RuleBroken {
  readonly code = 'unknown_part';
}

/** An approval that leaves out everything is a rejection. */
export class NothingLeft extends RuleBroken {
  readonly code = 'nothing_left';
}
