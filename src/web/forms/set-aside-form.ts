import type { FallenBid } from '../../domain/scoring/input.ts';
import type { Messages } from '../../messages/messages.ts';
import { type FieldProblem, type FormBody, textProblem, typed } from './text.ts';

/** Why a bid may be set aside by hand. */
export const SET_ASIDE_STAGES = ['excluded', 'withdrawn'] as const;

/** Reads which bid is set aside, in which lot or in all, and why. Nothing is chosen beforehand. */
export function readSetAsideForm(
  m: Messages,
  body: FormBody,
): { readonly fallen: FallenBid } | { readonly problems: readonly FieldProblem[] } {
  const t = m.setAside;
  const [bid, lot, reason] = [typed(body, 'bid'), typed(body, 'lot'), typed(body, 'reason')];
  const stage = SET_ASIDE_STAGES.find((one) => one === typed(body, 'stage'));
  const wrong = reason === '' ? t.reasonMissing : textProblem(m, reason, t.reason, 2000);
  const problems: FieldProblem[] = [
    ...(bid === '' ? [{ field: 'bid', text: t.bidMissing }] : []),
    ...(stage === undefined ? [{ field: 'stage', text: t.stageMissing }] : []),
    ...(wrong === undefined ? [] : [{ field: 'reason', text: wrong }]),
  ];
  if (stage === undefined || problems.length > 0) return { problems };
  return { fallen: { bid, ...(lot === '' ? {} : { lot }), stage, reason } };
}
