import { canonicalJson } from '../chain/canonical.ts';
import { DomainError } from '../domain/errors.ts';
import type { Outcome } from '../domain/evaluation/evaluate.ts';
import type { Organisation } from '../domain/rules/bid.ts';
import { enterRegistration } from '../domain/rules/registration.ts';
import { type EvaluationInput, evaluationInput, scoreAsAnnounced } from '../domain/scoring/input.ts';
import { parseJson } from './parse.ts';

/**
 * Reads the input of an evaluation from a file: its texts, registrations and scores come in as they do by a form.
 * @throws DomainError what {@link parseJson} throws, and `kvk-number` with the path in the file
 */
export function readEvaluationInput(text: string): EvaluationInput {
  const input = parseJson(text, evaluationInput);
  return {
    ...input,
    bids: input.bids.map((bid, at) => ({
      ...bid,
      bidder: {
        ...bid.bidder,
        members: bid.bidder.members.map((member, place) => entered(member, `bids.${at}.bidder.members.${place}`)),
      },
    })),
    consensus: input.consensus.map((entry) => ({
      ...entry,
      score: scoreAsAnnounced(input.rules, entry.criterion, entry.score),
    })),
  };
}

/**
 * The same input as a file: reading it gives the same outcome. What was noted with a price for the log is no part of it.
 * @returns JSON with its keys in order, so that equal inputs are equal files
 */
export const writeEvaluationInput = (input: EvaluationInput): string =>
  asFile(
    evaluationInput.parse({
      ...input,
      ...(input.prices ? { prices: input.prices.map(({ note, ...price }) => price) } : {}),
    }),
  );

/** An outcome as a file, to the last digit: equal outcomes are equal files, whether they were calculated now or stored before. */
export const writeOutcome = (outcome: Outcome): string => asFile(outcome);

const asFile = (value: object): string => `${JSON.stringify(JSON.parse(canonicalJson(value)), null, 2)}\n`;

function entered(member: Organisation, path: string): Organisation {
  if (!member.registration) return member;
  try {
    return { ...member, registration: enterRegistration(member.registration) };
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    throw new DomainError(error.code, { ...error.details, path: `${path}.registration.number` });
  }
}
