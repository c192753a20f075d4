/** What can go wrong with the store itself. Messages are for the terminal: they name the file or folder and the mend. */
import { RuleBroken } from '../rule.ts';

/** A data file that is unreadable, corrupt, foreign, newer or invalid. Nothing was changed. */
export class DataFileRefused extends RuleBroken {
  readonly code = 'data_file_refused';

  constructor(file: string, reason: string, mend = 'Mend it or put a copy back, or start afresh with --data OTHER') {
    super(`${file} is refused: ${reason}. Nothing was changed. ${mend}.`, { file, reason });
  }
}

/** Another process (or another store of this one) works on the data folder. */
export class DataFolderInUse extends RuleBroken {
  readonly code = 'data_folder_in_use';

  constructor(folder: string, holder: { pid: number; host: string }, mend: string) {
    super(`the data folder ${folder} is in use by process ${holder.pid} on ${holder.host}: ${mend}.`, { folder, ...holder });
  }
}

/** The data folder cannot be made, read or written. */
export class DataFolderUnusable extends RuleBroken {
  readonly code = 'data_folder_unusable';

  constructor(folder: string, reason: string) {
    super(`the data folder ${folder} cannot be used: ${reason}. Mend that, or choose another folder with --data OTHER.`, {
      folder,
      reason,
    });
  }
}

/** The disk failed (full, broken): the write is not stored, and no further one is taken until a restart. */
export class DataNotStored extends RuleBroken {
  readonly code = 'data_not_stored';

  constructor(folder: string, cause: unknown) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    super(`nothing more can be stored in ${folder}: ${reason}. Make room or mend the disk, then start again.`, { folder, reason });
    this.cause = cause;
  }
}

/** A write after the store was closed. */
export class StoreClosed extends RuleBroken {
  readonly code = 'store_closed';

  constructor() {
    super('the store is closed');
  }
}

/** The database does not answer, or not to us. */
export class StoreUnreachable extends RuleBroken {
  readonly code = 'store_unreachable';

  constructor(url: string, cause: unknown) {
    const { message, code } = cause as NodeJS.ErrnoException;
    const reason = message || code || String(cause);
    super(`${url} cannot be reached: ${reason}. Mend the address (--store, KAKAO_SYNC_STORE), or start the database.`, { reason });
    this.cause = cause;
  }
}

/** What the database holds is not for this version. Nothing was changed. */
export class StoreRefused extends RuleBroken {
  readonly code = 'store_refused';

  constructor(reason: string) {
    super(`the database is refused: ${reason}. Nothing was changed. Update kakao-sync-simulator, or use another database.`, { reason });
  }
}

/** Another instance has taken over what this one was doing. Nothing was written. */
export class LeaseLost extends RuleBroken {
  readonly code = 'lease_lost';

  constructor(name: string) {
    super(`the lease ${name} has passed to somebody else`, { name });
  }
}
