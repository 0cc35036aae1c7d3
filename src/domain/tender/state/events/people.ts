import { z } from 'zod';
import { humanText, identifier } from '../../../text.ts';
import { accountId, reason } from './fields.ts';

/**
 * Who takes part in a tender, in which capacity, and what they declare. Why somebody was released, or what an interest is, is personal: it is noted
 * with the event, asked of every new one, and absent where only others may read it.
 */
export const peopleEvents = {
  /** Where the rules name teams, with the team. In a further round: for that round. */
  'assessor-appointed': z.strictObject({ assessor: accountId, team: identifier.optional() }),
  /** Assesses no more; with a bid: not that bid. What the assessor found counts as the rules say. */
  'assessor-released': z.strictObject({ assessor: accountId, bid: identifier.optional(), reason: reason.optional() }),
  /** An auditor looks on from the start: announced before anybody assesses. Every other auditor sees what was found once quality is closed. */
  'auditor-named': z.strictObject({ auditor: accountId }),
  /** An auditor who was named by mistake does not look on. */
  'auditor-released': z.strictObject({ auditor: accountId }),
  /** A committee member looks on from the start, where the rules say that one may. */
  'onlooker-named': z.strictObject({ onlooker: accountId }),
  'onlooker-released': z.strictObject({ onlooker: accountId }),
  /** Sees with the chair what two people must have seen. */
  'witness-named': z.strictObject({ witness: accountId }),
  'witness-released': z.strictObject({ witness: accountId }),
  /** Types prices over before they are opened; neither assesses nor chairs. */
  'keeper-named': z.strictObject({ keeper: accountId }),
  'keeper-released': z.strictObject({ keeper: accountId }),
  /** Acts where the chair is away. */
  'deputy-named': z.strictObject({ deputy: accountId }),
  'deputy-released': z.strictObject({ deputy: accountId }),
  /** The chair hands over to another officer. */
  'chair-handed-over': z.strictObject({ chair: accountId, reason }),
  /** The chair is gone: the first of two administrators proposes who follows. */
  'succession-proposed': z.strictObject({ chair: accountId, reason }),
  /** The second of two administrators agrees. */
  'chair-succeeded': z.strictObject({ chair: accountId }),
  /** What somebody declares of the bidders, before seeing the content of any bid. */
  'interests-declared': z.strictObject({
    interests: z
      .array(z.strictObject({ bid: identifier, conflict: z.boolean(), explanation: humanText(2000).optional() }))
      .min(1)
      .max(500),
  }),
  /** What is done about a conflict that somebody declared: it is one, and he or she stays out of that bid, or it is none. */
  'conflict-judged': z.strictObject({
    account: accountId,
    bid: identifier,
    conflict: z.boolean(),
    reason: reason.optional(),
  }),
  /** A conflict that shows later: what this person gave that bid is withdrawn. */
  'conflict-found': z.strictObject({ account: accountId, bid: identifier, reason: reason.optional() }),
} as const;
