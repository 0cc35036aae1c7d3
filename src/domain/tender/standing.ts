import type { AwardOutcome } from '../award/outcome.ts';
import { DomainError } from '../errors.ts';
import { type Attention, attentionIn } from '../evaluation/attention.ts';
import type { Outcome } from '../evaluation/evaluate.ts';
import { standingOutcome } from './standing-award.ts';
import { openAssessments, openConsensus, openPrices } from './state/open-work.ts';
import { everAwarded, type Phase, type TenderState } from './state/state.ts';

/** How a tender stands: its phase, what is open in it and what its outcome asks, so that nothing is called done that is not. */
export interface Standing {
  readonly phase: Phase;
  /** Assessments, consensus scores or prices that the phase still waits for. */
  readonly open: number;
  /** An award was there before, and must be computed anew. */
  readonly again: boolean;
  readonly award: null | {
    readonly status: AwardOutcome['status'] | 'unreadable';
    readonly lotsAwarded: number;
    readonly lotsToDraw: number;
    readonly lots: number;
    readonly attention: readonly Attention[];
  };
}

export function standingOf(state: Readonly<TenderState>): Standing {
  return {
    phase: state.phase,
    open: openIn(state),
    again: everAwarded(state) && state.phase === 'quality-closed',
    award: state.award && awardOf(state),
  };
}

function openIn(state: TenderState): number {
  switch (state.phase) {
    case 'registration':
    case 'awarded':
      return 0;
    case 'assessment':
      return openAssessments(state).length;
    case 'consensus':
      return openConsensus(state).length;
    case 'quality-closed':
      return openPrices(state).length;
    default:
      return state.phase satisfies never;
  }
}

/** Worked out once per award: lists ask it of every tender. */
const known = new WeakMap<object, Standing['award']>();

function awardOf(state: Readonly<TenderState>): Standing['award'] {
  const award = state.award!;
  const before = known.get(award);
  if (before) return before;
  const lots = state.rules.lots.length;
  const outcome = readableOutcome(state);
  if (!outcome) return { status: 'unreadable', lotsAwarded: 0, lotsToDraw: 0, lots, attention: [] };
  const found = {
    status: outcome.award.status,
    lotsAwarded: outcome.award.lots.filter(({ winner }) => winner !== null).length,
    lotsToDraw: outcome.award.lots.filter(({ open }) => open === 'draw').length,
    lots,
    attention: attentionIn(state.rules, outcome),
  };
  known.set(award, found);
  return found;
}

/** One outcome that does not follow from its inputs is in the way of no list. */
function readableOutcome(state: Readonly<TenderState>): Outcome | null {
  try {
    return standingOutcome(state);
  } catch (error) {
    if (error instanceof DomainError) return null;
    throw error;
  }
}
