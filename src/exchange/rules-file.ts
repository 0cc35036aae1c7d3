import type { Fault } from '../domain/errors.ts';
import { fault, type Path } from '../domain/faults.ts';
import { idOf } from '../domain/ids.ts';
import { divide, equals, exact, multiply, subtract, sum, toFractionText, toPlainText, ZERO } from '../domain/number.ts';
import type { Criterion } from '../domain/rules/criterion.ts';
import type { TenderRules } from '../domain/rules/rules.ts';
import { type Found, finding, inBoth, inText, type Named, named, present } from './names-in-file.ts';
import { constantsOf, pointsOf, priceOf } from './price-in-file.ts';
import type { FileCriterion, RulesFile } from './tender-file-shape.ts';

/** The rules of a file in full, with what its names mean, and what is wrong in it besides its shape. */
export interface ExpandedRules {
  /** As a schema would read it; not yet checked. */
  readonly rules: unknown;
  readonly names: RuleNames;
  readonly faults: readonly Fault[];
}

/** What the names in a file of rules mean. */
export interface RuleNames {
  readonly criteria: Named;
  /** Lots and combinations of lots. */
  readonly lots: Named;
  readonly parts: Named;
  readonly lines: Named;
}

const ONE_LOT = { nl: 'Opdracht', en: 'Contract' };
const HUNDRED = exact('100');

/** Writes out what a file of rules leaves out. Rules in full stay what they are. */
export function expandRules(file: RulesFile): ExpandedRules {
  const found = finding();
  const lots = (file.lots ?? [ONE_LOT.nl]).map((one) => (typeof one === 'string' ? { name: one } : one));
  const combinations = (file.combinations ?? []).map((one) => ({ ...one, name: one.name ?? one.lots.join(' + ') }));
  const flat = flattened(file.criteria ?? []);
  const { price, parts, lines, weight: priceWeight } = priceOf(file.price, found, ['price']);
  const names: RuleNames = {
    criteria: named(flat, 'criterion'),
    lots: named([...lots, ...combinations], 'lot'),
    parts,
    lines,
  };
  const idOfCriterion = new Map(flat.map((one, place) => [one, names.criteria.ids[place]!]));
  const weightsTotal = totalOf(file, price.method);
  if (price.method === 'award-on-value' && weightsTotal === undefined && flat.length > 0) {
    found.faults.push(fault('weights-total-missing', ['weightsTotal'], {}, { kind: 'add' }));
  }
  const criteria = groupOf({ found, names, idOfCriterion }, file.criteria ?? [], null, ['criteria'], {
    whole: weightsTotal ?? '100',
    equal: toFractionText(subtract(exact(weightsTotal ?? '100'), exact(priceWeight))),
    inPoints: (weight) => weight,
    announced: (weight) => weight,
  });
  const title = inBoth(file.title ?? { nl: 'Aanbesteding', en: 'Tender' });
  const ownOf = (lot: (typeof lots)[number] | (typeof combinations)[number], path: Path) =>
    ownOfLot(found, names, lot, path);
  const rules = present({
    kind: 'tender-rules',
    id: file.id ?? idOf('', title.nl, 'tender'),
    version: file.version ?? 1,
    title,
    description: file.description && inBoth(file.description),
    exampleNotice: file.exampleNotice && inBoth(file.exampleNotice),
    sources: file.sources ?? [],
    service: file.service,
    procedure: file.procedure,
    lots: lots.map((lot, place) =>
      present({
        id: names.lots.ids[place],
        name: lot.name,
        value: textOf(lot.value),
        size: textOf(lot.size),
        reserved: lot.reserved && inBoth(lot.reserved),
        ...ownOf(lot, ['lots', place]),
      }),
    ),
    combinations:
      file.combinations &&
      combinations.map((one, place) =>
        present({
          id: names.lots.ids[lots.length + place],
          name: one.name,
          lots: one.lots.map((lot, at) => found.refer(names.lots, lot, ['combinations', place, 'lots', at])),
          ...ownOf(one, ['combinations', place]),
        }),
      ),
    criteria,
    weightsTotal,
    minimumQuality: textOf(file.minimumQuality),
    scale: sharedScale(file.scale),
    rounding: present({
      decimals: file.rounding?.decimals ?? 2,
      rankOn: file.rounding?.rankOn ?? 'exact',
      criteria: file.rounding?.criteria,
      quality: file.rounding?.quality,
      price: file.rounding?.price,
    }),
    price,
    onWithdrawal: file.onWithdrawal,
    growthPath: file.growthPath && {
      steps: file.growthPath.steps.map(({ by, minimumPercentage }) => ({
        by,
        minimumPercentage: inText(minimumPercentage),
      })),
      communityInitiatives: {
        minimumPercentage: inText(file.growthPath.communityInitiatives.minimumPercentage),
      },
      sources: file.growthPath.sources ?? [],
    },
    award: awardOf(found, names, file, lots.length),
    term: file.term && {
      ...file.term,
      extensions: file.term.extensions ?? { count: 0, years: 0 },
      sources: file.term.sources ?? [],
    },
    course: file.course && courseOf(found, names, file.course),
    programme: file.programme && programmeOf(found, names.criteria, file.programme),
    budget: file.budget && {
      unit: inBoth(file.budget.unit),
      items: file.budget.items.map(({ name, amount }) => ({
        name: inBoth(name),
        amount: amount === null ? null : inText(amount),
      })),
      sources: file.budget.sources ?? [],
    },
  });
  // A scale for all that is not a list of scores is that of every criterion without one of its own.
  const own = file.scale !== undefined && rules.scale === undefined ? scaleOf(file.scale) : undefined;
  return {
    rules: own ? { ...rules, criteria: criteria.map((one) => withScale(one, own)) } : rules,
    names,
    faults: found.faults,
  };
}

