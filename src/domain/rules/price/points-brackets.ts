import { z } from 'zod';
import { fault, type Path } from '../../faults.ts';
import { compare, exact, ZERO } from '../../number.ts';
import { decimalText } from '../../text.ts';
import type { RulesAt } from './measure.ts';
import type { PointsKind } from './record.ts';

/** A table of announced points: an amount earns those of the first bracket that it lies in, its limit included, and `beyond` in none of them. */
export const bracketsRules = z.strictObject({
  kind: z.literal('brackets'),
  /** The best first: rising limits (`upTo`) where less is better, falling ones (`from`) where more is. */
  brackets: z
    .array(
      z.union([
        z.strictObject({ upTo: decimalText, points: decimalText }),
        z.strictObject({ from: decimalText, points: decimalText }),
      ]),
    )
    .min(1)
    .max(100),
  beyond: decimalText,
});
type Rules = z.infer<typeof bracketsRules>;

export const brackets: PointsKind<Rules> = {
  points: (rules, { price }) => exact(rules.brackets.find((one) => isIn(one, price))?.points ?? rules.beyond),
  measuredBy: () => 'itself',
  zeroPrice: () => null,
  straight: () => false,
  standsAlone: () => true,
  faults: (rules, at) => [...sideFaults(rules, at), ...orderFaults(rules, at)],
};

type Bracket = Rules['brackets'][number];

const limitOf = (bracket: Bracket): string => ('upTo' in bracket ? bracket.upTo : bracket.from);

const isIn = (bracket: Bracket, amount: ReturnType<typeof exact>): boolean =>
  'upTo' in bracket ? compare(amount, exact(bracket.upTo)) <= 0 : compare(amount, exact(bracket.from)) >= 0;

const pathOf = ({ path }: RulesAt, place: number, key: string): Path => [...path, 'brackets', place, key];

/** @returns `bracket-wrong-side`: where less is better a bracket says up to what, where more is better from what on */
const sideFaults = (rules: Rules, at: RulesAt) =>
  rules.brackets.flatMap((bracket, place) => {
    const [key, needed] = ['upTo' in bracket ? 'upTo' : 'from', at.better === 'lower' ? 'upTo' : 'from'];
    if (key === needed) return [];
    return [
      fault('bracket-wrong-side', pathOf(at, place, key), { better: at.better }, { kind: 'one-of', values: [needed] }),
    ];
  });

/** @returns `brackets-not-in-order` for a limit or points that do not follow on those before */
function orderFaults(rules: Rules, at: RulesAt) {
  return rules.brackets.flatMap((bracket, place) => {
    const before = rules.brackets[place - 1];
    const key = 'upTo' in bracket ? 'upTo' : 'from';
    const next = rules.brackets[place + 1]?.points ?? rules.beyond;
    const order = before ? compare(exact(limitOf(bracket)), exact(limitOf(before))) : null;
    return [
      ...(order !== null && (key === 'upTo' ? order <= 0 : order >= 0)
        ? [
            fault(
              'brackets-not-in-order',
              pathOf(at, place, key),
              { limit: limitOf(bracket) },
              { kind: key === 'upTo' ? 'above' : 'below', limit: limitOf(before!) },
            ),
          ]
        : []),
      ...(compare(exact(bracket.points), exact(next)) < 0
        ? [
            fault(
              'brackets-not-in-order',
              pathOf(at, place, 'points'),
              { limit: bracket.points },
              { kind: 'at-least', limit: next },
            ),
          ]
        : []),
    ];
  });
}

/** The most points that a table gives. */
export const mostOf = ({ brackets: rows, beyond }: Rules) =>
  [...rows.map(({ points }) => points), beyond].map(exact).reduce((a, b) => (compare(a, b) >= 0 ? a : b), ZERO);
