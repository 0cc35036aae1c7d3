import { canonicalJson, sha256 } from '../chain/canonical.ts';
import type { RuleSets } from '../criteria/rule-sets.ts';
import { rulesStanding } from '../criteria/rules-standing.ts';
import type { Outcome } from '../domain/evaluation/evaluate.ts';
import { namesOf } from '../domain/rules/names.ts';
import { type EvaluationInput, withoutAssessors } from '../domain/scoring/input.ts';
import { engineOf, evaluationInputOf } from '../domain/tender/evaluation-input.ts';
import { standingOutcome } from '../domain/tender/standing-award.ts';
import { everyAssessor, openFurtherRound } from '../domain/tender/state/rounds.ts';
import type { TenderState } from '../domain/tender/state/state.ts';
import { writeEvaluationInput, writeOutcome } from '../exchange/evaluation-file.ts';
import { courseOfAward } from '../explanation/award-course.ts';
import type { Fact, FlatBlock, Prose } from '../explanation/blocks.ts';
import { drawInWords } from '../explanation/draw.ts';
import { firstChangeIn, firstChangeOf } from '../explanation/first-change.ts';
import { pastAwardsInWords, roundsInWords } from '../explanation/rounds.ts';
import { roundsBlocks } from '../explanation/rounds-blocks.ts';
import { editionAgain, evaluationAgain } from '../explanation/verification.ts';
import { forRules, inLanguage, type Messages } from '../messages/messages.ts';
import type { Attachment, Report } from '../reports/report.ts';
import { tenderReport } from '../reports/tender-report.ts';
import type { Storage } from '../storage/database.ts';
import type { Accounts } from './accounts.ts';
import { editionForCommittee } from './export-dossier.ts';
import { requireSound } from './kinds.ts';
import type { Tenders } from './tenders.ts';

/**
 * The report of a tender whose award was computed: same dossier, same report. The input and the outcome of the evaluation go with it, and
 * the edition of the dossier for the committee: no more than its readers may see. Who assessed what stays with the auditor. The head hash
 * stands in the colophon, so that paper is the witness against a rewritten database.
 * @throws DomainError what `standingOutcome` and `editionForCommittee` throw
 */
export function reportTender(
  m: Messages,
  services: { storage: Storage; accounts: Accounts; tenders: Tenders; ruleSets: RuleSets },
  dossier: string,
): Report {
  // One look at the database: what is recorded meanwhile is not half in the report.
  return services.storage.snapshot(() => reportOf(m, services, dossier));
}

function reportOf(m: Messages, services: Parameters<typeof reportTender>[1], dossier: string): Report {
  const state = services.tenders.get(dossier);
  const outcome = standingOutcome(state);
  const { hash: head } = services.storage.events.head(dossier);
  const input = {
    ...evaluationInputOf(state, engineOf(state)),
    ...(state.fictional ? { fictional: true as const } : {}),
  };
  const files = evaluationFiles(m, input, outcome);
  const edition = openFurtherRound(state) ? noEditionYet(services, dossier) : editionForCommittee(services, dossier);
  return tenderReport(m, {
    title: state.title,
    input,
    outcome,
    rulesSha256: state.rulesSha256,
    rulesStanding: rulesStanding(state.rules, state.rulesSha256, services.ruleSets.tenders),
    asOf: state.lastEventAt,
    chair: services.accounts.nameOf(state.chair),
    assessors: everyAssessor(state).map(services.accounts.nameOf),
    firstChange: outcome.award.status === 'awarded' ? firstChangeOf(state) : undefined,
    course: courseOf(m, state),
    corrected: correctedBids(state),
    draws: heldDraws(m, state),
    rounds: roundsOf(forRules(m, state.rules), services.accounts, state),
    reference: dossier,
    checksums: [
      { term: m.report.head, value: head },
      registerFact(m, services.storage, dossier),
      { term: m.tender.rulesHash, value: state.rulesSha256 },
      { term: m.report.inputHash, value: files.inputHash },
      { term: m.report.outcomeHash, value: files.outcomeHash },
    ],
    verification: [
      ...evaluationAgain(m, outcome.engine, edition === null),
      ...(edition === null ? [] : editionAgain(m, head)),
    ],
    fictional: state.fictional ? m.report.fictional : null,
    attachments: [
      ...files.attachments,
      ...(edition === null ? [] : [jsonAttachment('dossier.json', edition, m.report.editionAttachment)]),
    ],
    // People can be renamed without an event, and then stand in another report.
    contentHash: sha256(
      canonicalJson([
        m.language,
        head,
        files.inputHash,
        files.outcomeHash,
        peopleOf(services.accounts, state),
        sha256(edition ?? ''),
        registerFact(m, services.storage, dossier).value,
      ]),
    ),
  });
}

