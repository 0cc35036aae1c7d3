import type { PastAward } from '../../domain/award/past-award.ts';
import type { TenderRules } from '../../domain/rules/rules.ts';
import { pastAwardBlocks } from '../../explanation/past-award.ts';
import { forRules, type Messages } from '../../messages/messages.ts';
import { type BlocksModel, blocksModel } from './blocks.ts';

/** Where the award of 2019 stands as an example. */
export const PAST_AWARD = '/examples/award-2019';

export interface PastAwardModel {
  readonly text: Messages['pastAward'];
  readonly award: BlocksModel;
}

/** A past award as an example. @param rules whose limits it is held against */
export function pastAwardModel(given: Messages, past: PastAward, rules: TenderRules): PastAwardModel {
  const m = forRules(given, rules);
  return { text: m.pastAward, award: blocksModel(m, pastAwardBlocks(m, past, rules)) };
}

/** The way to the example from rules of its kind; null for all others. */
export const pastAwardLink = (m: Messages, { id }: Pick<TenderRules, 'id'>): { href: string; label: string } | null =>
  id === HELD_AGAINST ? { href: PAST_AWARD, label: m.pastAward.link } : null;
const HELD_AGAINST = 'gon-2027';
