import { z } from 'zod';
import { DomainError } from '../../errors.ts';
import { pathText, readShape } from '../../shape.ts';
import { bilingualName, bilingualText, identifier, oneLine } from '../../text.ts';
import { accessRules } from './access.ts';
import { budgetRules } from './budget.ts';
import { continuityRules } from './continuity.ts';
import { evaluationRules } from './evaluation.ts';
import { contractFaults } from './faults.ts';
import { adviceRules, figuresRules, listRules } from './figures.ts';
import { growthPathRules } from './growth-path.ts';
import { sources } from './parts.ts';
import { termRules } from './term.ts';

/**
 * The rule sets under criteria/contracts/: what is followed of contracts. Every part can be left out; a page shows what there is. Unknown keys are
 * refused.
 */
export const contractRules = z.strictObject({
  kind: z.literal('contract-rules'),
  id: identifier,
  version: z.int().min(1).max(9999),
  title: bilingualName,
  description: bilingualText,
  /** What in these rules is ours and does not come from the sources. */
  exampleNotice: bilingualText.optional(),
  sources,
  /** The rule set of the tender that these contracts follow from: "gon-2027". */
  tender: identifier.optional(),
  areas: z.array(z.strictObject({ id: identifier, name: oneLine(200) })).max(60),
  budget: budgetRules.optional(),
  term: termRules.optional(),
  growthPath: growthPathRules.optional(),
  continuity: continuityRules.optional(),
  evaluation: evaluationRules.optional(),
  access: accessRules.optional(),
  figures: figuresRules.optional(),
  advice: adviceRules.optional(),
  lists: listRules.optional(),
  /** For contracts of a tender of one's own: what kinds of support are, where its rules have a growth path. */
  supportKinds: growthPathRules.shape.kinds.optional(),
  /** For contracts of a tender of one's own: what a budget of one sum is made with. */
  ownBudget: z
    .strictObject({ sumName: bilingualName, adviser: bilingualName, agreements: budgetRules.shape.agreements })
    .optional(),
});
export type ContractRules = z.infer<typeof contractRules>;

const checked = contractRules.superRefine((rules, context) => {
  for (const { path, message } of contractFaults(rules)) context.addIssue({ code: 'custom', path: [...path], message });
});

/**
 * Reads one rule set of contracts.
 * @param file its name, for the error
 * @throws DomainError `rule-set-invalid` with file, path and what is wrong there
 */
export function readContractRules(json: unknown, file: string): ContractRules {
  const read = readShape(checked, json);
  if ('data' in read) return read.data;
  const { path, fault } = read.faults[0]!;
  throw new DomainError('rule-set-invalid', { file, path: pathText(path), fault });
}
