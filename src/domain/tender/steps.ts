import type { Viewer } from '../roles.ts';
import { hasSealed } from '../rules/measures.ts';
import { mayViewPrices } from './access.ts';
import { standingOf } from './standing.ts';
import { openPrices } from './state/open-work.ts';
import { everAwarded, type TenderState } from './state/state.ts';

/** The steps of a tender as people walk them: opening the prices is one, where the rules ask for prices. */
export const STEPS = ['registration', 'assessment', 'consensus', 'prices', 'award'] as const;
export type StepName = (typeof STEPS)[number];

export interface WalkedStep {
  readonly step: StepName;
  readonly progress: 'done' | 'current' | 'to-come';
}

/** Which steps are done, for who reads it: an award that still needs a draw is not, and whether prices are complete stays with who may see them. */
export function stepsOf(state: Readonly<TenderState>, viewer: Viewer): WalkedStep[] {
  const steps = STEPS.filter((step) => step !== 'prices' || hasSealed(state.rules));
  const { award } = standingOf(state);
  if (award?.status === 'awarded') return steps.map((step) => ({ step, progress: 'done' }));
  const at = steps.indexOf(currentStep(state, viewer));
  return steps.map((step, index) => ({
    step,
    progress: index < at ? 'done' : index === at ? 'current' : 'to-come',
  }));
}

function currentStep(state: Readonly<TenderState>, viewer: Viewer): StepName {
  const { phase } = state;
  switch (phase) {
    case 'registration':
    case 'assessment':
    case 'consensus':
      return phase;
    case 'quality-closed': {
      const asked = hasSealed(state.rules) && !everAwarded(state);
      return asked && (!mayViewPrices(state, viewer) || openPrices(state).length > 0) ? 'prices' : 'award';
    }
    case 'awarded':
      return 'award';
    default:
      return phase satisfies never;
  }
}
