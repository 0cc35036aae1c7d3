import type { Fault } from '../errors.ts';
import { fault, mustDiffer, type Path } from '../faults.ts';
import { weightedCriteria } from '../rules/criteria-tree.ts';
import { type Programme, type TakenOverIn, takenOverIn, type Wish } from '../rules/programme.ts';
import type { TenderRules } from '../rules/rules.ts';

const KINDS: readonly TakenOverIn[] = ['requirements', 'criteria', 'goals'];

/** What is wrong with the programme of requirements: ids that are there twice, and wishes that lead nowhere. */
export function programmeFaults(rules: TenderRules): Fault[] {
  const { programme } = rules;
  if (!programme) return [];
  return [
    ...(['requirements', 'goals', 'wishes'] as const).flatMap((list) => idsOf(programme, list)),
    ...programme.wishes.flatMap((wish, place) => wishFaults(rules, programme, wish, ['programme', 'wishes', place])),
  ];
}

/** @returns `duplicate-id` */
const idsOf = (programme: Programme, list: 'requirements' | 'goals' | 'wishes'): Fault[] =>
  mustDiffer(
    `programme.${list}`,
    programme[list].map(({ id }, place) => ({ id, path: ['programme', list, place, 'id'] })),
  );

/** @returns `wish-unanswered`; `wish-names-unknown` for everything that a wish names and that is not there */
function wishFaults(rules: TenderRules, programme: Programme, wish: Wish, path: Path): Fault[] {
  if (wish.answer.kind === 'not-taken-over') return [];
  const at = [...path, 'answer'];
  if (KINDS.every((kind) => takenOverIn(wish, kind).length === 0)) {
    return [fault('wish-unanswered', at, { wish: wish.wish.nl }, { kind: 'add' })];
  }
  return KINDS.flatMap((kind) => {
    const there = thereIs(rules, programme, kind);
    const values = there.map(({ name }) => name.nl);
    return takenOverIn(wish, kind).flatMap((id, place) => {
      if (there.some((one) => one.id === id)) return [];
      const mends = values.length === 0 ? ({ kind: 'remove' } as const) : ({ kind: 'one-of', values } as const);
      return [fault('wish-names-unknown', [...at, kind, place], { wish: wish.wish.nl, kind, named: id }, mends)];
    });
  });
}

/** Everything that a wish can be taken over in, of one kind. */
function thereIs(
  rules: TenderRules,
  programme: Programme,
  kind: TakenOverIn,
): readonly { readonly id: string; readonly name: { readonly nl: string } }[] {
  return kind === 'criteria' ? weightedCriteria(rules).map(({ criterion }) => criterion) : programme[kind];
}
