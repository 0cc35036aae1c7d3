import { canonicalJson, sha256 } from '../chain/canonical.ts';
import type { RuleSets } from '../criteria/rule-sets.ts';
import type { Shape } from '../domain/admission/procedure.ts';
import { DomainError } from '../domain/errors.ts';
import { readDossierFile } from '../exchange/dossier-file.ts';
import type { Statement } from '../explanation/audit-statement.ts';
import type { Figure } from '../explanation/compared.ts';
import type { LetterFindings } from '../explanation/compared-letters.ts';
import type { Messages } from '../messages/messages.ts';
import { auditStatement } from '../reports/audit-statement.ts';
import type { Report } from '../reports/report.ts';
import type { Storage } from '../storage/database.ts';
import type { Accounts } from './accounts.ts';
import type { AuditedKind } from './audit.ts';
import type { Foldable } from './dossier-kind.ts';
import { exportDossier, hasEditions } from './export-dossier.ts';
import { KINDS, kindOf, verifyStored } from './kinds.ts';
import { reRunFigures } from './re-run-figures.ts';

interface Stating {
  readonly storage: Storage;
  readonly accounts: Accounts;
  readonly ruleSets: RuleSets;
}

/**
 * Verifies a stored dossier, whole, and says on paper what came of it: same dossier, same statement. A log that is not in order is stated as such.
 * @param figures of an outcome; @param letters that were sent, as they were compared; null for a dossier that sends none
 */
export function stateAudit<
  S extends Shape,
  State extends Foldable & S['state'] & { readonly title: string },
  Command,
  Outcome,
>(
  m: Messages,
  services: Stating,
  kind: AuditedKind<S, State, Command, Outcome>,
  dossier: string,
  figures: (state: State, outcome: Outcome) => readonly Figure[],
  letters: readonly LetterFindings[] | null,
): Report {
  // One look at the database: what is recorded meanwhile is not half in the statement.
  return services.storage.snapshot(() => {
    const { events } = services.storage;
    const { seq, hash: head } = events.head(dossier);
    const registered = events.registerPlace(dossier, seq);
    const register = registered ? { position: registered.position, hash: registered.register } : null;
    const place = { dossier, head, register };
    const read = attempt(() => verifyStored(kind, services, dossier, true));
    const common = {
      kind: kindOf(dossier),
      events: seq,
      hashOf: (shown: object) => sha256(canonicalJson([m.language, shown])),
    };
    if ('refusal' in read) {
      return auditStatement(m, { ...common, asOf: null, statement: { ...place, title: dossier, found: read } });
    }
    const { audit, verdict } = read.done;
    const { state, reRun } = audit;
    const statement: Statement = {
      ...place,
      title: state!.title,
      found: {
        proven: { ...verdict, events: seq, edition: 'whole' },
        reRun: reRun && reRunFigures(reRun, (outcome) => figures(state!, outcome)),
        editions: hasEditions(services.storage, dossier) ? editionsOf(services, dossier) : null,
        letters,
      },
    };
    return auditStatement(m, { ...common, asOf: state!.lastEventAt, statement });
  });
}

/** Makes every edition that is not of one bidder, and verifies it as its reader would. */
const editionsOf = (services: Stating, dossier: string) =>
  (['committee', 'public'] as const).map((of) => {
    const made = attempt(() => {
      const read = readDossierFile(Buffer.from(exportDossier(services, dossier, { of }), 'utf8'));
      return KINDS[kindOf(dossier)].verify(read, services.ruleSets);
    });
    return { of, refusal: 'refusal' in made ? made.refusal : null };
  });

function attempt<Result>(work: () => Result): { readonly done: Result } | { readonly refusal: DomainError } {
  try {
    return { done: work() };
  } catch (error) {
    if (error instanceof DomainError) return { refusal: error };
    throw error;
  }
}
