import type { LongTask, WorkSize } from '../long-task.ts';
import type { Noun, Nouns } from '../noun.ts';
import { count } from './words.ts';

/** What somebody waits for. */
export const work = ({ lot }: Nouns) => ({
  title: 'One moment',
  tasks: {
    page: 'The page is being made.',
    award: 'The award is being calculated.',
    guards: 'Gunwijzer finds out what would change with other scores, weights or bids.',
    rehearsal: 'The rules are being rehearsed.',
    're-run': 'The tender is being calculated again.',
    report: 'The report is being made.',
    letters: 'The letters are being made.',
    file: 'The file is being read.',
  } satisfies Readonly<Record<LongTask, string>>,
  inLine: 'Other calculations are still going on. This one starts as soon as there is room.',
  busy: (seconds: number) => `Working for ${count(seconds, 'second', 'seconds')}.`,
  /** How many letters there are already. */
  letters: (made: number, of: number) => `${made} of ${count(of, 'letter', 'letters')} made.`,
  size: (size: WorkSize) => sizeInWords(lot, size),
  nextPage: 'This page goes on by itself. You can do something else in the meantime.',
  nextDownload: 'The download starts by itself. You can do something else in the meantime.',
  limit: (seconds: number) =>
    `If it takes longer than ${count(seconds, 'second', 'seconds')}, Gunwijzer stops it. Nothing is then stored.`,
  done: 'It is done.',
  look: 'See whether it is done',
  stop: 'Stop',
  stopped: 'The calculation was stopped.',
});

/** How much it is about. */
export const sizeInWords = (lot: Noun, size: WorkSize): string =>
  `It is about ${count(size.bids, 'bid', 'bids')}, ${count(size.lots, lot.one, lot.more)} and ${count(size.criteria, 'award criterion', 'award criteria')}.`;