/** What is found in a round that is under way is for who takes part in it; the award that stands is proved by its input and outcome alone. */
function noEditionYet(services: Parameters<typeof editionForCommittee>[0], dossier: string): null {
  requireSound(services, dossier);
  return null;
}

const jsonAttachment = (name: string, text: string, description: string): Attachment => ({
  name,
  bytes: Buffer.from(text, 'utf8'),
  mediaType: 'application/json',
  description,
});

/** Where the register of the installation stood after the last event of a dossier: paper is the witness against a dossier that is taken away. */
export function registerFact(m: Messages, { events }: Storage, dossier: string): Fact {
  const { position, register } = events.registerPlace(dossier, events.head(dossier).seq)!;
  return { term: m.report.register(position), value: register };
}

const peopleOf = (accounts: Accounts, state: Readonly<TenderState>): string[] =>
  [state.chair, ...everyAssessor(state)].map(accounts.nameOf);

/** Only where something was assessed anew: every report has the first round in its scores. */
const roundsOf = (m: Messages, accounts: Accounts, state: Readonly<TenderState>): FlatBlock[] =>
  state.rounds.length === 1
    ? []
    : roundsBlocks(
        m,
        roundsInWords(m, state, accounts.nameOf, { round: ({ stage }) => stage === 'closed', bid: () => true }),
        pastAwardsInWords(m, state),
      );

/** What happened on the way: on paper nothing leads to a page. */
function courseOf(given: Messages, state: Readonly<TenderState>): Prose[] {
  const m = forRules(given, state.rules);
  const everything = { bids: '', round: () => '' };
  return courseOfAward(m, state, namesOf(state.rules, state.bids.values()), everything).map(({ text }) => text);
}

const correctedBids = ({ bids, bidRecords }: Readonly<TenderState>): string[] =>
  [...bids.values()].flatMap(({ id, bidder }) =>
    (bidRecords.get(id)?.corrections.length ?? 0) > 0 ? [bidder.name] : [],
  );

const heldDraws = (m: Messages, { draws, bids, rules }: Readonly<TenderState>): Prose[] =>
  draws.map((draw) => drawInWords(m, draw, namesOf(rules, bids.values())));

/** The report of an evaluation from a file, without a dossier: the input goes with it, and the outcome. */
export function reportEvaluation(
  m: Messages,
  input: EvaluationInput,
  outcome: Outcome,
  ruleSets: Pick<RuleSets, 'tenders'>,
): Report {
  const files = evaluationFiles(m, input, outcome);
  const rulesHash = sha256(canonicalJson(input.rules));
  return tenderReport(m, {
    title: inLanguage(input.rules.title, m),
    input,
    outcome,
    rulesSha256: rulesHash,
    rulesStanding: rulesStanding(input.rules, null, ruleSets.tenders),
    asOf: null,
    chair: null,
    assessors: [],
    firstChange: outcome.award.status === 'awarded' ? firstChangeIn(input) : undefined,
    course: [],
    corrected: [],
    draws: [],
    rounds: [],
    reference: null,
    checksums: [
      { term: m.report.inputHash, value: files.inputHash },
      { term: m.tender.rulesHash, value: rulesHash },
      { term: m.report.outcomeHash, value: files.outcomeHash },
    ],
    verification: evaluationAgain(m, outcome.engine, false),
    fictional: input.fictional ? m.report.fictionalFile : null,
    attachments: files.attachments,
    contentHash: sha256(canonicalJson([m.language, files.inputHash, files.outcomeHash])),
  });
}

interface EvaluationFiles {
  readonly inputHash: string;
  readonly outcomeHash: string;
  readonly attachments: readonly Attachment[];
}

/** What the outcome follows from, and the outcome, to the last digit. What each assessor gave is for the auditor alone. */
function evaluationFiles(m: Messages, input: EvaluationInput, outcome: Outcome): EvaluationFiles {
  const [inputText, outcomeText] = [writeEvaluationInput(withoutAssessors(input)), writeOutcome(outcome)];
  return {
    inputHash: sha256(inputText),
    outcomeHash: sha256(outcomeText),
    attachments: [
      jsonAttachment('input.json', inputText, m.report.inputAttachment),
      jsonAttachment('outcome.json', outcomeText, m.report.outcomeAttachment),
    ],
  };
}
