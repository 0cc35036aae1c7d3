import type { Accounts } from '../../actions/accounts.ts';
import type { ListedTender, Page } from '../../actions/lists.ts';
import type { Group } from '../../domain/listing.ts';
import { daysBetween } from '../../domain/procedure/terms.ts';
import type { Heed, TenderTask, Waiting } from '../../domain/tender/seat.ts';
import { attentionInWords, awardPhrase } from '../../explanation/attention.ts';
import { forRules, inLanguage, type Messages } from '../../messages/messages.ts';

/** One thing to do, to wait for or to pay heed to. */
export interface WorkRow {
  readonly title: string;
  readonly text: string;
  /** That there is more of the sort in this tender. */
  readonly more: string | null;
  readonly deadline: Deadline | null;
  readonly action: { readonly href: string; readonly label: string };
}

export interface Deadline {
  readonly date: string;
  readonly left: string;
  readonly late: boolean;
  readonly what: string;
}

export interface WorkGroup {
  readonly id: Group;
  readonly title: string;
  readonly rows: readonly WorkRow[];
  /** What is said when there is nothing in it; null where it is then left out. */
  readonly none: string | null;
  readonly all: { readonly href: string; readonly label: string } | null;
}

/** In words, what a row says and where it leads: a part of the address of the tender. */
interface Said {
  readonly text: string;
  readonly label: string;
  readonly path: string;
  /** A day of its own, in the place of the next date of the tender. */
  readonly until?: string;
}

/** Whose names are shown of many; of the others the number. */
const MOST_NAMES = 3;

/**
 * The tenders of a group in words: of each the first thing, and how many more there are.
 * @param today "2027-03-10"
 */
export function workRows(
  m: Messages,
  accounts: Pick<Accounts, 'nameOf'>,
  group: Group,
  { rows }: Page<ListedTender>,
  today: string,
): WorkRow[] {
  return rows.flatMap((row) => {
    const words = forRules(m, { award: row.words });
    const all = saidOf(words, accounts, group, row);
    const [first] = all;
    if (!first) return [];
    return [
      {
        title: row.title,
        text: first.text,
        more: all.length > 1 ? m.home.more(all.length - 1) : null,
        deadline:
          first.until === undefined
            ? deadlineOf(m, row, today)
            : deadlineAt(m, first.until, m.home.explanationAsked, today),
        action: { href: `/tenders/${row.dossier}${first.path}`, label: first.label },
      },
    ];
  });
}

/** The next date of a tender, or the last that passed. */
export const deadlineOf = (m: Messages, { date }: ListedTender, today: string): Deadline | null =>
  date &&
  deadlineAt(m, date.on, date.what.kind === 'announced' ? inLanguage(date.what.name, m) : m.home.standstill, today);

/** A day, how far it is from today, and what it is of. @param today "2027-03-10" */
export function deadlineAt(m: Messages, on: string, what: string, today: string): Deadline {
  const days = daysBetween(today, on);
  return { date: m.format.date(on), left: m.home.left(days), late: days < 0, what };
}

function saidOf(m: Messages, accounts: Pick<Accounts, 'nameOf'>, group: Group, { seat }: ListedTender): Said[] {
  switch (group) {
    case 'todo':
      return seat.todo.map((task) => taskInWords(m, task));
    case 'waits':
      return seat.waits.map((one) => waitInWords(m, accounts, one));
    case 'heeds':
      return seat.heeds.map((one) => heedInWords(m, one));
    default:
      return group satisfies never;
  }
}

