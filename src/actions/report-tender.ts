import { canonicalJson, sha256 } from '../chain/canonical.ts';
import type { Outcome } from '../domain/evaluation/evaluate.ts';
import { type EvaluationInput, evaluationInput } from '../domain/scoring/input.ts';
import { standingOutcome } from '../domain/tender/standing-award.ts';
import { evaluationInputOf, type TenderState } from '../domain/tender/state.ts';
import { inLanguage, type Messages } from '../messages/messages.ts';
import type { Report } from '../reports/report.ts';
import { tenderReport } from '../reports/tender-report.ts';
import type { Storage } from '../storage/database.ts';
import type { Accounts } from './accounts.ts';
import { exportDossier } from './export-dossier.ts';
import type { Tenders } from './tenders.ts';

/**
 * The report of a tender whose award was computed: same dossier, same report. The dossier goes with it as an attachment,
 * and its head hash stands on the cover, so that paper is the witness against a rewritten database.
 * @throws DomainError what `standingOutcome` throws
 */
export function reportTender(
  m: Messages,
  services: { storage: Storage; accounts: Accounts; tenders: Tenders },
  dossier: string,
): Report {
  const state = services.tenders.get(dossier);
  const outcome = standingOutcome(state);
  const { hash: head } = services.storage.events.head(dossier);
  const file = exportDossier(services, dossier);
  return tenderReport(m, {
    title: state.title,
    input: evaluationInputOf(state),
    outcome,
    rulesSha256: state.rulesSha256,
    asOf: state.lastEventAt,
    date: new Date(state.lastEventAt),
    people: [
      { term: m.tender.chair, value: services.accounts.nameOf(state.chair) },
      { term: m.report.assessedBy, value: m.format.list([...state.assessors].map(services.accounts.nameOf)) },
    ],
    draw: state.draw
      ? m.draw.held(m.format.moment(state.draw.at), drawOrder(state, state.draw.order), state.draw.method)
      : null,
    proof: [
      { term: m.report.dossier, value: dossier },
      { term: m.report.head, value: head },
      { term: m.tender.rulesHash, value: state.rulesSha256 },
    ],
    verifySteps: [m.report.verifyStep(head), m.report.compareHead],
    fictional: state.fictional ? m.report.fictional : null,
    attachment: {
      name: 'dossier.json',
      bytes: Buffer.from(file, 'utf8'),
      mediaType: 'application/json',
      description: m.report.attachment,
    },
    contentHash: sha256(`${m.language} ${file}`),
  });
}

const drawOrder = (state: Readonly<TenderState>, order: readonly string[]): string[] =>
  order.map((bid) => state.bids.get(bid)!.bidder.name);

/** The report of an evaluation from a file, without a dossier: the input goes with it as an attachment. */
export function reportEvaluation(m: Messages, input: EvaluationInput, outcome: Outcome): Report {
  const text = `${JSON.stringify(evaluationInput.parse(input), null, 2)}\n`;
  const hash = sha256(text);
  const rulesHash = sha256(canonicalJson(input.rules));
  return tenderReport(m, {
    title: inLanguage(input.rules.title, m),
    input,
    outcome,
    rulesSha256: rulesHash,
    asOf: null,
    // A file has no moment of its own, and a PDF must name one; the start of the term is one that the input itself names.
    date: new Date(`${input.rules.term.start}T00:00:00Z`),
    people: [],
    draw: null,
    proof: [{ term: m.report.inputHash, value: hash }],
    verifySteps: [m.report.evaluateStep],
    fictional: input.fictional ? m.report.fictionalFile : null,
    attachment: {
      name: 'input.json',
      bytes: Buffer.from(text, 'utf8'),
      mediaType: 'application/json',
      description: m.report.inputAttachment,
    },
    contentHash: sha256(`${m.language} ${text}`),
  });
}
