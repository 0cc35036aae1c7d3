import type { PricePoints, RulesOf } from '../domain/rules/price-rules.ts';
import type { Messages } from '../messages/messages.ts';

/** What points are for: a price in euro, or a figure in a unit of its own. */
export interface Subject {
  readonly kind: 'price' | 'measure';
  readonly better: 'lower' | 'higher';
  readonly weight: string;
  /** An amount as it is shown: with its unit. */
  readonly amount: (text: string) => string;
  readonly constants: RulesOf<'weighted-factor'>['constants'];
}

/** How an amount becomes points, sentence by sentence. */
export function pointsInWords(m: Messages, points: PricePoints, subject: Subject): string[] {
  const t = m.methods.points;
  const s = { ...m.methods.subject[subject.kind], better: subject.better };
  const w = subject.weight;
  const from = (reference: string): string => {
    if (reference === 'lowest') return s.lowest;
    return reference === 'highest' ? s.highest : subject.amount(reference);
  };
  const formula = (): string[] => {
    switch (points.kind) {
      case 'closest-to-mean':
        return [t['closest-to-mean']()];
      case 'proportional':
        return [t.proportional(s, w, from(points.reference))];
      case 'linear':
        return [t.linear(s, w, from(points.reference), m.format.decimal(points.zeroAt))];
      case 'bounds': {
        const open = subject.better === 'lower' ? points.ceiling === 'highest' : points.floor === 'lowest';
        return [t.bounds(s, w, from(points.floor), from(points.ceiling)), ...(open ? [t.allTheSame(s, w)] : [])];
      }
      case 'saving':
        return [t.saving(s, w, subject.amount(points.reference))];
      case 'steps': {
        const text = points.perFullStep ? t.fullSteps : t.steps;
        return [text(s, w, m.format.decimal(points.points), subject.amount(points.step), from(points.reference))];
      }
      case 'brackets': {
        const rows = points.brackets.map((row) =>
          t.bracket(s, subject.amount('upTo' in row ? row.upTo : row.from), m.format.decimal(row.points)),
        );
        return [t.brackets(s, rows, m.format.decimal(points.beyond))];
      }
      case 'logarithmic':
        return [t.logarithmic(s, w, from(points.reference), m.format.decimal(points.zeroAt), points.decimals)];
      case 'formula':
        return [t.formula(s, points.expression), m.methods.formulaSymbols, ...constantLines(m, subject.constants)];
      default:
        return points satisfies never;
    }
  };
  const power = 'power' in points && points.power;
  const raised = power ? [t.power(s, w, m.format.decimal(power.exponent), power.decimals)] : [];
  const ends =
    'belowZero' in points
      ? [m.methods.belowZero[points.belowZero](s), m.methods.aboveMaximum[points.aboveMaximum](s)]
      : [];
  return [...formula(), ...raised, ...ends];
}

/** Names of one's own in a formula, with what they stand for. */
export const constantLines = (m: Messages, constants: Subject['constants']): string[] =>
  Object.entries(constants ?? {}).map(([name, value]) => m.methods.constant(name, m.format.decimal(value)));
