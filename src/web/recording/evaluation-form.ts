import { type Contract, contractsOf } from '../../domain/contract/contracts.ts';
import { evaluateYear, type YearOutcome } from '../../domain/contract/evaluate-year.ts';
import type { ContractPayloads, EntryOf } from '../../domain/contract/events.ts';
import { areaOverview, areasOf } from '../../domain/contract/overview.ts';
import { MANAGEMENT_LEVELS } from '../../domain/contract/rules/evaluation.ts';
import { type ContractState, lastStanding, standing } from '../../domain/contract/state.ts';
import { DomainError } from '../../domain/errors.ts';
import { heading, list, paragraph, typedFact } from '../../explanation/blocks.ts';
import { evaluationBlocks, figureBlocks, figureInWords } from '../../explanation/contract/evaluation.ts';
import { inLanguage } from '../../messages/messages.ts';
import { asTyped, type FieldProblem, type FormBody } from '../forms/text.ts';
import { blocksModel } from '../pages/blocks.ts';
import { selectField } from '../pages/fields.ts';
import { chooseForm } from './choose-form.ts';
import { fieldReader } from './figure-fields.ts';
import { type Asking, part, type RecordForm, type RecordFormModel } from './record-form.ts';
import { typedFields } from './typed-fields.ts';

type Payload = ContractPayloads['year-evaluated'];
type Template = NonNullable<ContractState['rules']['evaluation']>;

const LONG = 5000;
const findingField = (goal: string): string => `finding.${goal}`;
const evidenceField = (goal: string): string => `evidence.${goal}`;
const levelField = (goal: string): string => `level.${goal}`;

/** What an evaluation is about, and what was written of it before. */
interface About {
  readonly contract: Contract;
  readonly year: number;
  readonly outcome: YearOutcome;
  readonly before: Payload | undefined;
}

/** The yearly evaluation of the provider in an area, with the figures that were recorded beside what is written. */
export const evaluationForm: RecordForm = {
  path: 'evaluations/new',
  type: 'year-evaluated',
  page: (asking, problems) => {
    const about = aboutIn(asking.state, asking.given);
    return about ? evaluationPage(asking, about, problems) : chooserPage(asking);
  },
  read: ({ m, state, given }) => {
    const t = m.contractForms.evaluation;
    const about = aboutIn(state, given);
    const reader = fieldReader(m, given);
    const findings = templateOf(state).goals.flatMap(({ id, name }): Payload['findings'] => {
      const goal = inLanguage(name, m);
      const level = reader.oneOf(levelField(id), t.levelOf(goal), MANAGEMENT_LEVELS);
      const finding = reader.text(findingField(id), t.findingOf(goal), LONG);
      const evidence = reader.optional(evidenceField(id), t.evidenceOf(goal), 2000);
      return level === null || finding === null ? [] : [{ goal: id, level, finding, evidence }];
    });
    const conclusion = reader.text('conclusion', t.conclusion, LONG);
    const on = reader.date('on', t.on);
    const reason = reader.optional('reason', m.contractForms.reason, 2000);
    if (reader.problems.length > 0 || !about || conclusion === null || on === null) {
      return { problems: reader.problems };
    }
    const { contract, year } = about;
    return {
      command: {
        type: 'evaluate-year',
        evaluation: { area: contract.area.id, year, on, findings, conclusion, reason },
      },
    };
  },
  fieldOf: ({ field, details, code }) =>
    code === 'goal-missing' ? findingField(String(details.goal)) : field === 'reason' ? field : 'on',
  confirm: ({ m, state }, command, action) => {
    const t = m.contractForms.evaluation.confirm;
    if (command.type !== 'evaluate-year') throw new DomainError('no-such-part', { part: 'evaluation' });
    const { evaluation } = command;
    const { area, year, on } = evaluation;
    const contract = contractsOf(state).findLast((one) => one.area.id === area);
    const outcome = evaluateYear(state, area, year);
    return {
      confirmation: {
        title: t.title,
        yes: t.yes,
        action,
        facts: [
          typedFact(m, t.provider, contract?.provider.name ?? ''),
          typedFact(m, t.area, contract?.area.name ?? ''),
          { term: t.year, value: String(year) },
          { term: t.on, value: m.format.date(on) },
        ],
        consequences: t.consequences,
        undo: t.undo,
        // Figures that came in since are seen first.
        basis: [state.version, JSON.stringify(outcome)],
      },
      details: evaluationBlocks(m, { rules: templateOf(state), evaluation, outcome }),
    };
  },
  after: ({ state }, after) =>
    `/contracts/${state.dossier}/evaluations/${lastStanding(after, 'year-evaluated')?.seq ?? ''}?notice=evaluated`,
};

