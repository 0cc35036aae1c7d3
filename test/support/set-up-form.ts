import { join } from 'node:path';
import type { SetUp } from '../../src/actions/set-ups.ts';
import { projectRoot } from '../../src/config.ts';
import { loadRuleSets, newestLaw } from '../../src/criteria/rule-sets.ts';
import type { Draft } from '../../src/domain/set-up/draft.ts';
import type { SetUpModel } from '../../src/web/pages/set-up.ts';
import type { FieldNode, FormNode } from '../../src/web/set-up/form-node.ts';

/** The law that checks of a set-up name. */
export const LAW = newestLaw(loadRuleSets(join(projectRoot(), 'criteria')));

/** A set-up that says this, as somebody works on it. */
export const setUpOf = (draft: Draft): SetUp => ({
  id: 'proef',
  begunBy: 'ilse',
  begunAt: '',
  origin: { from: 'empty' },
  officers: [],
  publishedAs: null,
  version: 1,
  draft,
});

/** What a browser sends of the form of a page of a set-up. */
export function bodyOf({
  hidden,
  boxes,
  nodes,
}: Pick<SetUpModel, 'hidden' | 'boxes' | 'nodes'>): Record<string, string | string[]> {
  const body: Record<string, string | string[]> = Object.fromEntries(hidden.map(({ name, value }) => [name, value]));
  if (boxes.length > 0) body.boxes = [...boxes];
  for (const node of fieldsIn(nodes)) {
    if (node.kind === 'text') body[node.field.name] = node.field.value.replace(/\n/g, '\r\n');
    if (node.kind === 'select') {
      body[node.field.name] =
        (node.field.options.find(({ selected }) => selected) ?? node.field.options[0])?.value ?? '';
    }
    if (node.kind === 'choices') {
      const ticked = node.field.choices.filter(({ checked }) => checked).map(({ value }) => value);
      if (ticked.length > 0) body[node.field.name] = ticked;
    }
  }
  return body;
}

/** Every field of a form, those in tables as well. */
export const fieldsIn = (nodes: readonly FormNode[]): FieldNode[] =>
  nodes.flatMap((node): FieldNode[] => {
    switch (node.kind) {
      case 'text':
      case 'select':
      case 'choices':
      case 'static':
        return [node];
      case 'table':
        return node.rows.flatMap(({ cells }) => cells.flat());
      case 'open-group':
      case 'close-group':
      case 'open-more':
      case 'close-more':
        return [];
      default:
        return node satisfies never;
    }
  });

/** The pages of items that a page leads to. */
export const itemsIn = (nodes: readonly FormNode[]): string[] =>
  nodes.flatMap((node) =>
    node.kind === 'table' ? node.rows.flatMap(({ more }) => (more ? [more.href.split('/').at(-1)!] : [])) : [],
  );