const textOf = (number: string | number | undefined): string | undefined =>
  number === undefined ? undefined : inText(number);

const flattened = (criteria: readonly FileCriterion[]): FileCriterion[] =>
  criteria.flatMap((one) => [one, ...flattened(one.children ?? [])]);

/** What the weights at the top sum to; for award on value what they do, where nothing else is said. */
function totalOf(file: RulesFile, method: string): string | undefined {
  if (file.weightsTotal !== undefined) return inText(file.weightsTotal);
  if (method !== 'award-on-value') return undefined;
  const weights = (file.criteria ?? []).flatMap(({ weight }) => (weight === undefined ? [] : [exact(inText(weight))]));
  return weights.length === 0 ? undefined : toFractionText(sum(weights));
}

/** What is needed to write out the criteria. */
interface Writing {
  readonly found: Found;
  readonly names: RuleNames;
  readonly idOfCriterion: ReadonlyMap<FileCriterion, string>;
}

/** How the weights of a group are written. */
interface Measure {
  /** What a share is one of, and what those without a weight divide equally. */
  readonly whole: string;
  readonly equal: string;
  readonly inPoints: (weight: string) => string;
  /** As rules have it: points at the top, a percentage of the parent below. */
  readonly announced: (weight: string) => string;
}

function groupOf(
  writing: Writing,
  criteria: readonly FileCriterion[],
  parent: string | null,
  path: Path,
  measure: Measure,
): Criterion[] {
  const counting = criteria.filter(({ knockOut }) => !knockOut);
  const without = counting.filter(({ weight, share }) => weight === undefined && share === undefined);
  if (without.length > 0 && without.length < counting.length) {
    const at = [...path, criteria.indexOf(without[0]!), 'weight'];
    writing.found.faults.push(fault('equal-parts-beside-weights', at, { parent }, { kind: 'add' }));
  }
  return criteria.map((one, place) => {
    const weight = weightOf(one, counting.length, measure);
    const points = measure.inPoints(weight);
    const at = [...path, place];
    const id = writing.idOfCriterion.get(one)!;
    const children =
      one.children &&
      groupOf(
        writing,
        one.children,
        id,
        [...at, 'children'],
        one.weightsIn === 'points' ? asPoints(points) : asPercentages(points),
      );
    if (one.children && one.weightsIn === 'points') checkSum(writing, one.children, id, points, [...at, 'children']);
    return criterionOf(writing, one, measure.announced(weight), at, children);
  });
}

