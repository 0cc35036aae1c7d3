import type { Outcome } from './evaluate.ts';

/**
 * The outcome as version 1 of the engine stored it. The meaning of what it told has not changed since, so it is the outcome of today
 * with less in it: dossiers of that time re-run to the last digit.
 */
export function asEngine1(outcome: Outcome): unknown {
  const { award } = outcome;
  return {
    engine: 1,
    lots: outcome.lots.map(({ lot, ranking, setAside }) => ({
      lot,
      ranking: ranking.map(({ bid, rank, total, exactTotal, lines, separatedBy }) => ({
        bid,
        rank,
        total,
        exactTotal,
        lines,
        separatedBy: separatedBy?.rule === 'higher-score' ? separatedBy.criterion : null,
      })),
      setAside: setAside.map(({ bid, belowMinimum, shortfalls }) => ({ bid, belowMinimum, shortfalls })),
    })),
    award: {
      status: award.status,
      lots: award.lots.map(({ lot, winner, open, passedOver }) => ({ lot, winner, open, passedOver })),
      total: award.total,
      lotsAwarded: award.lotsAwarded,
      winners: award.winners,
      equalOutcomes: {
        atLeast: award.equalOutcomes.atLeast,
        assignments: award.equalOutcomes.assignments.map(({ lots, tieBreak, remains }) => ({
          lots,
          tieBreak: tieBreak.map(({ step, value }) => ({
            criterion: step.rule === 'higher-score' ? step.criterion : null,
            points: value,
          })),
          remains,
        })),
      },
      decidedBy: decidedBy(award.decidedBy),
      limitCosts: award.limitCosts,
    },
  };
}

function decidedBy(decided: Outcome['award']['decidedBy']): unknown {
  if (decided === null) return null;
  if (decided.rule === 'mechanism') return { rule: 'highest-total' };
  return { rule: 'tie-break', criterion: decided.step.rule === 'higher-score' ? decided.step.criterion : null };
}
