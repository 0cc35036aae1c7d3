import type { TenderRules, TieBreakStep } from '../../domain/rules/rules.ts';
import type { TenderState } from '../../domain/tender/state/state.ts';
import { minimumPoints } from '../announced-criteria.ts';
import type { OcdsWords } from './words.ts';

/** What was announced and has no place in OCDS: the rule by which the lots are divided, what decides a tie, and the hash of the rules. */
export interface AnnouncedAward {
  readonly rules: { readonly id: string; readonly version: number; readonly sha256: string };
  readonly lotRule: {
    readonly mechanism: TenderRules['award']['mechanism'];
    readonly winners: { readonly minimum: number; readonly maximum: number };
    readonly lotOrder?: readonly string[];
    readonly weighLotsByValue?: true;
    readonly lotGroups?: readonly {
      readonly name: string;
      readonly lots: readonly string[];
      readonly maximumLots: number;
    }[];
    /** All of it in words, sentence by sentence. */
    readonly text: readonly string[];
  };
  readonly tieBreak: readonly TieBreakStep[];
  readonly minimumQuality?: number;
  readonly minimumPoints?: readonly { readonly criterion: string; readonly points: number }[];
}

export function announcedAward({ rules, rulesSha256 }: Readonly<TenderState>, words: OcdsWords): AnnouncedAward {
  const { award, minimumQuality } = rules;
  const minimums = minimumPoints(rules).map(({ criterion, points }) => ({ criterion, points: Number(points) }));
  return {
    rules: { id: rules.id, version: rules.version, sha256: rulesSha256 },
    lotRule: {
      mechanism: award.mechanism,
      winners: award.winners,
      ...(award.lotOrder ? { lotOrder: award.lotOrder } : {}),
      ...(award.weighLotsByValue ? { weighLotsByValue: true } : {}),
      ...(award.lotGroups
        ? { lotGroups: award.lotGroups.map(({ name, lots, maximumLots }) => ({ name, lots, maximumLots })) }
        : {}),
      text: words.division,
    },
    tieBreak: award.tieBreak,
    ...(minimumQuality === undefined ? {} : { minimumQuality: Number(minimumQuality) }),
    ...(minimums.length > 0 ? { minimumPoints: minimums } : {}),
  };
}
