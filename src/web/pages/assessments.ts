import type { Account, Accounts } from '../../actions/accounts.ts';
import type { Bid } from '../../domain/rules/bid.ts';
import { COMMON, hasCommon } from '../../domain/rules/in-lot.ts';
import { type Names, namesOf } from '../../domain/rules/names.ts';
import { biddable, type TenderRules } from '../../domain/rules/rules.ts';
import { may } from '../../domain/tender/admit.ts';
import type { DraftScore } from '../../domain/tender/state/events.ts';
import {
  assessmentIn,
  assignedTo,
  currentRound,
  isAssigned,
  isHandedIn,
  placesOf,
} from '../../domain/tender/state/rounds.ts';
import type { TenderState } from '../../domain/tender/state/state.ts';
import { figuresOf } from '../../explanation/bids.ts';
import { type Sight, whoSeesYourWork } from '../../explanation/who-sees.ts';
import { inLanguage, lotName, type Messages } from '../../messages/messages.ts';
import { capital } from '../../messages/noun.ts';
import type { FieldProblem } from '../forms/text.ts';
import { type ScoreField, scoreFields } from './score-field.ts';

export interface AssessmentsModel {
  readonly title: string;
  readonly lead: string;
  /** Who sees the work of this assessor, and since when. */
  readonly sight: { readonly text: Messages['visibility']; readonly rows: readonly Sight[] };
  readonly labels: Messages['common'];
  readonly progress: { readonly text: string; readonly done: number; readonly all: number };
  readonly message: string | null;
  readonly lots: readonly {
    readonly name: string;
    readonly caption: string;
    readonly rows: readonly {
      readonly bidder: string;
      readonly status: 'open' | 'draft' | 'submitted';
      readonly statusText: string;
      readonly href: string;
      readonly action: string;
      readonly actionFor: string;
    }[];
  }[];
}

/** An assessor's own work list: nothing of anybody else is in it. */
export function assessmentsModel(
  m: Messages,
  account: Account,
  state: Readonly<TenderState>,
  accounts: Accounts,
): AssessmentsModel {
  const t = m.assessments;
  const names = namesOf(state.rules, state.bids.values());
  const round = currentRound(state);
  const places = placesOf(state, round).filter((place) => isAssigned(state, round, account.id, place));
  const done = places.filter((place) => isHandedIn(state, round, account.id, place)).length;
  const open = may(state, account.id, 'assessment-saved');
  const opened = state.lastOf.has('assessment-opened');
  return {
    title: t.title,
    lead: t.lead,
    sight: { text: m.visibility, rows: whoSeesYourWork(m, [...state.onlookers].map(accounts.nameOf)) },
    labels: m.common,
    progress: { text: t.progress(done, places.length), done, all: places.length },
    message: open ? (done === places.length ? t.allDone : null) : opened ? t.closed : null,
    lots: sectionsOf(m, state.rules, places).map((lot) => ({
      name: lot.name,
      caption: t.caption(lot.id === COMMON ? m.common.allLots : lot.name),
      rows: !opened
        ? []
        : places
            .filter((place) => place.lot === lot.id)
            .map(({ bid }) => {
              const assessment = assessmentIn(round, account.id, { bid, lot: lot.id });
              const status =
                assessment === undefined
                  ? 'open'
                  : isHandedIn(state, round, account.id, { bid, lot: lot.id })
                    ? 'submitted'
                    : 'draft';
              const action = !open ? t.view : status === 'submitted' ? t.change : t.assess;
              return {
                bidder: names.bidder(bid),
                status,
                statusText: t.statuses[status],
                href: `/tenders/${state.dossier}/assessments/${bid}/${lot.id}`,
                action,
                actionFor: t.linkFor(action, names.bidder(bid), lot.name),
              };
            }),
    })),
  };
}

export interface AssessmentModel {
  readonly title: string;
  readonly text: Messages['assessment'];
  readonly labels: Messages['common'];
  readonly action: string;
  readonly version: number;
  readonly editable: boolean;
  readonly submitted: boolean;
  readonly about: readonly { term: string; value: string }[];
  readonly fields: readonly ScoreField[];
  /** What is stored, for reading, when the form is closed. */
  readonly stored: readonly { criterion: string; score: string; motivation: string }[];
  readonly backHref: string;
}

