import type { Language } from '../messages/language.ts';
import type { Messages } from '../messages/messages.ts';
import { shortened } from '../messages/sentence.ts';

/**
 * What is said, before anybody draws it: plain blocks in reading order. An explanation turns data into blocks (pure); a page, a PDF and
 * the terminal draw them.
 */
export type Block = FlatBlock | DetailsBlock;

/** Everything but what folds. */
export type FlatBlock =
  | HeadingBlock
  | { readonly kind: 'paragraph'; readonly text: Prose; readonly style?: 'normal' | 'lead' | 'small' }
  /** Text that must be read letter by letter, such as a hash; may break anywhere. */
  | { readonly kind: 'code'; readonly text: string }
  | ListBlock
  | { readonly kind: 'facts'; readonly caption: string; readonly facts: readonly Fact[] }
  | TableBlock
  | BarsBlock
  | NoteBlock
  | SignaturesBlock;

/** A text, or the passages of one of which some are in another language than the document. */
export type Prose = string | readonly Passage[];

export interface Passage {
  readonly text: string;
  /** Where it is not that of the document. */
  readonly language?: Language;
  /** Where more is said of it: the anchor of a heading, or a page. Paper and the terminal leave it out. */
  readonly href?: string;
}

/** Levels never skip: 1 starts a section of a page, or a chapter of a report; a report has 1 and 2 in its contents. */
export interface HeadingBlock {
  readonly kind: 'heading';
  readonly level: 1 | 2 | 3;
  readonly text: string;
  /** The anchor on a page; what comes from a rule set has a prefix in it, so that it meets no other id. */
  readonly id?: string;
  /** On paper a chapter that starts a page: an annex, or the colophon. */
  readonly startsPage?: true;
}

export interface ListBlock {
  readonly kind: 'list';
  readonly ordered: boolean;
  readonly items: readonly Prose[];
}

export interface Fact {
  readonly term: string;
  readonly value: string;
  /** Of the value, where it is another than that of the document. */
  readonly language?: Language;
}

export type NoteTone = 'information' | 'success' | 'warning';

/** What stands out. Without a title the word for its tone is its title. */
export interface NoteBlock {
  readonly kind: 'note';
  readonly tone: NoteTone;
  readonly title: string;
  readonly text: Prose;
  /** Points under the text. */
  readonly items?: readonly Prose[];
}

/** Folds on a page; in a report and on the terminal its summary is a heading. */
export interface DetailsBlock {
  readonly kind: 'details';
  readonly level: 2 | 3;
  readonly summary: string;
  readonly blocks: readonly FlatBlock[];
}

export interface TableBlock {
  readonly kind: 'table';
  readonly caption: string;
  readonly columns: readonly Column[];
  /** As many cells as columns; the first cell of a row is its header. A row of strong cells is marked: the winner, or what is so now. */
  readonly rows: readonly (readonly Cell[])[];
  /** How many rows at the end say what the others come to. */
  readonly sums?: number;
  /** Where there is no room for columns, a row becomes a list: its header above, and every other cell after the head of its column. */
  readonly stacks?: true;
  /** On paper columns with short texts give way to those with long ones, beyond their shares. Not for tables that are read one under another. */
  readonly fitted?: true;
}

export interface Column {
  readonly header: string;
  /** Numbers end: with as many decimals in the whole column they align on the comma. */
  readonly align: 'start' | 'end';
  /** Share of the width, relative to the other columns. */
  readonly width: number;
  /** Full sentences: a page keeps the lines of this column readable. */
  readonly prose?: boolean;
  /** Set apart from the other columns: the winner, whose head says so too. */
  readonly marked?: boolean;
  /** Long texts: on paper they stand under their row, over the whole width of the table. Never the first column. */
  readonly under?: true;
}

export interface Cell {
  readonly text: Prose;
  readonly strong?: boolean;
  /** Said under it in smaller letters. */
  readonly notes?: readonly Prose[];
  /** How deep it stands below the heads of its column, for a tree of rows. */
  readonly depth?: number;
  /** A figure that is counted in another one of its row or column already. */
  readonly part?: boolean;
  /** A page draws the text as a badge. */
  readonly badge?: 'success' | 'danger';
  /** Room to write in by hand, in lines. */
  readonly room?: number;
  /** On paper a bar beside the text, which says the same: of a column that has as long a full bar in every row. */
  readonly bar?: { readonly value: number; readonly full: number };
}

/** A horizontal bar chart. Every bar carries its value as text: colour and length never stand alone. */
export interface BarsBlock {
  readonly kind: 'bars';
  readonly title: string;
  /** The whole chart in one sentence, for who cannot see it. */
  readonly alternative: string;
  /** The value of a full-length bar, larger than 0. */
  readonly full: number;
  readonly bars: readonly Bar[];
}

export interface Bar {
  readonly label: string;
  readonly value: number;
  readonly text: string;
  /** Drawn in the strong colour, for example the winner; `label` says so too. */
  readonly highlighted?: boolean;
}

