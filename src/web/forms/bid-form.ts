import type { DomainError } from '../../domain/errors.ts';
import { readPercentage } from '../../domain/figures.ts';
import { compare, exact } from '../../domain/number.ts';
import { type Bid, lotsOf } from '../../domain/rules/bid.ts';
import { COMMON } from '../../domain/rules/in-lot.ts';
import { mechanismOf } from '../../domain/rules/mechanisms.ts';
import { biddable, type TenderRules } from '../../domain/rules/rules.ts';
import type { TenderState } from '../../domain/tender/state/state.ts';
import { identifier } from '../../domain/text.ts';
import type { Messages } from '../../messages/messages.ts';
import { fieldOfFigure, readCapacity, readDiscounts, readValues } from './bid-figures.ts';
import { filledRows, memberField, readMembers } from './member-rows.ts';
import { asTyped, type FieldProblem, type FormBody, textProblem, typed, typedAll } from './text.ts';

const MOST_PERCENT = exact('100');

/** The field of a step of the growth path of a lot, or of what is handed over to initiatives. */
export const growthField = (lot: string, step: string): string => `growth.${lot}.${step}`;

/** The fields of the growth path of one lot, in the announced order. */
export const growthPathFields = (rules: TenderRules, lot: string): { name: string; year: string | null }[] =>
  rules.growthPath
    ? [
        ...rules.growthPath.steps.map((step) => ({ name: growthField(lot, step.by), year: step.by.slice(0, 4) })),
        { name: growthField(lot, 'initiatives'), year: null },
      ]
    : [];

/**
 * Reads the form of a bid.
 * @param id the id that the bid will get
 * @returns the bid, or what is wrong with the form
 */
export function readBidForm(
  m: Messages,
  rules: TenderRules,
  body: FormBody,
  id: string,
): { readonly bid: Bid } | { readonly problems: readonly FieldProblem[] } {
  const t = m.bids.form;
  const problems: FieldProblem[] = [];
  const problem = (field: string, text: string): void => {
    problems.push({ field, text });
  };

  const name = typed(body, 'name');
  const wrongName = name === '' ? t.nameRequired : textProblem(m, name, t.name, 200, 'one');
  if (wrongName !== undefined) problem('name', wrongName);
  const form = typed(body, 'form');
  if (form !== 'single' && form !== 'consortium') problem('form', t.formRequired);

  const members = readMembers(m, body, form === 'single' ? name : undefined, id, problem);
  const chosen = typedAll(body, 'lots');
  if (chosen.length === 0) problem('lots', t.lotsRequired);
  const lots = chosen.map((lot) => ({
    lot,
    ...readGrowthPath(m, rules, body, lot, problem),
    ...readValues(m, rules, body, lot, problem),
    ...(isReserved(rules, lot) ? { meetsReservation: true } : {}),
  }));
  const preferences = readPreferences(m, rules, body, chosen, problem);
  const figures = {
    ...readValues(m, rules, body, COMMON, problem),
    ...readCapacity(m, rules, body, problem),
    ...readDiscounts(m, rules, body, chosen, problem),
  };
  const group = rules.award.affiliated ? typed(body, 'group').toLowerCase() : '';
  if (group !== '' && !identifier.safeParse(group).success) problem('group', t.groupWrong);

  const subcontractors = readSubcontractors(m, body, problem);

  if (problems.length > 0) return { problems };
  const bidder = {
    name,
    form: form as 'single' | 'consortium',
    members,
    ...(subcontractors.length === 0 ? {} : { subcontractors }),
    ...(group === '' ? {} : { group }),
  };
  return { bid: { id, bidder, lots, ...preferences, ...figures } };
}

const MOST_SUBCONTRACTORS = 50;

/** The names of subcontractors, one on a line. */
function readSubcontractors(m: Messages, body: FormBody, problem: Report): string[] {
  const t = m.bids.form;
  const names = typed(body, 'subcontractors')
    .split('\n')
    .map((name) => name.trim())
    .filter((name) => name !== '');
  if (names.length > MOST_SUBCONTRACTORS) problem('subcontractors', t.tooManySubcontractors(MOST_SUBCONTRACTORS));
  const wrong = names
    .map((name) => textProblem(m, name, t.subcontractors, 200, 'one'))
    .find((one) => one !== undefined);
  if (wrong !== undefined) problem('subcontractors', wrong);
  return names;
}

/** Bidding for a reserved lot declares that the condition beside it is met. */
const isReserved = (rules: TenderRules, offered: string): boolean =>
  rules.lots.some((lot) => lot.reserved !== undefined && lotsOf(rules, offered).includes(lot.id));

/** The places that the bidder gave its lots, 1 for the most wanted; every place once. */
function readPreferences(
  m: Messages,
  rules: TenderRules,
  body: FormBody,
  lots: readonly string[],
  problem: Report,
): Pick<Bid, 'preferences'> {
  if (!mechanismOf(rules).asksPreferences) return {};
  const places = lots.map((lot) => ({ lot, place: typed(body, `preference.${lot}`) }));
  for (const { lot, place } of places) {
    const twice = places.filter((other) => other.place === place).length > 1;
    if (!/^[1-9]\d{0,2}$/.test(place) || Number(place) > lots.length || twice) {
      problem(`preference.${lot}`, m.bids.form.preferenceWrong(lots.length));
    }
  }
  return { preferences: places.sort((a, b) => Number(a.place) - Number(b.place)).map(({ lot }) => lot) };
}

type Report = (field: string, text: string) => void;

function readGrowthPath(
  m: Messages,
  rules: TenderRules,
  body: FormBody,
  lot: string,
  problem: Report,
): Pick<Bid['lots'][number], 'growthPath'> {
  if (!rules.growthPath || !biddable(rules).some((one) => one.id === lot)) return {};
  const percentages = growthPathFields(rules, lot).map(({ name, year }) => {
    const percentage = readPercentage(asTyped(body, name));
    if (percentage === undefined || compare(exact(percentage), MOST_PERCENT) > 0) {
      problem(name, m.bids.form.percentage(year === null ? m.bids.initiatives : m.bids.endOf(year)));
    }
    return percentage ?? '';
  });
  return {
    growthPath: {
      steps: rules.growthPath.steps.map((step, index) => ({ by: step.by, percentage: percentages[index]! })),
      communityInitiatives: percentages[percentages.length - 1]!,
    },
  };
}

/** Ids for so many bids, which no bid had, also none that was struck. */
export const freeBidIds = ({ bids, version }: Readonly<TenderState>, count: number): string[] =>
  Array.from({ length: count }, (_, index) => {
    const next = `bid-${bids.size + index + 1}`;
    return bids.has(next) ? `${next}-${version}` : next;
  });

/** The field that a refused bid is about. */
export function fieldOfRefusal(error: DomainError, rules: TenderRules, { bidder }: Bid, body: FormBody): string {
  const { code, details } = error;
  const figure = fieldOfFigure(error, rules, body);
  if (figure !== undefined) return figure;
  if (code.includes('organisation')) {
    const place = bidder.members.findIndex(({ name }) => name === details.organisation);
    return memberField(filledRows(body)[place] ?? 1, 'name');
  }
  if (code === 'bidder-form') return 'form';
  return code.includes('lot') ? 'lots' : 'name';
}
