import { join } from 'node:path';
import { auditDossier } from '../actions/audit.ts';
import { decisionKind } from '../actions/decisions.ts';
import { type TenderAudit, tenderKind } from '../actions/tenders.ts';
import { canonicalJson } from '../chain/canonical.ts';
import { projectRoot } from '../config.ts';
import { loadRuleSets } from '../criteria/rule-sets.ts';
import { DomainError } from '../domain/errors.ts';
import { readDossierFile } from '../exchange/dossier-file.ts';
import type { Command } from './command.ts';
import { onlyFile, readFile } from './files.ts';

/**
 * `gunwijzer verify FILE [--head HASH]`: proves that an exported dossier is whole, that every event was allowed,
 * and that the stored outcome follows from the stored inputs.
 */
export const run: Command = async ({ arguments: files, options, messages: m }) => {
  const file = onlyFile(files, 'verify BESTAND');
  const { dossier, events, head } = readDossierFile(readFile(file));
  if (options.head !== undefined && options.head !== head) {
    throw new DomainError('head-differs', { found: head, expected: options.head });
  }
  const { reRun } = dossier.startsWith(decisionKind.prefix)
    ? auditDossier(decisionKind, dossier, events)
    : auditTenderRules(auditDossier(tenderKind, dossier, events));
  if (reRun && !reRun.identical) throw new DomainError('outcome-differs');
  if (options.json) {
    const verdict = reRun ? 'confirmed' : 'no-outcome';
    console.log(
      JSON.stringify({ dossier, events: events.length, head, engine: reRun?.engine ?? null, verdict }, null, 2),
    );
    return 0;
  }
  console.log(m.cli.verified(events.length));
  console.log(`${m.cli.headLabel} ${head}`);
  if (options.head === undefined) console.log(m.cli.headNotCompared);
  console.log(reRun ? m.reRun.verdict.confirmed : m.reRun.verdict.none);
  return 0;
};

/**
 * A dossier that names the hash of a published rule set must hold those very rules; rules from a file of one's own can only be held
 * against that file. @throws DomainError `rules-differ`
 */
function auditTenderRules(audit: TenderAudit): TenderAudit {
  const { rules, rulesSha256 } = audit.state;
  const published = loadRuleSets(join(projectRoot(), 'criteria')).tenders.get(`${rules.id}.v${rules.version}`);
  if (published?.sha256 === rulesSha256 && canonicalJson(published.rules) !== canonicalJson(rules)) {
    throw new DomainError('rules-differ', { rules: `${rules.id}.v${rules.version}` });
  }
  return audit;
}