/** @throws DomainError `no-such-part` where the rules have no evaluation */
function templateOf({ rules }: Readonly<ContractState>): Template {
  if (!rules.evaluation) throw new DomainError('no-such-part', { part: 'evaluation' });
  return rules.evaluation;
}

function aboutIn(state: Readonly<ContractState>, given: FormBody): About | undefined {
  templateOf(state);
  const contract = contractsOf(state).findLast((one) => one.area.id === given.area);
  const year = /^(199\d|2[01]\d\d)$/.test(String(given.year)) ? Number(given.year) : undefined;
  if (!contract || year === undefined) return undefined;
  return {
    contract,
    year,
    outcome: evaluateYear(state, contract.area.id, year),
    before: evaluationsOf(state, contract).find((one) => one.payload.year === year)?.payload,
  };
}

const evaluationsOf = (state: Readonly<ContractState>, contract: Contract): readonly EntryOf<'year-evaluated'>[] =>
  areaOverview(state, contract, state.lastEventAt.slice(0, 10)).evaluations;

function evaluationPage(
  asking: Asking,
  { contract, year, outcome, before }: About,
  problems: readonly FieldProblem[],
): RecordFormModel {
  const { m, state, today, given, isFilledIn } = asking;
  const t = m.contractForms.evaluation;
  const text = typedFields(asking, problems);
  const { area } = contract;
  return {
    title: t.title(area.name, year),
    lead: t.lead,
    said: blocksModel(m, [heading(1, t.figures), ...figureBlocks(m, outcome)]),
    method: 'post',
    action: `/contracts/${state.dossier}/evaluations/new`,
    hidden: [
      { name: 'area', value: area.id },
      { name: 'year', value: String(year) },
    ],
    parts: [
      ...templateOf(state).goals.map(({ id, name, question, level, figures }) => {
        const known = before?.findings.find(({ goal }) => goal === id);
        const chosen = isFilledIn ? asTyped(given, levelField(id)) : (known?.level ?? level);
        return part(
          m,
          { id: `goal-${id}`, text: inLanguage(name, m) },
          {
            said: [
              paragraph(inLanguage(question, m)),
              ...list(figures.flatMap((figure) => figureInWords(m, outcome, figure))),
            ],
            fields: [
              text(findingField(id), t.findingOf(inLanguage(name, m)), { multiline: true, known: known?.finding }),
              text(evidenceField(id), t.evidenceOf(inLanguage(name, m)), {
                hint: t.evidenceHint,
                multiline: true,
                asks: 'optional',
                known: known?.evidence ?? '',
              }),
              {
                kind: 'select',
                field: selectField(
                  {
                    name: levelField(id),
                    label: t.levelOf(inLanguage(name, m)),
                    asks: 'chosen',
                    options: MANAGEMENT_LEVELS.map((one) => ({
                      value: one,
                      label: t.levels[one],
                      selected: one === chosen,
                    })),
                  },
                  problems,
                  m.app,
                ),
              },
            ],
          },
        );
      }),
      part(
        m,
        { id: 'whole', text: t.whole },
        {
          fields: [
            text('conclusion', t.conclusion, { hint: t.conclusionHint, multiline: true, known: before?.conclusion }),
            text('on', t.on, { known: today }),
            ...(before
              ? [text('reason', m.contractForms.reason, { hint: m.contractForms.reasonHint, multiline: true })]
              : []),
          ],
        },
      ),
    ],
    submit: m.contractForms.check,
    back: { href: `/contracts/${state.dossier}/areas/${area.id}`, label: m.contractForms.backToArea },
    more: null,
  };
}

/** Asks for the area and the year; only years that are over. */
function chooserPage({ m, state, today, given }: Asking): RecordFormModel {
  const t = m.contractForms.evaluation;
  const starts = standing(state, 'contract-added').map(({ payload }) => Number(payload.start.slice(0, 4)));
  const last = Number(today.slice(0, 4)) - 1;
  const first = Math.min(last + 1, ...starts);
  const years = Array.from({ length: last - first + 1 }, (_, place) => last - place);
  return chooseForm(
    m,
    {
      title: t.chooseTitle,
      lead: years.length === 0 ? t.noYear : t.chooseLead,
      action: `/contracts/${state.dossier}/evaluations/new`,
      submit: t.choose,
      back: { href: `/contracts/${state.dossier}`, label: m.contractForms.backToDossier },
      more: null,
    },
    given,
    [
      { name: 'area', label: t.area, options: areasOf(state).map(({ id, name }) => ({ value: id, label: name })) },
      { name: 'year', label: t.year, options: years.map((year) => ({ value: String(year), label: String(year) })) },
    ],
  );
}
