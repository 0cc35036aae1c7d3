import type { TenderCommand } from '../../src/domain/tender/decide.ts';
import type { DraftScore } from '../../src/domain/tender/state/events.ts';

/** A draft as logs of before have it: since drafts are kept outside the log, no page causes this event. */
export const draftInLog = (
  { bid, lot }: { readonly bid: string; readonly lot: string },
  scores: readonly DraftScore[] = [],
): TenderCommand => ({
  type: 'say',
  events: [{ type: 'assessment-saved', payload: { bid, lot, scores: [...scores] } }],
});
