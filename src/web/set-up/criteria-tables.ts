import type { Path } from '../../domain/faults.ts';
import { exact, sum, toFractionText } from '../../domain/number.ts';
import { weightedCriteria, weightsTotal } from '../../domain/rules/criteria-tree.ts';
import { methodOf } from '../../domain/rules/price-rules.ts';
import type { TenderRules } from '../../domain/rules/rules.ts';
import { isList, isObject, type Json, nameOf } from '../../domain/set-up/draft.ts';
import { nameables } from '../../domain/set-up/references.ts';
import type { Messages } from '../../messages/messages.ts';
import type { Making, TableNode, TableRow } from './form-node.ts';
import { fieldsAt, rowButtons } from './nodes.ts';
import { itemLabel, titleOf } from './words-of-rules.ts';

/** Below which score a bid is set aside, criterion by criterion. */
export function minimumsNode(making: Making): TableNode {
  const { m, draft } = making;
  const rows = nameables(draft, 'criterion').flatMap(({ path, value }): TableRow[] => {
    if (!isObject(value) || value.children !== undefined || value.measured !== undefined) return [];
    const name = nameOf(draft, path);
    const title = titleOf(making, path);
    return [
      {
        id: name,
        depth: 0,
        cells: [
          [{ kind: 'static', text: title, figure: false }],
          fieldsAt({ ...making, about: title }, [...path, 'minimumScore']),
          fieldsAt({ ...making, about: title }, [...path, 'knockOut']),
        ],
        more: { href: making.itemHref(name), label: m.setUp.detailsOf(title) },
        buttons: [],
      },
    ];
  });
  return {
    kind: 'table',
    id: 'minimums',
    caption: m.setUp.minimumsCaption,
    region: m.setUp.minimumsCaption,
    columns: [m.setUp.field.criterion!, m.setUp.field.minimumScore!, m.setUp.field.knockOut!],
    rows,
    add: null,
    pager: null,
    empty: m.setUp.nothingYet,
    more: m.setUp.details,
    actions: m.setUp.actions,
  };
}

/** The criteria as a table, each below the one that it is a part of. */
export function criteriaNode(making: Making, tried: TenderRules | undefined): TableNode {
  const { m, draft } = making;
  const shares = new Map(
    (tried ? weightedCriteria(tried) : []).map(({ criterion, weight }) => [criterion.id, toFractionText(weight)]),
  );
  const rowsOf = (list: readonly Json[], parent: Path, depth: number): TableRow[] =>
    list.flatMap((one, place): TableRow[] => {
      const path = [...parent, place];
      const name = nameOf(draft, path);
      const title = titleOf(making, path);
      const children = isObject(one) && isList(one.children) ? one.children : [];
      const buttons = [
        ...(place > 0 ? [{ value: `in ${name}`, sign: '→', word: m.setUp.in, label: title }] : []),
        ...(depth > 0 ? [{ value: `out ${name}`, sign: '←', word: m.setUp.out, label: title }] : []),
        ...rowButtons(m, name, title, place, list.length),
        { value: `add ${name}.children`, sign: '+', word: m.setUp.addBelow, label: title },
      ];
      const share = isObject(one) && typeof one.id === 'string' ? shares.get(one.id) : undefined;
      const row: TableRow = {
        id: name,
        depth,
        cells: [
          fieldsAt({ ...making, about: title }, [...path, 'name']),
          fieldsAt({ ...making, about: title }, [...path, 'weight']),
          [{ kind: 'static', text: share === undefined ? '–' : m.format.readable(share), figure: true }],
        ],
        more: { href: making.itemHref(name), label: m.setUp.detailsOf(title) },
        buttons,
      };
      return [row, ...rowsOf(children, [...path, 'children'], depth + 1)];
    });
  const criteria = isList(draft.criteria) ? draft.criteria : [];
  const label = m.setUp.field.criteria!;
  return {
    kind: 'table',
    id: 'criteria',
    caption: label,
    region: label,
    columns: [m.setUp.field.name!, m.setUp.field.weight!, m.setUp.whole],
    rows: rowsOf(criteria, ['criteria'], 0),
    add: { value: 'add criteria', label: m.setUp.add(itemLabel(m, ['criteria'])), about: '' },
    pager: null,
    empty: m.setUp.nothingYet,
    more: m.setUp.details,
    actions: m.setUp.actions,
  };
}

/** "Gunningscriteria 60, prijs 40: samen 100 van 100" */
export function totalsInWords(m: Messages, rules: TenderRules): string[] {
  const quality = sum(rules.criteria.map(({ weight }) => exact(weight)));
  const price = methodOf(rules.price).weight(rules.price);
  const text = (value: Parameters<typeof toFractionText>[0]): string => m.format.readable(toFractionText(value));
  return [m.setUp.totals(text(quality), text(price), text(sum([quality, price])), text(weightsTotal(rules)))];
}
