import { contractsOf } from '../../domain/contract/contracts.ts';
import { quarterText } from '../../domain/contract/events.ts';
import { areaOverview, areasOf, type ReportedQuarter } from '../../domain/contract/overview.ts';
import { endOfQuarter, quartersOf } from '../../domain/contract/quarter.ts';
import { SUPPORT_KINDS } from '../../domain/contract/rules/growth-path.ts';
import type { ContractState } from '../../domain/contract/state.ts';
import { writeAmount } from '../../domain/figures.ts';
import { type Block, cells } from '../../explanation/blocks.ts';
import { quarterInWords } from '../../explanation/contract/amounts.ts';
import { inLanguage, type Messages } from '../../messages/messages.ts';
import { asTyped, type FieldProblem, type FormBody } from '../forms/text.ts';
import { chooseForm } from './choose-form.ts';
import { fieldReader } from './figure-fields.ts';
import { type Asking, part, type RecordForm, type RecordFormModel } from './record-form.ts';
import { typedFields } from './typed-fields.ts';

const USERS = ['basicVolunteers', 'basicProfessionals', 'additional', 'communityInitiatives'] as const;
type Users = (typeof USERS)[number];

/** What the form is about: an area and a quarter. */
interface About {
  readonly area: { readonly id: string; readonly name: string };
  readonly quarter: string;
  /** What was recorded of it; undefined for a quarter that has no figures. */
  readonly known: ReportedQuarter | undefined;
}

/** The figures of one quarter in one area; those of a quarter that has some are a correction, with its reason. */
export const quarterForm: RecordForm = {
  path: 'figures/new',
  type: 'figures-recorded',
  page: (asking, problems) => {
    const about = aboutIn(asking.state, asking.given);
    return about ? quarterPage(asking, about, problems) : chooserPage(asking);
  },
  read: ({ m, state, given }) => {
    const t = m.contractForms.figures;
    const about = aboutIn(state, given);
    const reader = fieldReader(m, given);
    const on = reader.date('on', t.on);
    const [basicVolunteers, basicProfessionals, additional, communityInitiatives] = USERS.map((name) =>
      reader.count(name, t[name]),
    );
    const complaints = reader.count('complaints', t.complaints);
    const spent = reader.amount('spent', t.spent);
    const reason = reader.optional('reason', m.contractForms.reason, 2000);
    if (
      reader.problems.length > 0 ||
      !about ||
      on === null ||
      basicVolunteers == null ||
      basicProfessionals == null ||
      additional == null ||
      communityInitiatives == null ||
      complaints === null
    ) {
      return { problems: reader.problems };
    }
    const users = { basicVolunteers, basicProfessionals, additional, communityInitiatives };
    const payload = { area: about.area.id, quarter: about.quarter, on, users, complaints, spent, reason };
    return { command: { type: 'say', events: [{ type: 'figures-recorded', payload }] } };
  },
  fieldOf: ({ field }) => (field === 'communityInitiatives' || field === 'reason' ? field : 'on'),
  confirm: null,
  after: ({ state, given }) => `/contracts/${state.dossier}/areas/${asTyped(given, 'area')}?notice=figuresRecorded`,
};

function aboutIn(state: Readonly<ContractState>, given: FormBody): About | undefined {
  const area = areasOf(state).find(({ id }) => id === given.area);
  const contract = contractsOf(state).findLast((one) => one.area.id === area?.id);
  const quarter = quarterText.safeParse(given.quarter).data;
  if (!area || !contract || quarter === undefined) return undefined;
  const { quarters } = areaOverview(state, contract, endOfQuarter(quarter));
  return { area, quarter, known: quarters.find((one) => one.quarter === quarter) };
}

