import type { OptionRules } from '../domain/decision-matrix/rules.ts';
import { inLanguage, type Messages } from '../messages/messages.ts';
import { type StatementsInWords, sourceLine, statementsInWords } from './sources.ts';

export interface OptionInWords {
  readonly id: string;
  readonly name: string;
  readonly how: string;
  readonly pros: StatementsInWords;
  readonly cons: StatementsInWords;
  readonly notes: StatementsInWords;
  readonly source: string;
}

/** The options that stand on their own, and per option its variants: what can be compared stands together. */
export interface OptionsInWords {
  readonly main: readonly OptionInWords[];
  readonly variants: readonly { readonly of: OptionInWords; readonly options: readonly OptionInWords[] }[];
}

export function optionsInWords(m: Messages, { options }: OptionRules): OptionsInWords {
  const inWords = (option: OptionRules['options'][number]): OptionInWords => ({
    id: option.id,
    name: inLanguage(option.name, m),
    how: inLanguage(option.description, m),
    pros: statementsInWords(m, option.pros, m.choose.silent.pros),
    cons: statementsInWords(m, option.cons, m.choose.silent.cons),
    notes: statementsInWords(m, option.notes, m.choose.silent.notes),
    source: sourceLine(m, option.sources),
  });
  return {
    main: options.filter(({ variantOf }) => variantOf === undefined).map(inWords),
    variants: options
      .map((of) => ({ of: inWords(of), options: options.filter(({ variantOf }) => variantOf === of.id).map(inWords) }))
      .filter((group) => group.options.length > 0),
  };
}