const asPercentages = (points: string): Measure => ({
  whole: '100',
  equal: '100',
  inPoints: (weight) => toFractionText(divide(multiply(exact(weight), exact(points)), HUNDRED)),
  announced: (weight) => weight,
});

const asPoints = (points: string): Measure => ({
  whole: points,
  equal: points,
  inPoints: (weight) => weight,
  announced: (weight) =>
    equals(exact(points), ZERO) ? '0' : toFractionText(multiply(divide(exact(weight), exact(points)), HUNDRED)),
});

/** Points below a criterion sum to its own: said in points, as they were written. */
function checkSum(
  { found }: Writing,
  children: readonly FileCriterion[],
  parent: string,
  whole: string,
  path: Path,
): void {
  const measure = asPoints(whole);
  const counting = children.filter(({ knockOut }) => !knockOut).length;
  const total = sum(children.map((one) => exact(weightOf(one, counting, measure))));
  if (equals(total, exact(whole))) return;
  const [now, all] = [toPlainText(total), toPlainText(exact(whole))];
  const difference = toPlainText(subtract(exact(whole), total));
  const details = { parent, total: now, whole: all, price: null };
  found.faults.push(fault('weights-do-not-sum', path, details, { kind: 'sum-to', whole: all, now, difference }));
}

/** In the measure of its group. */
function weightOf({ weight, share, knockOut }: FileCriterion, siblings: number, { whole, equal }: Measure): string {
  if (weight !== undefined) return inText(weight);
  if (share !== undefined) return toFractionText(multiply(exact(whole), exact(share)));
  return knockOut ? '0' : toFractionText(divide(exact(equal), exact(BigInt(siblings))));
}

function criterionOf(
  { found, names, idOfCriterion }: Writing,
  one: FileCriterion,
  weight: string,
  path: Path,
  children: Criterion[] | undefined,
): Criterion {
  const scale = one.scale === undefined ? (one.knockOut ? YES_NO : undefined) : scaleOf(one.scale);
  return present({
    id: idOfCriterion.get(one)!,
    name: inBoth(one.name),
    description: one.description && inBoth(one.description),
    weight,
    scale,
    scoring: one.scoring && scoringOf(one.scoring),
    measured: one.measured && measuredOf(one.measured),
    scoreFrom: scoreFromOf(one.scoreFrom),
    knockOut: one.knockOut || undefined,
    common: one.common || undefined,
    lots: one.lots?.map((lot, place) => found.refer(names.lots, lot, [...path, 'lots', place])),
    relativeToBest: one.relativeToBest,
    minimumScore: textOf(one.minimumScore) ?? (one.knockOut && scale?.kind === 'yes-no' ? '1' : undefined),
    minimumPoints: textOf(one.minimumPoints),
    sources: [...(one.sources ?? [])],
    children,
  }) as Criterion;
}

const YES_NO = { kind: 'yes-no' } as const;

/** A scale of one criterion, in full. */
function scaleOf(scale: NonNullable<FileCriterion['scale']>): NonNullable<Criterion['scale']> {
  if (scale === 'yes-no') return YES_NO;
  if (Array.isArray(scale)) return { kind: 'steps', steps: stepsOf(scale) };
  if (!('kind' in scale) || scale.kind === undefined || scale.kind === 'numbers') {
    const { minimum = '0', maximum, decimals = 0 } = scale as Extract<typeof scale, { maximum: unknown }>;
    return { kind: 'numbers', minimum: inText(minimum), maximum: inText(maximum), decimals };
  }
  return scale.kind === 'steps' ? { kind: 'steps', steps: stepsOf(scale.steps) } : YES_NO;
}

/** The scale of the rules, where it is a list of scores. */
const sharedScale = (scale: RulesFile['scale']): TenderRules['scale'] => {
  if (scale === undefined) return undefined;
  const full = scaleOf(scale);
  return full.kind === 'steps' ? full.steps : undefined;
};

