import { canonicalJson, sha256 } from '../chain/canonical.ts';
import type { RuleSets } from '../criteria/rule-sets.ts';
import { analyse } from '../domain/decision/analyse.ts';
import { readable } from '../domain/decision/stored-outcome.ts';
import type { Weighing } from '../domain/decision/weighing.ts';
import { type MatrixRules, matrixOf } from '../domain/decision-matrix/rules.ts';
import { dossierAgain } from '../explanation/verification.ts';
import { inLanguage, type Messages } from '../messages/messages.ts';
import { decisionReport } from '../reports/decision-report.ts';
import type { Report } from '../reports/report.ts';
import type { Storage } from '../storage/database.ts';
import type { Accounts } from './accounts.ts';
import type { Decisions } from './decisions.ts';
import { editionForCommittee, exportDossier } from './export-dossier.ts';
import { registerFact } from './report-tender.ts';

/** The advice of a decision as it stands: same dossier, same report, with the dossier attached and its head hash in the colophon. */
export function reportDecision(
  m: Messages,
  services: { storage: Storage; accounts: Accounts; decisions: Decisions; ruleSets: RuleSets },
  dossier: string,
): Report {
  return services.storage.snapshot(() => reportOf(m, services, dossier));
}

function reportOf(m: Messages, services: Parameters<typeof reportDecision>[1], dossier: string): Report {
  const state = services.decisions.get(dossier);
  const { hash: head } = services.storage.events.head(dossier);
  // A log that began in format 1 has no editions: nothing in it was committed to apart.
  const file = editionForCommittee(services, dossier) ?? exportDossier(services, dossier);
  return decisionReport(m, {
    title: state.title,
    rules: state.rules,
    weighing: state.weighing,
    outcome: state.signed ? readable(state.signed.outcome) : analyse(matrixOf(state.rules), state.weighing),
    chosen: state.chosen,
    officer: services.accounts.nameOf(state.officer),
    signedAt: state.signed?.at ?? null,
    reference: dossier,
    asOf: state.lastEventAt,
    proof: [
      { term: m.report.head, value: head },
      registerFact(m, services.storage, dossier),
      { term: m.tender.rulesHash, value: state.rulesSha256 },
    ],
    verification: dossierAgain(m, head),
    attachments: [
      {
        name: 'dossier.json',
        bytes: Buffer.from(file, 'utf8'),
        mediaType: 'application/json',
        description: m.decision.report.attachment,
      },
    ],
    // People can be renamed without an event, and then stand in another report.
    contentHash: sha256(`${m.language} ${services.accounts.nameOf(state.officer)} ${file}`),
  });
}

/** The advice of a weighing without a dossier, as the command line makes it; it has no moment of its own. */
export function reportWeighing(m: Messages, rules: MatrixRules, rulesSha256: string, weighing: Weighing): Report {
  const input = canonicalJson({ rules: rulesSha256, weighing });
  return decisionReport(m, {
    title: rules.kind === 'own-matrix' ? inLanguage(rules.title, m) : m.decision.overview,
    rules,
    weighing,
    outcome: analyse(matrixOf(rules), weighing),
    chosen: null,
    officer: null,
    signedAt: null,
    reference: null,
    asOf: null,
    proof: [
      { term: m.report.inputHash, value: sha256(input) },
      { term: m.tender.rulesHash, value: rulesSha256 },
    ],
    verification: [],
    attachments: [
      {
        name: 'weighing.json',
        bytes: Buffer.from(`${input}\n`, 'utf8'),
        mediaType: 'application/json',
        description: m.decision.weigh.title,
      },
      // What is published is there for everybody; one's own goes with it.
      ...(rules.kind === 'own-matrix'
        ? [
            {
              name: 'matrix.json',
              bytes: Buffer.from(canonicalJson(rules), 'utf8'),
              mediaType: 'application/json',
              description: m.decision.newForm.rules,
            },
          ]
        : []),
    ],
    contentHash: sha256(`${m.language} ${input}`),
  });
}
