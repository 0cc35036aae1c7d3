import type { RuleSets } from '../criteria/rule-sets.ts';
import { INSTALLATION, type Role } from '../domain/roles.ts';
import { assessedIn } from '../domain/rules/in-lot.ts';
import { scaleOf } from '../domain/rules/scale.ts';
import { assessedPlaces, type EvaluationInput } from '../domain/scoring/input.ts';
import { typedOf } from '../domain/tender/own-work.ts';
import type { DraftScore } from '../domain/tender/state/events.ts';
import type { Storage } from '../storage/database.ts';
import type { Accounts } from './accounts.ts';
import type { Decisions } from './decisions.ts';
import type { Drafts } from './drafts.ts';
import { openDecision } from './open-decision.ts';
import { openTender } from './open-tender.ts';
import { saveScore } from './own-work.ts';
import { DEMO_PASSWORD, hashPassword } from './passwords.ts';
import type { Tenders } from './tenders.ts';

export const DEMO_ACCOUNTS: readonly { id: string; name: string; roles: readonly [Role] }[] = [
  { id: 'inkoper', name: 'Ilse Inkoper', roles: ['procurement-officer'] },
  { id: 'beoordelaar-1', name: 'Bram Beoordelaar', roles: ['assessor'] },
  { id: 'beoordelaar-2', name: 'Bo Beoordelaar', roles: ['assessor'] },
  { id: 'beoordelaar-3', name: 'Bente Beoordelaar', roles: ['assessor'] },
  { id: 'commissielid', name: 'Carla Commissielid', roles: ['committee-member'] },
  { id: 'contractmanager', name: 'Cees Contractmanager', roles: ['contract-manager'] },
  { id: 'auditor', name: 'Ahmed Auditor', roles: ['auditor'] },
  { id: 'beheerder', name: 'Bea Beheerder', roles: ['administrator'] },
];

const CHAIR = 'inkoper';
const ASSESSORS = ['beoordelaar-1', 'beoordelaar-2', 'beoordelaar-3'];

/**
 * Fills an empty database with the fictional demo: accounts, the tender of the sample twice (once with the assessment under way
 * and once finished), and a signed choice of a contract model. It goes the way that people go, through the same rules, in one transaction: whoever
 * stops it half-way leaves an empty database, and whoever was first fills it.
 * @param sample the self-contained input in data/samples whose consensus scores the finished tender gets
 */
export async function seedDemo(
  services: {
    storage: Storage;
    accounts: Accounts;
    tenders: Tenders;
    decisions: Decisions;
    drafts: Drafts;
    ruleSets: RuleSets;
  },
  sample: EvaluationInput,
): Promise<void> {
  const passwordHash = await hashPassword(DEMO_PASSWORD, INSTALLATION);
  services.storage.transaction(() => {
    if (services.storage.events.dossiers().length > 0) return;
    for (const account of DEMO_ACCOUNTS) services.accounts.addDemo(INSTALLATION, { ...account, passwordHash });
    assessmentUnderWay(services, sample);
    finished(services, sample);
    signedDecision(services);
  });
}

type Services = Parameters<typeof seedDemo>[0];
type Place = { bid: string; lot: string };

/** Two assessors still have work to do; one of them left a draft. */
function assessmentUnderWay(services: Services, sample: EvaluationInput): void {
  const dossier = openAssessment(services, sample, 'GON 2027, beoordeling loopt (fictieve demo)');
  const places = assessedPlaces(sample.rules, sample.bids);
  const open: Record<string, number> = { 'beoordelaar-1': 2, 'beoordelaar-2': 3, 'beoordelaar-3': 0 };
  for (const [index, assessor] of ASSESSORS.entries()) {
    const done = places.length - open[assessor]!;
    for (const place of places.slice(0, done)) submit(services, dossier, assessor, place, sample, index);
    if (assessor !== 'beoordelaar-2') continue;
    const state = services.tenders.get(dossier);
    for (const score of individualScores(sample, places[done]!, index).slice(0, 3)) {
      saveScore(services, state, assessor, { place: places[done]!, criterion: score.criterion }, 0, typedOf(score));
    }
  }
}

