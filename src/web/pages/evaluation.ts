import { contractsOf } from '../../domain/contract/contracts.ts';
import { readYearOutcome } from '../../domain/contract/evaluate-year.ts';
import type { EntryOf } from '../../domain/contract/events.ts';
import { type ContractState, standing } from '../../domain/contract/state.ts';
import { DomainError } from '../../domain/errors.ts';
import { type Passage, passagesOf, withTyped } from '../../explanation/blocks.ts';
import { evaluationBlocks } from '../../explanation/contract/evaluation.ts';
import type { Messages } from '../../messages/messages.ts';
import { type BlocksModel, blocksModel } from './blocks.ts';

export interface EvaluationModel {
  readonly title: string;
  readonly facts: readonly { readonly term: string; readonly value: string }[];
  /** That it counts no longer; null where it does. */
  readonly warning: readonly Passage[] | null;
  /** The one that counts, where this one does not. */
  readonly last: { readonly href: string; readonly label: string } | null;
  readonly blocks: BlocksModel;
  readonly links: readonly { readonly href: string; readonly label: string }[];
}

/** @param mayEvaluate whether this person can evaluate the year anew */
export function evaluationModel(
  m: Messages,
  state: Readonly<ContractState>,
  entry: EntryOf<'year-evaluated'>,
  mayEvaluate: boolean,
): EvaluationModel {
  const t = m.evaluations;
  const { seq, payload: evaluation } = entry;
  const { area, year, on } = evaluation;
  const outcome = readYearOutcome(evaluation.outcome);
  const { evaluation: rules } = state.rules;
  if (!rules || !outcome) throw new DomainError('outcome-unreadable');
  const contract = contractsOf(state).findLast((one) => one.area.id === area && one.added.seq < seq);
  const later = standing(state, 'year-evaluated').findLast(
    (one) => one.seq !== seq && one.payload.area === area && one.payload.year === year,
  );
  const withdrawn = state.withdrawn.get(seq);
  const isReplaced = later !== undefined && (later.seq > seq || withdrawn !== undefined);
  const base = `/contracts/${state.dossier}`;
  return {
    title: t.title(contract?.area.name ?? area, year),
    facts: [
      { term: t.provider, value: contract?.provider.name ?? '' },
      { term: t.area, value: contract?.area.name ?? area },
      { term: t.year, value: String(year) },
      { term: t.on, value: m.format.date(on) },
    ],
    warning: withdrawn
      ? passagesOf(withTyped(m, t.page.withdrawn(m.format.date(withdrawn.at), withdrawn.reason), withdrawn.reason))
      : isReplaced
        ? passagesOf(t.page.replaced)
        : null,
    last: isReplaced ? { href: `${base}/evaluations/${later.seq}`, label: t.page.last } : null,
    blocks: blocksModel(m, evaluationBlocks(m, { rules, evaluation, outcome })),
    links: [
      { href: `${base}/evaluations/${seq}/letter.pdf`, label: t.page.letter },
      ...(mayEvaluate ? [{ href: `${base}/evaluations/new?area=${area}&year=${year}`, label: t.page.again }] : []),
      { href: `${base}/areas/${area}`, label: t.page.area },
    ],
  };
}
