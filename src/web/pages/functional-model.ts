import type { FunctionalModel, Scale } from '../../domain/purchase-plan/functional-model.ts';
import { SCALES } from '../../domain/purchase-plan/functional-model.ts';
import { functionalModelBlocks, type PillarFilter } from '../../explanation/functional-model.ts';
import { sourceLine } from '../../explanation/sources.ts';
import { inLanguage, type Messages } from '../../messages/messages.ts';
import type { FieldProblem } from '../forms/text.ts';
import { type BlocksModel, blocksModel } from './blocks.ts';
import { type Chosen, OVERVIEWS, type OverviewFrame, overviewFrame } from './choose.ts';
import { type SelectField, selectField } from './fields.ts';

export interface FunctionalModelModel {
  readonly text: Messages['choose']['functionalModel'];
  readonly frame: OverviewFrame;
  readonly notice: string | null;
  readonly action: string;
  readonly rulesKey: string | null;
  readonly filters: readonly SelectField[];
  readonly clearHref: string | null;
  readonly sections: BlocksModel;
  readonly source: string;
}

/** As much of an unknown value as is repeated on the page. */
const QUOTED = 60;

/** Reads the filter out of the address. What is not in the model is named and left out. */
export function readPillarFilter(
  m: Messages,
  { rules }: Chosen<FunctionalModel>,
  query: Readonly<Record<string, unknown>>,
): { readonly filter: PillarFilter; readonly problems: readonly FieldProblem[] } {
  const problems: FieldProblem[] = [];
  const asked = <T extends string>(name: 'level' | 'scale', values: readonly T[]): T | null => {
    const given = query[name] ?? '';
    const found = values.find((one) => one === given) ?? null;
    if (found === null && given !== '') {
      const text = m.choose.functionalModel.unknownValue(String(given).slice(0, QUOTED));
      problems.push({ field: name, text });
    }
    return found;
  };
  const level = asked(
    'level',
    rules.levels.map(({ id }) => id),
  );
  return { filter: { level, scale: asked<Scale>('scale', SCALES) }, problems };
}

export function functionalModelModel(
  m: Messages,
  chosen: Chosen<FunctionalModel>,
  filter: PillarFilter,
  problems: readonly FieldProblem[],
): FunctionalModelModel {
  const t = m.choose.functionalModel;
  const { rules, key } = chosen;
  const select = (name: 'level' | 'scale', label: string, options: readonly (readonly [string, string])[]) =>
    selectField(
      {
        name,
        label,
        asks: 'open',
        options: [['', t.every] as const, ...options].map(([value, text]) => ({
          value,
          label: text,
          selected: (filter[name] ?? '') === value,
        })),
      },
      problems,
      m.app,
    );
  return {
    text: t,
    frame: overviewFrame(m, 'functionalModel', chosen),
    notice: rules.exampleNotice ? inLanguage(rules.exampleNotice, m) : null,
    action: OVERVIEWS.functionalModel,
    rulesKey: key,
    filters: [
      select(
        'level',
        t.level,
        rules.levels.map(({ id, name }) => [id, inLanguage(name, m)]),
      ),
      select(
        'scale',
        t.scale,
        SCALES.map((one) => [one, m.purchasePlan.scales[one]]),
      ),
    ],
    clearHref: filter.level === null && filter.scale === null ? null : OVERVIEWS.functionalModel,
    sections: blocksModel(m, functionalModelBlocks(m, rules, filter)),
    source: sourceLine(m, rules.sources),
  };
}
