import type { DecisionOutcome } from '../../domain/decision/analyse.ts';
import type { DecisionState } from '../../domain/decision/state.ts';
import { forMatrix, inLanguage, type Messages } from '../../messages/messages.ts';
import { quote } from '../../messages/sentence.ts';
import { toTheLastDigit } from '../award.ts';
import type { Figure } from '../compared.ts';

/** Every figure of a weighing: who comes first, and per alternative its rank, exact weighted sum and exact shares of all ranks. */
export function decisionFigures(
  given: Messages,
  { rules }: Pick<DecisionState, 'rules'>,
  { winners, alternatives }: DecisionOutcome,
): Figure[] {
  const m = forMatrix(given, rules);
  const names = new Map(rules.alternatives.map(({ id, name }) => [id, inLanguage(name, m)]));
  const nameOf = (id: string): string => names.get(id) ?? id;
  return [
    {
      part: m.reRun.compare.wholeDecision,
      what: m.decision.first,
      value: m.format.list(winners.map((id) => quote(nameOf(id)))),
    },
    ...alternatives.flatMap(({ alternative, rank, total, shares }) => {
      const figure = (what: string, value: string): Figure => ({ part: nameOf(alternative), what, value });
      return [
        figure(m.common.rank, String(rank)),
        figure(m.decision.sum, toTheLastDigit(m, total)),
        ...shares.map((share, place) => figure(m.decision.place(place + 1), toTheLastDigit(m, share))),
      ];
    }),
  ];
}
