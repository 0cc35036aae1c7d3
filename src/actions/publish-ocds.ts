import { standingOutcome } from '../domain/tender/standing-award.ts';
import type { TenderState } from '../domain/tender/state/state.ts';
import { ocdsPackage } from '../exchange/ocds/package.ts';
import type { Publisher } from '../exchange/ocds/publisher.ts';
import type { OcdsWords } from '../exchange/ocds/words.ts';
import { awardRulesInWords, methodInWords } from '../explanation/method.ts';
import { messagesIn } from '../messages/messages.ts';

/**
 * The tender as an OCDS package, as a file. It is in Dutch, whoever asks for it: it is published, and not read by one person.
 * @param award what of the award is told: nothing ('none'), what is published of one, or every bid with its scores and why
 * @param head the hash of the last event of the log
 * @throws DomainError what {@link standingOutcome} throws, where anything of the award is told
 */
export function publishOcds(
  state: Readonly<TenderState>,
  publisher: Publisher,
  award: 'none' | 'published' | 'everything',
  head: string,
): string {
  const told = award === 'none' ? null : { outcome: standingOutcome(state), head, everything: award === 'everything' };
  return `${JSON.stringify(ocdsPackage(state, wordsOf(state), publisher, told), null, 2)}\n`;
}

function wordsOf({ rules }: Readonly<TenderState>): OcdsWords {
  const m = messagesIn('nl');
  return {
    procedure: rules.procedure === undefined ? null : m.choose.law.procedures[rules.procedure],
    method: methodInWords(m, rules),
    division: awardRulesInWords(m, rules),
  };
}
