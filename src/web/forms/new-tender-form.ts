import { type PublishedRules, parseRules, publishable } from '../../criteria/read-rules.ts';
import type { RuleSets } from '../../criteria/rule-sets.ts';
import { DomainError } from '../../domain/errors.ts';
import { namesOf } from '../../domain/rules/names.ts';
import type { TenderRules } from '../../domain/rules/rules.ts';
import { describeFaults, type Messages } from '../../messages/messages.ts';
import { type FieldProblem, type FormBody, fileText, textProblem, typed } from './text.ts';

/** In place of the name of a rule set: the rules come from a file. */
export const OWN_RULES = 'own';

export interface NewTenderForm {
  readonly title: string;
  readonly published: PublishedRules;
}

/** Reads the form that opens a tender: its name, and published rules or rules from a file. */
export function readNewTenderForm(
  m: Messages,
  sets: RuleSets['tenders'],
  body: FormBody,
): NewTenderForm | { readonly problems: readonly FieldProblem[] } {
  const t = m.newTender;
  const problems: FieldProblem[] = [];
  const title = typed(body, 'title');
  const wrong = title === '' ? t.nameRequired : textProblem(m, title, t.name, 200, 'one');
  if (wrong !== undefined) problems.push({ field: 'title', text: wrong });
  const file = fileText(body, 'rulesFile');
  const choice = typed(body, 'rules');
  const own = choice === OWN_RULES;
  if (!own && file !== '') problems.push({ field: 'rulesFile', text: t.fileNotChosen });
  if (own && file === '') problems.push({ field: 'rulesFile', text: m.rehearsal.fileMissing });
  const published = own && file !== '' ? uploadedRules(m, file, problems) : sets.get(choice);
  if (!published && !own) problems.push({ field: 'rules', text: t.rulesRequired });
  if (!published || problems.length > 0) return { problems };
  return { title, published };
}

/** The rules of an uploaded file; everything that is wrong with them is added to the problems. */
function uploadedRules(m: Messages, text: string, problems: FieldProblem[]): PublishedRules | undefined {
  let rules: TenderRules | undefined;
  try {
    rules = parseRules(text);
    return publishable(rules, text);
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    const texts = describeFaults(m, error, rules && namesOf(rules, []));
    problems.push(...texts.map((one) => ({ field: 'rulesFile', text: one })));
    return undefined;
  }
}
