import type { Account } from '../../actions/accounts.ts';
import { newestVersions, type Published } from '../../criteria/rule-sets.ts';
import { hasRole } from '../../domain/roles.ts';
import type { BilingualText } from '../../domain/text.ts';
import { inLanguage, type Messages } from '../../messages/messages.ts';

/** The heading that every rule set has. */
export interface Heading {
  readonly id: string;
  readonly version: number;
  readonly title: BilingualText;
  readonly description: BilingualText;
}

/** The rule set that a page shows, and the others of its kind. */
export interface Chosen<Rules extends Heading> {
  readonly rules: Rules;
  /** What an address must carry to stay with this rule set; null for the one that is shown unasked. */
  readonly key: string | null;
  readonly others: readonly { readonly key: string; readonly rules: Heading }[];
}

/**
 * The rule set that was asked for by its key ("contract-models-2013.v1"); unasked the newest version of the first.
 * @returns undefined when there is none
 */
export function chosenRules<Rules extends Heading>(
  sets: ReadonlyMap<string, Published<Rules>>,
  asked: unknown,
): Chosen<Rules> | undefined {
  const all = [...sets].map(([key, { rules }]) => ({ key, rules }));
  const unasked = newestVersions(sets)[0]?.[0];
  const chosen = all.find(({ key }) => key === (asked === undefined ? unasked : asked));
  if (!chosen) return undefined;
  return {
    rules: chosen.rules,
    key: chosen.key === unasked ? null : chosen.key,
    others: all.filter((one) => one !== chosen),
  };
}

export const OVERVIEWS = {
  contractModels: '/contract-models',
  neighbourhoodTeams: '/neighbourhood-teams',
  instruments: '/demand-led-instruments',
  functionalModel: '/functional-model',
  law: '/law',
} as const;
export type Overview = keyof typeof OVERVIEWS;

/** What stands above and below each of the overviews: the way to the others, and what the facts come from. */
export interface OverviewFrame {
  readonly navigation: {
    readonly label: string;
    readonly items: readonly { readonly href: string; readonly label: string; readonly current: boolean }[];
  };
  readonly description: string;
  readonly version: string;
  readonly otherSets: {
    readonly label: string;
    readonly items: readonly { readonly href: string; readonly label: string }[];
  } | null;
}

export function overviewFrame(m: Messages, here: Overview, { rules, others }: Chosen<Heading>): OverviewFrame {
  const t = m.choose;
  const all = [rules, ...others.map((other) => other.rules)];
  const named = (one: Heading): string => {
    const older = all.some(({ id, version }) => id === one.id && version > one.version);
    return `${inLanguage(one.title, m)}, ${(older ? t.olderVersion : t.version)(one.version)}`;
  };
  return {
    navigation: {
      label: t.overviews,
      items: [
        ...(Object.keys(OVERVIEWS) as Overview[]).map((key) => ({
          href: OVERVIEWS[key],
          label: t[key].title,
          current: key === here,
        })),
        // By what rules contracts are followed, once they are there: a list of its own.
        { href: '/contract-rules', label: m.watching.rules.title, current: false },
      ],
    },
    description: inLanguage(rules.description, m),
    version: named(rules),
    otherSets:
      others.length === 0
        ? null
        : {
            label: t.otherSets,
            items: others.map((other) => ({
              href: addressIn(OVERVIEWS[here], other.key),
              label: named(other.rules),
            })),
          },
  };
}

/** An address that stays with the rule set that is shown. */
export const addressIn = (path: string, key: string | null): string =>
  key === null ? path : `${path}?rules=${encodeURIComponent(key)}`;

/** Where a choice is made and recorded, for who may do that. */
export const decideLink = (m: Messages, account: Account): { href: string; label: string } | null =>
  hasRole(account, 'procurement-officer') ? { href: '/decisions/new', label: m.choose.contractModels.decide } : null;