function stepsOf(
  steps: Extract<NonNullable<FileCriterion['scale']>, readonly unknown[]>,
): NonNullable<TenderRules['scale']> {
  return steps.map((one) =>
    typeof one === 'object'
      ? present({
          value: inText(one.value),
          label: one.label === undefined ? undefined : inBoth(one.label),
          anchor: one.anchor === undefined ? undefined : inBoth(one.anchor),
        })
      : { value: inText(one) },
  );
}

/** Every criterion that is scored and has no scale of its own gets this one. */
const withScale = (one: Criterion, scale: NonNullable<Criterion['scale']>): Criterion => {
  if (one.children) return { ...one, children: one.children.map((child) => withScale(child, scale)) };
  return one.scale || one.measured || one.scoring?.kind === 'points' ? one : { ...one, scale };
};

function scoringOf(scoring: NonNullable<FileCriterion['scoring']>): Criterion['scoring'] {
  switch (scoring.kind) {
    case 'linear':
      return { kind: 'linear', zero: inText(scoring.zero) };
    case 'points':
      return { kind: 'points', decimals: scoring.decimals ?? 0 };
    case 'table': {
      const rows = Array.isArray(scoring.percentages)
        ? scoring.percentages
        : Object.entries(scoring.percentages).map(([score, percentage]) => ({ score, percentage }));
      return {
        kind: 'table',
        percentages: rows.map(({ score, percentage }) => ({ score: inText(score), percentage: inText(percentage) })),
      };
    }
    default:
      return scoring satisfies never;
  }
}

const measuredOf = (measured: NonNullable<FileCriterion['measured']>): Criterion['measured'] =>
  present({
    unit: inBoth(measured.unit),
    better: measured.better,
    points: pointsOf(measured.points, measured.better),
    constants: measured.constants && constantsOf(measured.constants),
    sealed: measured.sealed ?? false,
    decimals: measured.decimals,
    minimum: textOf(measured.minimum),
    maximum: textOf(measured.maximum),
  }) as Criterion['measured'];

function scoreFromOf(from: FileCriterion['scoreFrom']): Criterion['scoreFrom'] {
  if (from === undefined || from === 'consensus') return undefined;
  return typeof from === 'string' ? { kind: from } : present(from);
}

function ownOfLot(
  found: Found,
  names: RuleNames,
  {
    weights,
    price,
    prices,
  }: Pick<Exclude<NonNullable<RulesFile['lots']>[number], string>, 'weights' | 'price' | 'prices'>,
  path: Path,
): Pick<TenderRules['lots'][number], 'weights' | 'prices'> {
  const listed = Array.isArray(weights)
    ? weights
    : Object.entries(weights ?? {}).map(([criterion, weight]) => ({ criterion, weight }));
  const priced = [...(price ? [price] : []), ...(prices ?? [])];
  return present({
    weights:
      weights &&
      listed.map(({ criterion, weight }, place) => ({
        criterion: found.refer(names.criteria, criterion, [...path, 'weights', place, 'criterion']),
        weight: inText(weight),
      })),
    prices:
      priced.length === 0
        ? undefined
        : priced.map(({ part, quantities, ...amounts }, place) =>
            present({
              part: part === undefined ? undefined : found.refer(names.parts, part, [...path, 'prices', place, 'part']),
              ...Object.fromEntries(Object.entries(amounts).map(([key, value]) => [key, textOf(value)])),
              quantities:
                quantities &&
                (Array.isArray(quantities)
                  ? quantities
                  : Object.entries(quantities).map(([line, quantity]) => ({ line, quantity }))
                ).map(({ line, quantity }) => ({
                  line: found.refer(names.lines, line, [...path, 'prices', place, 'quantities']),
                  quantity: inText(quantity),
                })),
            }),
          ),
  }) as Pick<TenderRules['lots'][number], 'weights' | 'prices'>;
}

