import { canonicalJson, sha256 } from '../chain/canonical.ts';
import type { RuleSets } from '../criteria/rule-sets.ts';
import { contractsOf } from '../domain/contract/contracts.ts';
import { readYearOutcome } from '../domain/contract/evaluate-year.ts';
import type { EntryOf } from '../domain/contract/events.ts';
import type { ContractState } from '../domain/contract/state.ts';
import { DomainError } from '../domain/errors.ts';
import { councilLetterBlocks } from '../explanation/contract/council-letter.ts';
import type { Messages } from '../messages/messages.ts';
import { councilLetterReport } from '../reports/council-letter.ts';
import type { Report } from '../reports/report.ts';
import type { Storage } from '../storage/database.ts';
import type { Accounts } from './accounts.ts';
import { exportDossier } from './export-dossier.ts';

interface Writing {
  readonly storage: Storage;
  readonly accounts: Accounts;
  readonly ruleSets: RuleSets;
}

/**
 * The letter to the council about the evaluation of a year, with the edition of the dossier that everybody may have. Same dossier, same letter.
 * @throws DomainError `no-such-part` where the rules have no evaluation, `outcome-unreadable`, and what making the edition throws
 */
export function councilLetter(
  m: Messages,
  services: Writing,
  state: Readonly<ContractState>,
  { seq, payload: evaluation }: EntryOf<'year-evaluated'>,
): Report {
  const rules = state.rules.evaluation;
  if (!rules) throw new DomainError('no-such-part', { part: 'evaluation' });
  const outcome = readYearOutcome(evaluation.outcome);
  if (!outcome) throw new DomainError('outcome-unreadable');
  const contract = contractsOf(state).findLast(({ added, area }) => area.id === evaluation.area && added.seq < seq);
  const edition = exportDossier(services, state.dossier, { of: 'public' });
  const { hash } = services.storage.events.head(state.dossier);
  const about = {
    title: state.title,
    provider: contract?.provider.name ?? '',
    area: contract?.area.name ?? evaluation.area,
    year: evaluation.year,
  };
  const blocks = councilLetterBlocks(m, { about, rules, evaluation, outcome, fictional: state.fictional }, hash);
  return councilLetterReport(m, {
    about,
    on: evaluation.on,
    blocks,
    asOf: state.lastEventAt,
    attachments: [
      {
        name: 'dossier.json',
        bytes: Buffer.from(edition, 'utf8'),
        mediaType: 'application/json',
        description: m.evaluations.letter.attachment,
      },
    ],
    contentHash: sha256(canonicalJson([m.language, seq, JSON.stringify([about, blocks]), sha256(edition)])),
  });
}
