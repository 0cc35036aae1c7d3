import type { Messages } from '../messages/messages.ts';
import { type FlatBlock, paragraph } from './blocks.ts';

/** The release that says so; a test holds it against package.json. */
export const RELEASE = '0.1.0';

/**
 * A command of this project as a reader can run it. Outside the folder of the project `npx` would look for a package of that name
 * elsewhere: `--no` keeps it from fetching one.
 */
export const commandLine = (words: string): string => `npx --no gunwijzer ${words}`;

/** How to calculate the outcome again from the input that goes with a report. @param inDossier where the rest of it can be checked */
export const evaluationAgain = (m: Messages, engine: number, inDossier: boolean): FlatBlock[] => [
  paragraph(m.report.verifyWhere(RELEASE, engine)),
  paragraph(m.report.verifyFile('input.json')),
  { kind: 'code', text: commandLine('evaluate input.json --json') },
  paragraph(m.report.compareOutcome),
  ...(inDossier ? [paragraph(m.report.wholeDossier)] : []),
];

/** How to check, after that, the edition of the dossier that goes with a report too. @param head its hash, as printed on the report */
export const editionAgain = (m: Messages, head: string): FlatBlock[] => [
  paragraph(m.report.editionVerifies),
  paragraph(m.report.verifyFile('dossier.json')),
  { kind: 'code', text: commandLine(`verify dossier.json --head ${head}`) },
  paragraph(m.report.compareHead),
];

/** How to check the dossier that goes with a report. @param head its hash, as printed on the report */
export const dossierAgain = (m: Messages, head: string): FlatBlock[] => [
  paragraph(m.report.verifyWhere(RELEASE, null)),
  paragraph(m.report.verifyFile('dossier.json')),
  { kind: 'code', text: commandLine(`verify dossier.json --head ${head}`) },
  paragraph(m.report.compareHead),
];