export function taskInWords(m: Messages, task: TenderTask): Said {
  const t = m.home.tasks;
  const said = (text: string, label: string, path = ''): Said => ({ text, label, path });
  switch (task.kind) {
    case 'register':
      return said(t.register, t.registerAction);
    case 'open-consensus':
      return said(t.openConsensus, t.openConsensusAction);
    case 'record-consensus':
      return said(t.consensus(task.open), t.consensusAction, '/consensus');
    case 'close-quality':
      return said(t.closeQuality, t.openConsensusAction);
    case 'record-prices':
      return said(m.prices.missingCount(task.open), m.prices.link, '/prices');
    case 'compute-award':
      return said(task.again ? t.computeAgain : t.computeAward, t.openConsensusAction);
    case 'assess':
      return said(t.assess(task.open), t.assessAction, '/assessments');
    case 'declare-interests':
      return said(t.declare, t.declareAction, '/interests');
    case 'propose-opening':
      return said(t.proposeOpening, t.openPricesAction);
    case 'open-prices':
      return said(t.openPrices, t.openPricesAction);
    case 'lead-round':
      return said(t.leadRound, t.leadRoundAction);
    case 'send-decision':
      return said(t.sendDecision, t.sendDecisionAction, '/letters');
    default:
      return task satisfies never;
  }
}

function waitInWords(m: Messages, { nameOf }: Pick<Accounts, 'nameOf'>, waiting: Waiting): Said {
  const t = m.home.waits;
  const said = (text: string, label: string = m.home.tasks.openConsensusAction, path = ''): Said => ({
    text,
    label,
    path,
  });
  switch (waiting.kind) {
    case 'assessors': {
      const { open, of } = waiting;
      if (of === null) return said(t.assessors(open));
      const shown = of.slice(0, MOST_NAMES).map((one) => ({ name: nameOf(one.account), open: one.open }));
      return said(t.assessorsOf(open, shown, of.length - shown.length), t.progressAction);
    }
    case 'declarations': {
      const shown = waiting.of.slice(0, MOST_NAMES).map(nameOf);
      return said(t.declarations(shown, waiting.of.length - shown.length));
    }
    case 'second-person':
      return said(t.secondPerson);
    case 'standstill':
      return said(t.standstill(m.format.date(waiting.until)), m.home.tasks.sendDecisionAction, '/letters');
    case 'consensus-opening':
      return said(t.consensusOpening);
    case 'consensus-scores':
      return said(t.followConsensus, m.home.tasks.consensusAction, '/consensus');
    case 'decision':
      return said(t.decision, m.home.tasks.awardAction, '/award');
    case 'report':
      return said(t.report, m.home.tasks.reportAction, '/report.pdf');
    case 'explanation':
      return { ...said(t.explanation(waiting.bidder, waiting.lot ?? m.common.allLots)), until: waiting.until };
    default:
      return waiting satisfies never;
  }
}

function heedInWords(m: Messages, heed: Heed): Said {
  const t = m.home.heeds;
  const toAward = { label: m.home.tasks.awardAction, path: '/award' };
  switch (heed.kind) {
    case 'attention': {
      const { attention, bidders, lots, mayAct } = heed;
      const names = { bidder: (id: string) => bidders[id] ?? id, lot: (id: string) => lots[id] ?? id };
      const text = attentionInWords(m, names, attention);
      if (!mayAct || attention.kind === 'open-lots') return { text, ...toAward };
      return attention.kind === 'draw-needed'
        ? { text, ...toAward, label: t.drawAction }
        : { text, label: t.askAction, path: '/acts/ask-explanation' };
    }
    case 'outcome':
      return { text: awardPhrase(m, { status: heed.status, lotsAwarded: 0, lotsToDraw: 0, lots: 0 }), ...toAward };
    case 'conflicts':
      return { text: m.tender.openConflicts(heed.open), label: t.conflictsAction, path: '/acts/judge-interest' };
    case 'unscored':
      return { text: m.tender.unscored(heed.open), label: m.home.tasks.openConsensusAction, path: '' };
    case 'proceeding':
      return { text: t.proceeding(heed.lots), label: t.proceedingAction, path: '/letters' };
    case 'explanation-received':
      return {
        text: t.received(heed.bidder, heed.lot ?? m.common.allLots),
        label: t.receivedAction,
        path: '/acts/judge-explanation',
      };
    default:
      return heed satisfies never;
  }
}
