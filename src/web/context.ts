import type { Account, Accounts } from '../actions/accounts.ts';
import type { Decisions } from '../actions/decisions.ts';
import type { Tenders } from '../actions/tenders.ts';
import type { Config } from '../config.ts';
import type { RuleSets } from '../criteria/rule-sets.ts';
import type { Messages } from '../messages/messages.ts';
import type { Report } from '../reports/report.ts';
import type { Storage } from '../storage/database.ts';

/** What the app is built from. Production and tests pass the same things. */
export interface Services {
  readonly config: Config;
  readonly storage: Storage;
  readonly accounts: Accounts;
  readonly tenders: Tenders;
  readonly decisions: Decisions;
  readonly ruleSets: RuleSets;
  readonly renderer: { render(report: Report): Promise<Uint8Array> };
  /** Where an unexpected error is written; never with what people typed. */
  readonly logError: (error: unknown, place: string) => void;
}

/** What is known of a request once the session and the language have been read. */
export interface RequestContext {
  /** In the language of the reader; of a tender, with the names that its rules give things. */
  messages: Messages;
  readonly account: Account | null;
  readonly sessionToken: string;
  readonly csrfToken: string;
}

declare global {
  namespace Express {
    interface Request {
      context: RequestContext;
    }
  }
}