function finished(services: Services, sample: EvaluationInput): void {
  const dossier = openAssessment(services, sample, 'GON 2027, afgerond (fictieve demo)');
  const places = assessedPlaces(sample.rules, sample.bids);
  for (const [index, assessor] of ASSESSORS.entries()) {
    for (const place of places) submit(services, dossier, assessor, place, sample, index);
  }
  services.tenders.execute(dossier, CHAIR, { type: 'open-consensus' });
  for (const { bid, lot } of places) {
    const scores = sample.consensus
      .filter((entry) => entry.bid === bid && entry.lot === lot)
      .map(({ criterion, score, motivation }) => ({ criterion, score, motivation: motivation ?? null, version: 0 }));
    services.tenders.execute(dossier, CHAIR, { type: 'record-consensus', bid, lot, scores });
  }
  services.tenders.execute(dossier, CHAIR, { type: 'close-quality' });
  services.tenders.execute(dossier, CHAIR, { type: 'compute-award' });
}

/** A choice of a contract model, weighed and signed, with the reason why one of two firsts was chosen. */
function signedDecision({ decisions, ruleSets }: Services): void {
  const published = ruleSets.matrices.get('contract-models-2013.v2')!;
  const dossier = openDecision(decisions, CHAIR, 'Begeleiding en dagbesteding (fictieve demo)', published);
  const { weighing, weighingVersion } = decisions.get(dossier);
  decisions.execute(dossier, CHAIR, {
    type: 'record-weighing',
    version: weighingVersion,
    weighing: { ...weighing, purchaseKind: published.rules.purchaseKinds[0]!.id },
  });
  decisions.execute(dossier, CHAIR, {
    type: 'choose-alternative',
    alternative: 'bestuurlijk',
    reason:
      'Twee modellen staan samen eerste. Voor deze specialistische ondersteuning kopen gemeenten samen in; daar past bestuurlijk aanbesteden beter bij.',
    version: 0,
  });
  decisions.execute(dossier, CHAIR, { type: 'sign-decision' });
}

function openAssessment({ tenders, ruleSets }: Services, sample: EvaluationInput, title: string): string {
  const published = ruleSets.tenders.get(`${sample.rules.id}.v${sample.rules.version}`)!;
  const dossier = openTender(tenders, CHAIR, title, published, { fictional: true });
  for (const assessor of ASSESSORS) tenders.execute(dossier, CHAIR, { type: 'appoint-assessor', assessor });
  for (const bid of sample.bids) tenders.execute(dossier, CHAIR, { type: 'register-bid', bid });
  const interests = sample.bids.map(({ id }) => ({ bid: id, conflict: false }));
  for (const person of [CHAIR, ...ASSESSORS]) {
    tenders.execute(dossier, person, { type: 'say', events: [{ type: 'interests-declared', payload: { interests } }] });
  }
  tenders.execute(dossier, CHAIR, { type: 'open-assessment' });
  return dossier;
}

function submit(
  { tenders }: Services,
  dossier: string,
  assessor: string,
  place: Place,
  sample: EvaluationInput,
  index: number,
): void {
  const scores = individualScores(sample, place, index);
  tenders.execute(dossier, assessor, { type: 'submit-assessment', ...place, version: 0, scores });
}

/** An assessor's scores: at most one step of the scale beside the consensus, with the motivation that the sample has for that score. */
function individualScores({ rules, consensus }: EvaluationInput, place: Place, assessor: number): DraftScore[] {
  return assessedIn(rules, place.lot).map((node, index) => {
    const criterion = node.criterion.id;
    const scale = scaleOf(rules, node);
    const steps = scale.kind === 'steps' ? scale.steps.map((step) => step.value) : [];
    const agreed = consensus.find(
      (entry) => entry.bid === place.bid && entry.lot === place.lot && entry.criterion === criterion,
    )!;
    const shift = ((place.bid.length * 7 + place.lot.length * 5 + index * 3 + assessor * 4) % 5) - 2;
    const wanted = steps[steps.indexOf(agreed.score) + (Math.abs(shift) === 2 ? Math.sign(shift) : 0)];
    const similar = consensus.find((entry) => entry.criterion === criterion && entry.score === wanted) ?? agreed;
    return { criterion, score: similar.score, motivation: similar.motivation ?? null };
  });
}
