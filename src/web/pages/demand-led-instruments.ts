import type { OptionRules } from '../../domain/decision-matrix/rules.ts';
import { type OptionInWords, optionsInWords } from '../../explanation/instruments.ts';
import { sourceLine } from '../../explanation/sources.ts';
import type { Messages } from '../../messages/messages.ts';
import { type Chosen, type OverviewFrame, overviewFrame } from './choose.ts';

export interface DemandLedInstrumentsModel {
  readonly text: Messages['choose']['instruments'];
  readonly frame: OverviewFrame;
  /** The options that can be compared with each other stand in one table. */
  readonly groups: readonly {
    readonly id: string;
    readonly title: string;
    readonly caption: string;
    readonly options: readonly OptionInWords[];
    readonly rows: readonly { readonly part: 'pros' | 'cons' | 'notes'; readonly label: string }[];
  }[];
  readonly source: string;
}

export function demandLedInstrumentsModel(m: Messages, chosen: Chosen<OptionRules>): DemandLedInstrumentsModel {
  const t = m.choose.instruments;
  const { main, variants } = optionsInWords(m, chosen.rules);
  const group = (id: string, title: string, options: readonly OptionInWords[]) => ({
    id,
    title,
    caption: t.sideBySide(title),
    options,
    rows: (['pros', 'cons', 'notes'] as const)
      // What the source says of none of them needs no row.
      .filter((part) => part !== 'notes' || options.some((option) => option.notes.items.length > 0))
      .map((part) => ({ part, label: t[part] })),
  });
  return {
    text: t,
    frame: overviewFrame(m, 'instruments', chosen),
    groups: [
      group('options', t.main, main),
      ...variants.map(({ of, options }) => group(`variants-${of.id}`, t.variants(of.name), options)),
    ],
    source: sourceLine(m, chosen.rules.sources),
  };
}
