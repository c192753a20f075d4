/** Why an upload is not taken. In each case nothing of it is left behind. Source: guide, 준비 1 (2. 서류 첨부) and 신청 2단계 (2. 검수 증빙 서류 제출). */
import { RuleBroken } from '../rule.ts';
import type { Document } from '../store/index.ts';

/** More bytes than a file may have. `details.limit` in bytes. */
export class DocumentTooLarge extends RuleBroken {
  readonly code = 'document_too_large';
  constructor(name: string, limit: number) {
    super(`${name} is larger than ${limit} bytes`, { name, limit });
  }
}

/** No file was chosen, or one without a byte in it. */
export class DocumentEmpty extends RuleBroken {
  readonly code = 'document_empty';
  constructor(name: string) {
    super(`${name} is empty`, { name });
  }
}

/** The content is of no kind that is taken here, whatever its name says. `details.allowed`, and `details.got` where it is known. */
export class DocumentWrongKind extends RuleBroken {
  readonly code = 'document_wrong_kind';
  constructor(name: string, allowed: readonly Document['type'][], got: string | undefined) {
    super(`${name} is ${got ?? 'of no known kind'}, expected ${allowed.join(' or ')}`, { name, allowed, got });
  }
}

/** The upload ended before its file did. */
export class DocumentCutOff extends RuleBroken {
  readonly code = 'document_cut_off';
  constructor(name: string) {
    super(`${name} did not arrive whole`, { name });
  }
}

/** There is no such document, or it is none that this person may attach here. */
export class UnknownDocument extends RuleBroken {
  readonly code = 'unknown_document';
  constructor(documentId: string) {
    super(`no document ${documentId} to attach here`, { documentId });
  }
}
