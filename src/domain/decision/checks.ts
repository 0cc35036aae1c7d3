import { type MatrixRules, matrixOf } from '../decision-matrix/rules.ts';
import { DomainError } from '../errors.ts';
import { analyse, DECISION_ENGINE } from './analyse.ts';
import type { DecisionPayloads } from './events.ts';
import type { DecisionState } from './state.ts';
import { applyWeighing, type Weighing } from './weighing.ts';

/** What the events of a decision must satisfy in themselves; each throws a DomainError with the rule that is broken. */

/** @throws DomainError `not-the-officer` */
export function officerPublishes(_: unknown, { officer }: DecisionPayloads['matrix-published'], actor: string): void {
  if (actor !== officer) throw new DomainError('not-the-officer', { actor });
}

/** Before plans there was nothing that a choice could follow from. @throws DomainError `follows-too-early` */
export function followsNothing(_: unknown, { follows }: DecisionPayloads['matrix-published']): void {
  if (follows) throw new DomainError('follows-too-early');
}

/** @throws DomainError `unknown-purchase-kind`, and what `applyWeighing` throws */
export function matrixIsPublishable(_: unknown, { rules, weighing }: DecisionPayloads['matrix-published']): void {
  checkWeighing(rules, weighing);
}

/** @throws DomainError `unknown-purchase-kind`, and what `applyWeighing` throws */
export function weighingFits({ rules }: DecisionState, weighing: DecisionPayloads['weighing-recorded']): void {
  checkWeighing(rules, weighing);
}

/** @throws DomainError `unknown-alternative`, `choice-needs-reason` unless it is the only first by the weighing */
export function choiceIsReasoned(
  { rules, weighing }: DecisionState,
  { alternative, reason }: DecisionPayloads['alternative-chosen'],
): void {
  const outcome = analyse(matrixOf(rules), weighing);
  if (!outcome.alternatives.some((one) => one.alternative === alternative)) {
    throw new DomainError('unknown-alternative', { alternative });
  }
  const first = outcome.winners.length === 1 && outcome.winners[0] === alternative;
  if (!first && reason === null) throw new DomainError('choice-needs-reason', { alternative });
}

/** @throws DomainError `nothing-chosen`, `unknown-engine` */
export function somethingIsChosen({ chosen }: DecisionState, { engine }: DecisionPayloads['decision-signed']): void {
  if (!chosen) throw new DomainError('nothing-chosen');
  if (engine !== DECISION_ENGINE) throw new DomainError('unknown-engine', { engine });
}

function checkWeighing(rules: MatrixRules, weighing: Weighing): void {
  applyWeighing(matrixOf(rules), weighing);
  const { purchaseKind } = weighing;
  if (purchaseKind !== null && !rules.purchaseKinds.some((kind) => kind.id === purchaseKind)) {
    throw new DomainError('unknown-purchase-kind', { purchaseKind });
  }
}
