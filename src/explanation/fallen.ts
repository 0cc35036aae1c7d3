import type { FallenBid } from '../domain/scoring/input.ts';
import type { Messages } from '../messages/messages.ts';
import { sentence } from '../messages/sentence.ts';
import { type Prose, typedPassage } from './blocks.ts';

/** That a bid was excluded or withdrawn, with the reason as it was typed. */
export const fallenInWords = (m: Messages, { stage, reason }: Pick<FallenBid, 'stage' | 'reason'>): Prose => [
  { text: m.award.fallen[stage] },
  typedPassage(m, sentence(reason)),
];
