import type { Accounts } from '../actions/accounts.ts';
import type { Contracts } from '../actions/contracts.ts';
import type { Decisions } from '../actions/decisions.ts';
import type { Drafts } from '../actions/drafts.ts';
import type { KeptForms } from '../actions/kept-forms.ts';
import type { DossierProof, InstallationProof } from '../actions/prove-installation.ts';
import type { PurchasePlans } from '../actions/purchase-plans.ts';
import type { SetUps } from '../actions/set-ups.ts';
import type { Clock } from '../actions/shelf.ts';
import type { Tenders } from '../actions/tenders.ts';
import type { Config } from '../config.ts';
import type { RuleSets } from '../criteria/rule-sets.ts';
import type { WorkSize } from '../messages/long-task.ts';
import type { Report } from '../reports/report.ts';
import type { Storage } from '../storage/database.ts';
import type { Threads } from '../threads/threads.ts';
import type { AskedElsewhere, Recorded, RequestContext } from './asked.ts';

/** Pages have threads of their own: a long calculation of one does not keep another from a page. */
export interface LongThreads {
  readonly pages: Threads<AskedElsewhere, Recorded, WorkSize>;
  readonly heavy: Threads<AskedElsewhere, Recorded, WorkSize>;
}

/** Proves everything in the database, again and again, beside the server. */
export interface Prover {
  state(): {
    readonly running: boolean;
    /** The last time it could not be done; the log of the server says why. */
    readonly failed: boolean;
    readonly last: { readonly proof: InstallationProof; readonly at: Date } | null;
    /** By dossier: what was proven of it alone, after everything was. */
    readonly ones: ReadonlyMap<string, { readonly proof: DossierProof; readonly at: Date }>;
    /** Dossiers that wait to be proven, or are being proven. */
    readonly asked: ReadonlySet<string>;
  };
  /** Asks to prove a dossier, or everything (null); returns at once. */
  ask(dossier: string | null): void;
}

/** What the app is built from. Production and tests pass the same things. */
export interface Services {
  /** What day and time it is: one clock for everything that is recorded and shown. */
  readonly clock: Clock;
  readonly config: Config;
  readonly storage: Storage;
  readonly accounts: Accounts;
  readonly keptForms: KeptForms;
  readonly drafts: Drafts;
  readonly setUps: SetUps;
  readonly tenders: Tenders;
  readonly decisions: Decisions;
  readonly contracts: Contracts;
  readonly plans: PurchasePlans;
  readonly ruleSets: RuleSets;
  readonly renderer: { render(report: Report): Promise<Uint8Array> };
  /** For the long routes; null where they are answered like all others: in a thread itself, and on a database in memory, which no other thread sees. */
  readonly threads: LongThreads | null;
  /** Null in the threads themselves, and on a database in memory. */
  readonly prover: Prover | null;
  /** Where an unexpected error is written; never with what people typed. */
  readonly logError: (error: unknown, place: string) => void;
}

declare global {
  namespace Express {
    interface Request {
      context: RequestContext;
    }
  }
}