function quarterPage(
  asking: Asking,
  { area, quarter, known }: About,
  problems: readonly FieldProblem[],
): RecordFormModel {
  const { m, state, today } = asking;
  const t = m.contractForms.figures;
  const before = known?.now.payload;
  const text = typedFields(asking, problems);
  const users = (name: Users, hint: string | null = null) =>
    text(name, t[name], { hint, isFigure: true, known: before && String(before.users[name]) });
  return {
    title: t.title(area.name, quarterInWords(m, quarter)),
    lead: t.lead,
    said: [],
    method: 'post',
    action: `/contracts/${state.dossier}/figures/new`,
    hidden: [
      { name: 'area', value: area.id },
      { name: 'quarter', value: quarter },
    ],
    parts: [
      part(m, null, { said: kindsBlock(m, state), fields: [text('on', t.on, { known: today })] }),
      part(
        m,
        { id: 'users', text: t.users },
        {
          fields: [
            users('basicVolunteers'),
            users('basicProfessionals'),
            users('additional'),
            users('communityInitiatives', t.communityHint),
          ],
        },
      ),
      part(
        m,
        { id: 'rest', text: t.rest },
        {
          fields: [
            text('complaints', t.complaints, { isFigure: true, known: before && String(before.complaints) }),
            text('spent', t.spent, {
              isFigure: true,
              asks: 'optional',
              known: before?.spent == null ? '' : writeAmount(before.spent, m.format.decimalMark === ','),
            }),
            ...(known
              ? [text('reason', m.contractForms.reason, { hint: m.contractForms.reasonHint, multiline: true })]
              : []),
          ],
        },
      ),
    ],
    submit: m.contractForms.save,
    back: { href: `/contracts/${state.dossier}/areas/${area.id}`, label: m.contractForms.backToArea },
    more: { href: `/contracts/${state.dossier}/figures-sheet`, label: t.sheetLink },
  };
}

/** What is counted as what, as the rules say. */
function kindsBlock(m: Messages, { rules }: Readonly<ContractState>): Block[] {
  const kinds = rules.growthPath?.kinds ?? rules.supportKinds;
  if (!kinds) return [];
  const t = m.contractForms.figures;
  return [
    {
      kind: 'details',
      level: 2,
      summary: t.kinds,
      blocks: [
        {
          kind: 'table',
          caption: t.kinds,
          columns: [
            { header: t.kind, align: 'start', width: 1 },
            { header: t.meaning, align: 'start', width: 3, prose: true },
          ],
          rows: SUPPORT_KINDS.flatMap((kind) =>
            kinds
              .filter((one) => one.kind === kind)
              .map(({ name, description }) => cells(inLanguage(name, m), inLanguage(description, m))),
          ),
        },
      ],
    },
  ];
}

/** Asks for the area and the quarter; only quarters that are over. */
function chooserPage({ m, state, today, given }: Asking): RecordFormModel {
  const t = m.contractForms.figures;
  const contracts = contractsOf(state);
  const years = contracts.map(({ added }) => Number(added.payload.start.slice(0, 4)));
  const first = contracts.map(({ added }) => added.payload.start).sort()[0] ?? today;
  const quarters = range(Math.min(...years), Number(today.slice(0, 4)))
    .flatMap(quartersOf)
    .filter((quarter) => endOfQuarter(quarter) >= first && endOfQuarter(quarter) < today)
    .reverse();
  const areas = areasOf(state).filter(({ id }) => contracts.some(({ area }) => area.id === id));
  return chooseForm(
    m,
    {
      title: t.chooseTitle,
      lead: quarters.length === 0 ? t.noQuarter : t.chooseLead,
      action: `/contracts/${state.dossier}/figures/new`,
      submit: t.choose,
      back: { href: `/contracts/${state.dossier}`, label: m.contractForms.backToDossier },
      more: { href: `/contracts/${state.dossier}/figures-sheet`, label: t.sheetLink },
    },
    given,
    [
      { name: 'area', label: t.area, options: areas.map(({ id, name }) => ({ value: id, label: name })) },
      {
        name: 'quarter',
        label: t.quarter,
        options: quarters.map((quarter) => ({ value: quarter, label: quarterInWords(m, quarter) })),
      },
    ],
  );
}

/** No years for no contracts. */
const range = (from: number, to: number): number[] =>
  Number.isFinite(from) && to >= from ? Array.from({ length: to - from + 1 }, (_, place) => from + place) : [];