/** The form of one bid in one lot. `typed` is what a refused form held; without it the form shows what is stored. */
export function assessmentModel(
  m: Messages,
  state: Readonly<TenderState>,
  place: { readonly bid: Bid; readonly lot: string },
  assessor: string,
  editable: boolean,
  refused?: {
    readonly entries: readonly DraftScore[];
    readonly problems: readonly FieldProblem[];
    readonly stale: boolean;
  },
): AssessmentModel {
  const names = namesOf(state.rules, state.bids.values());
  const { bid, lot } = place;
  const round = currentRound(state);
  const assigned = assignedTo(state, round, assessor, { bid: bid.id, lot });
  const assessment = assessmentIn(round, assessor, { bid: bid.id, lot });
  const scores = assessment?.scores ?? [];
  const offer = bid.lots.find((one) => one.lot === lot);
  const growthPath = offer?.growthPath;
  return {
    title: m.assessment.title(bid.bidder.name, lotName(m, names, lot)),
    text: m.assessment,
    labels: m.common,
    action: `/tenders/${state.dossier}/assessments/${bid.id}/${lot}`,
    version: assessment?.version ?? 0,
    editable,
    submitted: assessment?.submitted ?? false,
    about: [
      {
        term: m.common.bidder,
        value:
          bid.bidder.form === 'consortium'
            ? `${bid.bidder.name} (${m.common.consortium(bid.bidder.members.map((one) => one.name))})`
            : bid.bidder.name,
      },
      ...(growthPath
        ? [
            ...growthPath.steps.map((step) => ({
              term: m.bids.endOf(step.by.slice(0, 4)),
              value: m.common.percentage(m.format.decimal(step.percentage)),
            })),
            {
              term: m.rules.initiatives,
              value: m.common.percentage(m.format.decimal(growthPath.communityInitiatives)),
            },
          ]
        : []),
      ...figuresOf(m, state.rules, [...(offer?.values ?? []), ...(bid.values ?? [])]).map(({ name, value, unit }) => ({
        term: name,
        value: `${value} ${unit}`,
      })),
    ],
    fields: scoreFields(m, state.rules, lot, refused?.entries ?? scores, {
      scoreLabel: m.assessment.score,
      motivationLabel: m.assessment.motivation,
      motivationHint: m.assessment.motivationHint,
      problems: refused?.problems ?? [],
      nowStored: (criterion) => {
        const entry = refused?.stale ? scores.find((one) => one.criterion === criterion) : undefined;
        return entry ? m.assessment.nowStored(entry.score ?? m.assessment.notScored, entry.motivation ?? '') : null;
      },
    }).filter(({ id }) => assigned.includes(id)),
    stored: scores.map((entry) => ({
      criterion: inLanguage(names.criterion(entry.criterion), m),
      score: entry.score === null ? m.assessment.notScored : scoreText(m, names, entry.criterion, entry.score),
      motivation: entry.motivation ?? '',
    })),
    backHref: `/tenders/${state.dossier}/assessments`,
  };
}

/** "8 (Goed)"; a score without a label is a figure alone. */
export function scoreText(m: Messages, names: Names, criterion: string, score: string): string {
  const label = names.score(criterion, score);
  return label ? m.assessment.scoreText(score, inLanguage(label, m)) : m.format.readable(score);
}

/** What is common to all lots, and every lot, with the names that lists have for them. */
export const sectionsOf = (
  m: Messages,
  rules: TenderRules,
  places: readonly { readonly lot: string }[],
): { readonly id: string; readonly name: string }[] => [
  ...(places.some(({ lot }) => lot === COMMON) ? [{ id: COMMON, name: capital(m.common.allLots) }] : []),
  ...biddable(rules).filter(
    ({ id }) => places.length === 0 || !hasCommon(rules) || places.some(({ lot }) => lot === id),
  ),
];
