import { newestVersions, type Published, type RuleSets } from '../../criteria/rule-sets.ts';
import type { ContractRules } from '../../domain/contract/rules/contract-rules.ts';
import { rulesBlocks } from '../../explanation/contract/rules.ts';
import { inLanguage, type Messages } from '../../messages/messages.ts';
import { type FormBody, typedAll } from '../forms/text.ts';
import { type BlocksModel, blocksModel } from './blocks.ts';
import { type ChoiceField, choiceField } from './fields.ts';

export interface ContractRuleSetsModel {
  readonly text: Messages['watching']['rules'];
  readonly rows: readonly {
    readonly href: string;
    readonly title: string;
    readonly version: string;
    readonly description: string;
    /** "Budget, looptijd en groeipad" */
    readonly holds: string;
  }[];
}

type Part = keyof Messages['watching']['rules']['parts'];
const PARTS = [
  'budget',
  'term',
  'growthPath',
  'continuity',
  'evaluation',
  'access',
  'figures',
  'advice',
  'lists',
] as const satisfies readonly Part[];

/** The newest version of every rule set of contracts. */
export function contractRuleSetsModel(m: Messages, sets: RuleSets['contracts']): ContractRuleSetsModel {
  const t = m.watching.rules;
  return {
    text: t,
    rows: newestVersions(sets).map(([key, { rules }]) => ({
      href: `/contract-rules/${key}`,
      title: inLanguage(rules.title, m),
      version: t.version(rules.version),
      description: inLanguage(rules.description, m),
      holds: m.format.list(PARTS.filter((part) => rules[part] !== undefined).map((part) => t.parts[part])),
    })),
  };
}

export interface ContractRulesModel {
  readonly title: string;
  readonly version: string;
  /** That there is a newer version. */
  readonly older: { readonly text: string; readonly href: string } | null;
  /** What advice holds when others are not possible: to be ticked. */
  readonly advice: {
    readonly text: Messages['watching']['rules']['advice'];
    readonly action: string;
    readonly field: ChoiceField;
  } | null;
  readonly sections: BlocksModel;
}

/**
 * A rule set of contracts in words, published or as a dossier has it.
 * @param action the address of the page @param query what was ticked
 */
export function contractRulesModel(
  m: Messages,
  { rules }: Pick<Published<ContractRules>, 'rules'>,
  sets: RuleSets['contracts'],
  action: string,
  query: FormBody,
): ContractRulesModel {
  const t = m.watching.rules;
  const pieces = rules.advice?.pieces ?? [];
  const ticked = new Set(typedAll(query, 'not').filter((one) => pieces.some(({ id }) => id === one)));
  const newer = newestVersions(sets).find(([, one]) => one.rules.id === rules.id && one.rules.version > rules.version);
  return {
    title: inLanguage(rules.title, m),
    version: t.version(rules.version),
    older: newer ? { text: t.older(String(newer[1].rules.version)), href: `/contract-rules/${newer[0]}` } : null,
    advice:
      pieces.length === 0
        ? null
        : {
            text: t.advice,
            action,
            field: choiceField(
              {
                name: 'not',
                label: t.advice.legend,
                asks: 'open',
                many: true,
                choices: pieces.map(({ id, number, text }, place) => ({
                  id: place === 0 ? 'not' : `not-${id}`,
                  value: id,
                  label: `${number}. ${inLanguage(text, m)}`,
                  checked: ticked.has(id),
                })),
              },
              [],
              m.app,
            ),
          },
    sections: blocksModel(m, rulesBlocks(m, rules, ticked)),
  };
}
