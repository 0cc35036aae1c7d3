import type { Messages } from '../messages/messages.ts';
import { type FlatBlock, paragraph } from './blocks.ts';

/** A letter as it was sent, and what came of holding it against its file and against one made today. */
export interface LetterFindings {
  readonly number: number;
  readonly bidder: string;
  readonly sha256: string;
  readonly kept: keyof Messages['letters']['compared']['kept'];
  readonly again: keyof Messages['letters']['compared']['again'];
}

export const isAsSent = ({ kept, again }: LetterFindings): boolean => kept === 'as-sent' && again === 'same';

/** Every letter with what came of it, for who audits. */
export function comparedLetterBlocks(m: Messages, letters: readonly LetterFindings[]): FlatBlock[] {
  const t = m.letters.compared;
  if (letters.length === 0) return [paragraph(t.none)];
  return [
    paragraph(t.found(letters.length, letters.filter(isAsSent).length)),
    {
      kind: 'table',
      caption: t.title,
      columns: [
        { header: t.letter, align: 'start', width: 2 },
        { header: m.letters.page.to, align: 'start', width: 3 },
        { header: t.file, align: 'start', width: 2.5 },
        { header: t.today, align: 'start', width: 2.5 },
      ],
      rows: letters.map(({ number, bidder, sha256, kept, again }) => [
        { text: m.letters.number(number), notes: [t.hash(sha256)] },
        { text: bidder },
        { text: t.kept[kept] },
        { text: t.again[again] },
      ]),
      stacks: true,
    },
  ];
}
