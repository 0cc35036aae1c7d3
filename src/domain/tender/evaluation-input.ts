import { DomainError } from '../errors.ts';
import { evaluate } from '../evaluation/evaluate.ts';
import type { EvaluationInput } from '../scoring/input.ts';
import { perVersion } from './state/per-version.ts';
import { assessorScores, consensusScores } from './state/scores-at.ts';
import type { TenderState } from './state/state.ts';

/**
 * What the evaluation of this dossier depends on.
 * @param engine of an award that is computed again; the second knew one draw, for all lots
 */
export const evaluationInputOf = (state: TenderState, engine: 2 | 3 = 3): EvaluationInput =>
  engine === 3 && state.draws.length > 0 ? withDrawsThatHold(state) : inputOf(state, engine);

/**
 * After a bid fell away others may be equal in a lot for which a draw was held. That draw was for another tie: it decides nothing there any more, and
 * a new one is needed.
 */
const withDrawsThatHold = perVersion((state): EvaluationInput => {
  let input = inputOf(state, 3);
  for (;;) {
    const lot = lotWithAnotherTie(input);
    if (lot === undefined) return input;
    const { draws = [], ...rest } = input;
    const left = draws.filter(({ lots }) => !lots?.includes(lot));
    input = left.length > 0 ? { ...rest, draws: left } : rest;
  }
});

/** A lot in which the draw that was held for it leaves out a bid that is equal. */
function lotWithAnotherTie(input: EvaluationInput): string | undefined {
  try {
    evaluate(input);
    return undefined;
  } catch (error) {
    // What else is wrong is said by whoever evaluates it.
    if (!(error instanceof DomainError)) throw error;
    return error.code === 'draw-incomplete' ? String(error.details.lot) : undefined;
  }
}

function inputOf(state: TenderState, engine: 2 | 3): EvaluationInput {
  const assessments = assessorScores(state);
  return {
    ...(engine === 2 ? { engine } : {}),
    rules: state.rules,
    bids: [...state.bids.values()],
    consensus: consensusScores(state),
    ...(assessments.length > 0 ? { assessments } : {}),
    ...(state.prices.size > 0 ? { prices: [...state.prices.values()].map(({ price }) => price) } : {}),
    ...(state.fallen.length > 0 ? { fallen: [...state.fallen] } : {}),
    ...drawsOf(state, engine),
    ...lotsIn(state),
  };
}

/** What was said of lots: those that stayed with who has them when the award was computed, or stay so in the next, and those that are no longer awarded. */
function lotsIn({ lots, award }: TenderState): Pick<EvaluationInput, 'fixedLots' | 'withdrawnLots'> {
  const said = [...lots];
  const fixedLots = said.flatMap(([lot, one]) =>
    one.is === 'fixed' && (award === null || one.seq < award.seq) ? [{ lot, bid: one.bid, reason: one.reason }] : [],
  );
  const withdrawnLots = said.flatMap(([lot, one]) => (one.is === 'withdrawn' ? [{ lot, reason: one.reason }] : []));
  return {
    ...(fixedLots.length > 0 ? { fixedLots } : {}),
    ...(withdrawnLots.length > 0 ? { withdrawnLots } : {}),
  };
}

function drawsOf({ draws }: TenderState, engine: 2 | 3): Pick<EvaluationInput, 'draws'> {
  if (draws.length === 0) return {};
  if (engine === 2) return { draws: [{ order: [...draws.at(-1)!.order] }] };
  return {
    draws: draws.map(({ order, lots, reason }) => ({
      order: [...order],
      lots: [...lots],
      ...(reason === null ? {} : { reason }),
    })),
  };
}

/** The engine of the award that stands, as an input says it. */
export const engineOf = ({ award }: Pick<TenderState, 'award'>): 2 | 3 => (award && award.engine < 3 ? 2 : 3);
