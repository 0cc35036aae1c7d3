import type { Account, Accounts } from '../../actions/accounts.ts';
import { isSigned, may, mayAuditDecision, mayDecide } from '../../domain/decision/access.ts';
import { analyse, type DecisionOutcome } from '../../domain/decision/analyse.ts';
import type { DecisionState } from '../../domain/decision/state.ts';
import { readable } from '../../domain/decision/stored-outcome.ts';
import { matrixOf } from '../../domain/decision-matrix/rules.ts';
import { type DecisionInWords, decisionInWords } from '../../explanation/decision.ts';
import { inLanguage, type Messages } from '../../messages/messages.ts';
import { type BarChart, barChart } from './charts.ts';
import type { OneLine } from './one-line.ts';

export interface DecisionModel {
  readonly title: string;
  readonly text: Messages['decision'];
  readonly labels: Messages['common'];
  readonly status: string;
  readonly purchase: DecisionInWords['purchase'];
  readonly words: DecisionInWords;
  readonly sums: BarChart;
  readonly chart: BarChart;
  readonly placeHeads: readonly string[];
  readonly choice: null | { readonly name: string; readonly reason: string };
  readonly signed: string | null;
  readonly links: readonly { readonly href: string; readonly label: string; readonly primary: boolean }[];
  readonly signHref: string | null;
  readonly facts: readonly { readonly term: string; readonly value: string; readonly code: boolean }[];
  readonly line: OneLine;
}

/** The outcome of a decision: the stored one once it is signed, before that as it would be now. */
export const outcomeOf = (state: Readonly<DecisionState>): DecisionOutcome =>
  state.signed ? readable(state.signed.outcome) : analyse(matrixOf(state.rules), state.weighing);

/** @param decides whether this person prepares the decision and may still change it */
export function decisionModel(
  m: Messages,
  account: Account,
  state: Readonly<DecisionState>,
  accounts: Accounts,
  line: OneLine,
): DecisionModel {
  const t = m.decision;
  const words = decisionInWords(m, state.rules, state.weighing, outcomeOf(state));
  const base = `/decisions/${state.dossier}`;
  const decides = may(state, account.id, 'weighing-recorded');
  const audits = mayAuditDecision(state, account);
  const chosen = state.chosen && state.rules.alternatives.find((one) => one.id === state.chosen?.alternative);
  const links: readonly (readonly [boolean, string, string, boolean])[] = [
    [decides, `${base}/weighing`, t.weigh.title, false],
    [decides, `${base}/choice`, t.choose.title, state.chosen === null],
    [isSigned(state), `${base}/advice.pdf`, t.report.download, true],
    [isSigned(state) && mayDecide(state, account), `/tenders/new?decision=${state.dossier}`, t.startTender, false],
    [audits, `${base}/re-run`, m.tender.pages.reRun, false],
    [audits, `${base}/log`, m.tender.pages.log, false],
    [audits, `${base}/dossier.json`, m.tender.pages.export, false],
  ];
  return {
    title: state.title,
    text: t,
    labels: m.common,
    status: t.phase[state.phase],
    line,
    purchase: words.purchase,
    words,
    sums: barChart(
      {
        id: 'weighted-sums',
        title: t.sum,
        description: t.sumChart(words.rows.map((row) => [row.name, row.total])),
        full: words.full,
      },
      words.rows.map((row) => ({ label: row.name, value: row.length, text: row.total, highlighted: row.wins })),
    ),
    chart: barChart(
      {
        id: 'first-places',
        title: t.acceptability,
        description: t.chart(words.rows.map((row) => [row.name, row.first])),
        full: 1,
      },
      words.rows
        .filter((row) => row.firstLength > 0)
        .map((row) => ({ label: row.name, value: row.firstLength, text: row.first, highlighted: row.wins })),
    ),
    placeHeads: Array.from({ length: words.ranks }, (_, rank) => t.place(rank + 1)),
    choice: chosen ? { name: inLanguage(chosen.name, m), reason: state.chosen?.reason ?? '' } : null,
    signed: state.signed ? t.choose.signed(m.format.moment(state.signed.at)) : null,
    links: links.filter(([shown]) => shown).map(([, href, label, primary]) => ({ href, label, primary })),
    signHref: decides && state.chosen ? `${base}/signature` : null,
    facts: [
      { term: t.officer, value: accounts.nameOf(state.officer), code: false },
      {
        term: m.tender.rulesLabel,
        value: m.tender.rulesVersion(inLanguage(state.rules.title, m), state.rules.version),
        code: false,
      },
      { term: m.tender.rulesHash, value: state.rulesSha256, code: true },
    ],
  };
}
