import type { RuleSets } from '../criteria/rule-sets.ts';
import { DomainError } from '../domain/errors.ts';
import { standingOutcome } from '../domain/tender/standing-award.ts';
import type { TenderState } from '../domain/tender/state/state.ts';
import { ocdsPackage } from '../exchange/ocds/package.ts';
import type { Publisher } from '../exchange/ocds/publisher.ts';
import type { OcdsWords } from '../exchange/ocds/words.ts';
import { awardRulesInWords, methodInWords } from '../explanation/method.ts';
import { forRules, messagesIn } from '../messages/messages.ts';
import type { Storage } from '../storage/database.ts';
import { auditDossier } from './audit.ts';
import type { Contracts } from './contracts.ts';
import { requireSound } from './kinds.ts';
import type { ReadLog } from './read-stored.ts';
import { withSignatures } from './signed-lots.ts';
import { tenderKind } from './tenders.ts';

/** What of the award is told: nothing, what is published of one, or every bid with its price, scores and motivations. */
type Told = 'none' | 'published' | 'everything';

/**
 * A stored tender as an OCDS package, as a file. Of an award nothing is published that does not follow from its inputs; a contract that was signed in
 * a dossier that follows it has that day.
 * @param state as it may be told
 * @throws DomainError what {@link requireSound} and {@link standingOutcome} throw, where anything of the award is told
 */
export function publishOcdsOf(
  services: { readonly storage: Storage; readonly ruleSets: RuleSets; readonly contracts: Pick<Contracts, 'get'> },
  state: Readonly<TenderState>,
  publisher: Publisher,
  told: Told,
): string {
  const { hash } = services.storage.events.head(state.dossier);
  if (told === 'none') return written(state, publisher, told, hash);
  requireSound(services, state.dossier);
  return written(withSignatures(services, state), publisher, told, hash);
}

/**
 * The same of a dossier that was read from a file, with the award where one stands.
 * @throws DomainError `no-such-edition` for anything but a whole dossier, `unknown-kind` for one that is no tender, `outcome-differs`, and what
 *   {@link auditDossier} throws
 */
export function publishOcdsFile(
  { dossier, edition, events, head }: Pick<ReadLog, 'dossier' | 'edition' | 'events' | 'head'>,
  ruleSets: RuleSets,
  publisher: Publisher,
  everything: boolean,
): string {
  if (!dossier.startsWith(tenderKind.prefix)) throw new DomainError('unknown-kind', { dossier });
  if (edition.of !== 'whole') throw new DomainError('no-such-edition', { edition: edition.of });
  const { state, reRun } = auditDossier(tenderKind, dossier, events, ruleSets);
  if (!state) throw new DomainError('unknown-dossier', { dossier });
  if (reRun && !reRun.identical) throw new DomainError('outcome-differs');
  if (everything && state.award === null) throw new DomainError('not-yet-awarded');
  return written(state, publisher, state.award === null ? 'none' : everything ? 'everything' : 'published', head);
}

/** It is in Dutch, whoever asks for it: it is published, and not read by one person. */
function written(state: Readonly<TenderState>, publisher: Publisher, told: Told, head: string): string {
  const award = told === 'none' ? null : { outcome: standingOutcome(state), head, everything: told === 'everything' };
  return `${JSON.stringify(ocdsPackage(state, wordsOf(state), publisher, award), null, 2)}\n`;
}

function wordsOf({ rules }: Readonly<TenderState>): OcdsWords {
  const m = forRules(messagesIn('nl'), rules);
  return {
    procedure: rules.procedure === undefined ? null : m.choose.law.procedures[rules.procedure],
    method: methodInWords(m, rules),
    division: awardRulesInWords(m, rules),
  };
}