function awardOf(found: Found, names: RuleNames, { award = {} }: RulesFile, lots: number): unknown {
  const path = ['award'];
  return present({
    mechanism: award.mechanism ?? 'highest-total',
    weighLotsByValue: award.weighLotsByValue,
    lotOrder: award.lotOrder?.map((lot, place) => found.refer(names.lots, lot, [...path, 'lotOrder', place])),
    winnerName: award.winnerName && nounOf(award.winnerName),
    lotName: award.lotName && nounOf(award.lotName),
    winners: award.winners ?? { minimum: 1, maximum: lots },
    maximumLotsPerBidder: award.maximumLotsPerBidder ?? lots,
    maximumLotsToBidFor: award.maximumLotsToBidFor,
    affiliated: award.affiliated,
    organisationInSeveralBids: award.organisationInSeveralBids,
    openLots: award.openLots && { ...award.openLots, description: inBoth(award.openLots.description) },
    lotGroups: award.lotGroups?.map((group, place) => ({
      id: named(award.lotGroups!, 'group').ids[place],
      name: group.name,
      lots: group.lots.map((lot, at) => found.refer(names.lots, lot, [...path, 'lotGroups', place, 'lots', at])),
      maximumLots: group.maximumLots,
    })),
    capacity:
      award.capacity &&
      present({
        name: inBoth(award.capacity.name),
        unit: inBoth(award.capacity.unit),
        factor: textOf(award.capacity.factor),
      }),
    discounts: award.discounts || undefined,
    tieBreak: (award.tieBreak ?? []).map((given, place) => {
      const step = typeof given === 'string' ? { rule: given } : given;
      const at = [...path, 'tieBreak', place];
      if (step.rule === 'higher-score') {
        return { rule: step.rule, criterion: found.refer(names.criteria, step.criterion, [...at, 'criterion']) };
      }
      if (step.rule === 'draw' || !('part' in step) || step.part === undefined) return { rule: step.rule };
      return { rule: step.rule, part: found.refer(names.parts, step.part, [...at, 'part']) };
    }),
    sources: award.sources ?? [],
  });
}

const nounOf = ({ one, more, article }: NonNullable<NonNullable<RulesFile['award']>['lotName']>) =>
  present({ one: inBoth(one), more: inBoth(more), article });

const courseOf = (found: Found, names: RuleNames, course: NonNullable<RulesFile['course']>): unknown =>
  present({
    ...course,
    dates: course.dates?.map(({ name, ...date }) => ({ name: inBoth(name), ...date })),
    discussAbove: textOf(course.discussAbove),
    teams: course.teams?.map(({ name, criteria }, place) => ({
      id: named(course.teams!, 'team').ids[place],
      name: inBoth(name),
      criteria: criteria.map((one, at) => found.refer(names.criteria, one, ['course', 'teams', place, 'criteria', at])),
    })),
  });

function programmeOf(found: Found, criteria: Named, file: NonNullable<RulesFile['programme']>): unknown {
  const { requirements = [], goals = [], wishes = [], sources = [] } = file;
  const inRequirements = named(requirements, 'requirement');
  const inGoals = named(goals, 'goal');
  const { ids } = named(
    wishes.map(({ id, wish }) => ({ id, name: wish })),
    'wish',
  );
  const answerOf = ({ answer }: (typeof wishes)[number], path: Path): unknown => {
    if (answer.kind === 'not-taken-over') return { kind: answer.kind, reason: inBoth(answer.reason) };
    const refer = (to: Named, key: 'requirements' | 'criteria' | 'goals') =>
      answer[key]?.map((ref, place) => found.refer(to, ref, [...path, key, place]));
    return present({
      kind: answer.kind,
      requirements: refer(inRequirements, 'requirements'),
      criteria: refer(criteria, 'criteria'),
      goals: refer(inGoals, 'goals'),
    });
  };
  return {
    requirements: requirements.map((one, place) =>
      present({
        id: inRequirements.ids[place],
        kind: one.kind,
        name: inBoth(one.name),
        description: one.description && inBoth(one.description),
        sources: one.sources ?? [],
      }),
    ),
    goals: goals.map((one, place) => ({ id: inGoals.ids[place], name: inBoth(one.name), sources: one.sources ?? [] })),
    wishes: wishes.map((one, place) => ({
      id: ids[place],
      from: inBoth(one.from),
      wish: inBoth(one.wish),
      answer: answerOf(one, ['programme', 'wishes', place, 'answer']),
      sources: one.sources ?? [],
    })),
    sources,
  };
}
