import { type Bid, lotsOf, type Organisation } from '../../domain/rules/bid.ts';
import { mechanismOf } from '../../domain/rules/mechanisms.ts';
import { biddable, type TenderRules } from '../../domain/rules/rules.ts';
import { identifier } from '../../domain/text.ts';
import type { Messages } from '../../messages/messages.ts';
import { type FieldProblem, type FormBody, textProblem, typed, typedAll } from './text.ts';

const MOST_MEMBERS = 50;
/** A registration number has a digit in it: "Stichting Voorbeeld" is a name without one. */
const MEMBER_LINE = /^(?=\S*\d)([A-Za-z0-9][A-Za-z0-9-]{0,63})\s+(\S.*)$/;
const PERCENTAGE = /^(100([.,]0{1,6})?|\d{1,2}([.,]\d{1,6})?)$/;

/** The fields of the growth path of one lot, in the announced order. */
export const growthPathFields = (rules: TenderRules, lot: string): { name: string; year: string | null }[] =>
  rules.growthPath
    ? [
        ...rules.growthPath.steps.map((step) => ({ name: `growth.${lot}.${step.by}`, year: step.by.slice(0, 4) })),
        { name: `growth.${lot}.initiatives`, year: null },
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
  const wrongName = name === '' ? t.nameRequired : textProblem(m, name, t.name, 200);
  if (wrongName !== undefined) problem('name', wrongName);
  const form = typed(body, 'form');
  if (form !== 'single' && form !== 'consortium') problem('form', t.formRequired);

  const members = readMembers(m, typed(body, 'members'), problem);
  const chosen = typedAll(body, 'lots');
  if (chosen.length === 0) problem('lots', t.lotsRequired);
  const lots = chosen.map((lot) => ({
    lot,
    ...readGrowthPath(m, rules, body, lot, problem),
    ...(isReserved(rules, lot) ? { meetsReservation: true } : {}),
  }));
  const preferences = readPreferences(m, rules, body, chosen, problem);
  const group = rules.award.affiliated ? typed(body, 'group').toLowerCase() : '';
  if (group !== '' && !identifier.safeParse(group).success) problem('group', t.groupWrong);

  if (problems.length > 0) return { problems };
  const bidder = { name, form: form as 'single' | 'consortium', members, ...(group === '' ? {} : { group }) };
  return { bid: { id, bidder, lots, ...preferences } };
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

function readMembers(m: Messages, text: string, problem: Report): Organisation[] {
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  if (lines.length === 0) problem('members', m.bids.form.membersRequired);
  if (lines.length > MOST_MEMBERS) problem('members', m.bids.form.tooManyMembers(MOST_MEMBERS));
  return lines.flatMap((line) => {
    const match = MEMBER_LINE.exec(line.trim());
    const wrong = match ? textProblem(m, match[2]!, m.bids.form.members, 200) : m.bids.form.memberLine(line.trim());
    if (wrong !== undefined) problem('members', wrong);
    return match ? [{ id: match[1]!.toLowerCase(), name: match[2]!.trim() }] : [];
  });
}

function readGrowthPath(
  m: Messages,
  rules: TenderRules,
  body: FormBody,
  lot: string,
  problem: Report,
): Pick<Bid['lots'][number], 'growthPath'> {
  if (!rules.growthPath || !biddable(rules).some((one) => one.id === lot)) return {};
  const percentages = growthPathFields(rules, lot).map(({ name, year }) => {
    const text = typed(body, name);
    if (!PERCENTAGE.test(text)) {
      problem(name, m.bids.form.percentage(year === null ? m.bids.initiatives : m.bids.endOf(year)));
    }
    return text.replace(',', '.');
  });
  return {
    growthPath: {
      steps: rules.growthPath.steps.map((step, index) => ({ by: step.by, percentage: percentages[index]! })),
      communityInitiatives: percentages[percentages.length - 1]!,
    },
  };
}
