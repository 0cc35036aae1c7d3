import { type PublishedRules, parseRules, publishable } from '../../criteria/read-rules.ts';
import { DomainError } from '../../domain/errors.ts';
import { namesOf } from '../../domain/rules/names.ts';
import type { TenderRules } from '../../domain/rules/rules.ts';
import { describeFaults, type Messages } from '../../messages/messages.ts';
import { type FieldProblem, type FormBody, fileText, textProblem, typed } from './text.ts';

/** What a tender can be begun from: published rules and templates by their keys ("gon-2027.v3"), and the tenders that this officer leads. */
export interface Origins {
  readonly rules: ReadonlyMap<string, PublishedRules>;
  readonly templates: ReadonlyMap<string, PublishedRules>;
  readonly tenders: readonly { readonly dossier: string; readonly title: string }[];
}

export interface NewTenderForm {
  readonly title: string;
  readonly beginning: Beginning;
}
export type Beginning =
  | { readonly from: 'empty' }
  | { readonly from: 'rules' | 'template'; readonly key: string; readonly published: PublishedRules }
  | { readonly from: 'tender'; readonly dossier: string }
  | { readonly from: 'file'; readonly text: string };

/** Reads the form that begins a tender: its title, and what it begins with. */
export function readNewTenderForm(
  m: Messages,
  origins: Origins,
  body: FormBody,
): NewTenderForm | { readonly problems: readonly FieldProblem[] } {
  const t = m.newTender;
  const title = typed(body, 'title');
  const wrong = title === '' ? t.nameRequired : textProblem(m, title, t.name, 200, 'one');
  const problems: FieldProblem[] = wrong === undefined ? [] : [{ field: 'title', text: wrong }];
  const beginning = readBeginning(m, origins, body, problems);
  return beginning && problems.length === 0 ? { title, beginning } : { problems };
}

function readBeginning(
  { newTender: t }: Messages,
  origins: Origins,
  body: FormBody,
  problems: FieldProblem[],
): Beginning | undefined {
  const [from = '', key = ''] = typed(body, 'from').split(' ');
  const text = fileText(body, 'rulesFile');
  if (from !== 'file' && text !== '') problems.push({ field: 'rulesFile', text: t.fileNotChosen });
  if (from === 'empty') return { from };
  if (from === 'rules' || from === 'template') {
    const published = origins[from === 'rules' ? 'rules' : 'templates'].get(key);
    if (published) return { from, key, published };
  }
  if (from === 'tender' && origins.tenders.some(({ dossier }) => dossier === key)) return { from, dossier: key };
  if (from !== 'file') problems.push({ field: 'from', text: t.choose });
  else if (text === '') problems.push({ field: 'rulesFile', text: t.fileMissing });
  else return { from, text };
  return undefined;
}

/** The rules that are published as they are. What keeps them from that is added to the problems. */
export function asTheyAre(m: Messages, beginning: Beginning, problems: FieldProblem[]): PublishedRules | undefined {
  switch (beginning.from) {
    case 'rules':
      return beginning.published;
    case 'file':
      return rulesInFile(m, beginning.text, problems);
    case 'empty':
    case 'template':
    case 'tender':
      problems.push({ field: 'from', text: m.newTender.notAsItIs });
      return undefined;
    default:
      return beginning satisfies never;
  }
}

/** The rules of an uploaded file, to be changed first; everything that is wrong with them is added to the problems. */
export const rulesToChange = (m: Messages, text: string, problems: FieldProblem[]): TenderRules | undefined =>
  faultsAdded(m, problems, () => parseRules(text));

/** The same, to be published as they are. */
function rulesInFile(m: Messages, text: string, problems: FieldProblem[]): PublishedRules | undefined {
  const rules = rulesToChange(m, text, problems);
  return rules && faultsAdded(m, problems, () => publishable(rules, text), rules);
}

/** @param rules whose names are used to say what is wrong */
function faultsAdded<Read>(
  m: Messages,
  problems: FieldProblem[],
  read: () => Read,
  rules?: TenderRules,
): Read | undefined {
  try {
    return read();
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    const texts = describeFaults(m, error, rules && namesOf(rules, []));
    problems.push(...texts.map((text) => ({ field: 'rulesFile', text })));
    return undefined;
  }
}
