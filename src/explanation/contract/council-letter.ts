import type { Messages } from '../../messages/messages.ts';
import { type Block, heading, paragraph } from '../blocks.ts';
import { commandLine } from '../verification.ts';
import { type EvaluationToTell, evaluationBlocks } from './evaluation.ts';

/** Whom and what a letter to the council is about. */
export interface AboutLetter {
  /** Of the dossier. */
  readonly title: string;
  readonly provider: string;
  readonly area: string;
  readonly year: number;
}

/**
 * The text of the letter to the council about the evaluation of a year: what the page says, between salutation and signatures.
 * @param head the hash of the dossier of which the public edition goes with it
 */
export function councilLetterBlocks(
  m: Messages,
  { about, fictional, ...told }: EvaluationToTell & { readonly about: AboutLetter; readonly fictional: boolean },
  head: string,
): Block[] {
  const t = m.evaluations.letter;
  const { provider, area, year } = about;
  return [
    ...(fictional
      ? [{ kind: 'note' as const, tone: 'warning' as const, title: '', text: m.evaluations.letter.fictional }]
      : []),
    paragraph(t.salutation),
    paragraph(t.intro(provider, area, year)),
    paragraph(t.concludes),
    ...evaluationBlocks(m, told),
    heading(1, t.check),
    paragraph(t.checkLead),
    { kind: 'code', text: commandLine(`verify dossier.json --head ${head}`) },
    paragraph(t.closing),
    { kind: 'signatures', lines: [{ label: t.mayor }, { label: t.secretary }], labels: t.labels },
  ];
}