/** Lines to sign on, by hand: for each a label, and under it room for a signature, a name and a date. */
export interface SignaturesBlock {
  readonly kind: 'signatures';
  readonly lines: readonly {
    /** Who signs here, such as "Voorzitter". */
    readonly label: string;
    /** Printed where the name is known; else it is written by hand. */
    readonly name?: string;
  }[];
  /** What is filled in on a line, in the language of the document. */
  readonly labels: { readonly signature: string; readonly name: string; readonly date: string };
}

export const heading = (level: HeadingBlock['level'], text: string, id?: string): HeadingBlock => ({
  kind: 'heading',
  level,
  text,
  ...(id === undefined ? {} : { id }),
});

/** The chapter of an annex or the colophon. */
export const onItsPage = (text: string): HeadingBlock => ({ ...heading(1, text), startsPage: true });

export const paragraph = (text: Prose): FlatBlock => ({ kind: 'paragraph', text });

/** Where something comes from, and other small print; none for an empty text. */
export const small = (text: string): FlatBlock[] => (text === '' ? [] : [{ kind: 'paragraph', text, style: 'small' }]);

/** None for no items. */
export const list = (items: readonly Prose[]): ListBlock[] =>
  items.length === 0 ? [] : [{ kind: 'list', ordered: false, items }];

export const cells = (...texts: readonly string[]): Cell[] => texts.map((text) => ({ text }));

/** The same cells as the marked row of their table. */
export const marked = (row: readonly Cell[]): Cell[] => row.map((cell) => ({ ...cell, strong: true }));

/** The same blocks a level deeper: a section of a page is part of a chapter in a report. @throws Error for a heading that is too deep */
export const lowered = (blocks: readonly Block[]): Block[] =>
  blocks.map((block) => {
    if (block.kind !== 'heading' && block.kind !== 'details') return block;
    if (block.level === 3) throw new Error('heading-too-deep');
    return block.kind === 'heading'
      ? { ...block, level: block.level === 1 ? 2 : 3 }
      : { ...block, level: 3, blocks: block.blocks.map((one) => (one.kind === 'heading' ? tooDeep() : one)) };
  });

const tooDeep = (): never => {
  throw new Error('heading-too-deep');
};

/** The blocks for where nothing folds: what folds on a page stands under a heading. */
export const unfolded = (blocks: readonly Block[]): FlatBlock[] =>
  blocks.flatMap((block) =>
    block.kind === 'details' ? [heading(block.level, block.summary), ...block.blocks] : [block],
  );

/** What people typed is in the language of the dossier: Dutch. */
const TYPED: Language = 'nl';

/** A text that people typed, tagged with its language where the document is in another. */
export const typedPassage = ({ language }: Pick<Messages, 'language'>, text: string): Passage =>
  language === TYPED ? { text } : { text, language: TYPED };

/** A fact that people typed. */
export const typedFact = (m: Pick<Messages, 'language'>, term: string, value: string): Fact => ({
  term,
  value,
  ...(m.language === TYPED ? {} : { language: TYPED }),
});

/**
 * A text in which words stand that people typed, tagged with their language where the document is in another: to the spaces around them, so
 * that quotation marks and the full stop go along.
 * @param typed the words, in the order in which they stand in the text
 */
export function withTyped(m: Pick<Messages, 'language'>, text: string, ...typed: readonly string[]): Prose {
  if (m.language === TYPED) return text;
  const passages: Passage[] = [];
  let rest = text;
  // From the end on: what people typed mostly stands there, and words before it may be the same.
  for (const words of typed.toReversed()) {
    const at = words === '' ? -1 : rest.lastIndexOf(words);
    if (at === -1) continue;
    const from = rest.lastIndexOf(' ', at) + 1;
    const space = rest.indexOf(' ', at + words.length);
    const to = space === -1 ? rest.length : space;
    passages.unshift(...passageOf(rest.slice(from, to), TYPED), ...passageOf(rest.slice(to + 1)));
    rest = rest.slice(0, Math.max(from - 1, 0));
  }
  return passages.length === 0 ? text : [...passageOf(rest), ...passages];
}

const passageOf = (text: string, language?: Language): Passage[] =>
  text === '' ? [] : [language === undefined ? { text } : { text, language }];

/** The passages of a text; neighbours in one language are one passage. */
export function passagesOf(prose: Prose): readonly Passage[] {
  if (typeof prose === 'string') return [{ text: prose }];
  const passages: Passage[] = [];
  for (const passage of prose) {
    const before = passages.at(-1);
    if (passage.text === '') continue;
    if (before && before.language === passage.language && before.href === passage.href) {
      passages[passages.length - 1] = { ...before, text: `${before.text} ${passage.text}` };
    } else {
      passages.push(passage);
    }
  }
  return passages;
}

/** The beginning of a text that stands for the whole of it. */
export function beginningOf(passages: readonly Passage[]): readonly Passage[] {
  const found: Passage[] = [];
  let rest = shortened(plain(passages));
  for (const { text, ...how } of passages) {
    if (rest === '') break;
    const isWhole = rest.startsWith(text);
    found.push({ ...how, text: isWhole ? text : rest });
    rest = isWhole ? rest.slice(text.length).trimStart() : '';
  }
  return found;
}

/** The whole text, where languages make no difference. */
export const plain = (prose: Prose): string =>
  passagesOf(prose)
    .map(({ text }) => text)
    .join(' ');
