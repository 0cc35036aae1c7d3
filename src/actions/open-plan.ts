import { newestVersions, type RuleSets } from '../criteria/rule-sets.ts';
import { DomainError } from '../domain/errors.ts';
import type { Link } from '../domain/link.ts';
import type { NewPlanEvent } from '../domain/purchase-plan/events.ts';
import { noteOfExample, plannedInExample } from '../domain/purchase-plan/from-example.ts';
import { inLanguage, type Messages } from '../messages/messages.ts';
import type { PurchasePlans } from './purchase-plans.ts';

/** What a plan is begun with. */
export interface NewPlan {
  readonly title: string;
  readonly year: number;
  /** The key of an example of which all is taken over, in the language of the messages; null for an empty plan. */
  readonly example: string | null;
  /** The evaluation of a contract that it follows from. */
  readonly follows?: Link;
}

/** Plans that follow no example are called this in their address. */
const EMPTY = 'own';
/** The model that an empty plan is held against: the one there is. */
const MODEL = 'functional-model-2013';

/**
 * Opens a purchase plan with the newest functional model, which is copied into it whole.
 * @returns the id of the dossier
 * @throws DomainError `unknown-name` for an example that there is not
 */
export function openPlan(
  m: Messages,
  { plans, ruleSets }: { readonly plans: PurchasePlans; readonly ruleSets: RuleSets },
  officer: string,
  { title, year, example: key, follows }: NewPlan,
): string {
  const example = key === null ? null : ruleSets.purchasePlans.get(key)?.rules;
  const named = example ? example.model : MODEL;
  const model = newestVersions(ruleSets.functionalModels).find(([, { rules }]) => rules.id === named)?.[1];
  if (example === undefined || !model) throw new DomainError('unknown-name', { name: key ?? named });
  const say = (text: Parameters<typeof inLanguage>[0]): string => inLanguage(text, m);
  const opened: NewPlanEvent = {
    type: 'plan-opened',
    payload: {
      title,
      year,
      officer,
      model: model.rules,
      modelSha256: model.sha256,
      note: example && noteOfExample(example, say),
      ...(follows ? { follows } : {}),
    },
  };
  const dossier = plans.freeId(example ? example.id : EMPTY);
  const planned = example ? plannedInExample(example, say) : [];
  plans.execute(dossier, officer, { type: 'open', events: [opened, ...planned] });
  return dossier;
}
