import type { DecisionEvent } from '../../domain/decision/events.ts';
import type { DecisionState } from '../../domain/decision/state.ts';
import type { Weighing } from '../../domain/decision/weighing.ts';
import type { MatrixRules } from '../../domain/decision-matrix/rules.ts';
import { forMatrix, inLanguage, type Messages } from '../../messages/messages.ts';
import { quote, sentences } from '../../messages/sentence.ts';
import type { Prose } from '../blocks.ts';
import { changes, type Facts, type Said, said, saidInWords, typed, type Words } from './said.ts';
import { successionInWords } from './succession.ts';

/**
 * What an event of a decision says, in sentences: with what was there before, where it changes something.
 * @param state in which it happened; undefined before the first event
 */
export function decisionEventInWords(
  given: Messages,
  person: (account: string) => string,
  state: DecisionState | undefined,
  event: DecisionEvent,
): Prose[] {
  const rules = event.type === 'matrix-published' ? event.payload.rules : state?.rules;
  if (!rules) return [];
  const m = forMatrix(given, rules);
  return saidBy(m, person, rules, state, event).map((one) => saidInWords(m, one));
}

/** What each type of event says. A new type does not compile before it stands here. */
function saidBy(
  m: Messages,
  person: (account: string) => string,
  rules: MatrixRules,
  state: DecisionState | undefined,
  event: DecisionEvent,
): Said[] {
  const f = m.logFacts;
  const alternative = (id: string): string => quote(nameIn(m, rules.alternatives, id));
  switch (event.type) {
    case 'log-format-changed':
      return [];
    case 'matrix-published': {
      const { title, officer, weighing } = event.payload;
      return [
        ...said(f.title, quote(title)),
        ...said(f.framework, f.version(inLanguage(rules.title, m), String(rules.version))),
        ...said(f.officer, person(officer)),
        ...changes(m, weighingFacts(m, rules, weighing), undefined),
      ];
    }
    case 'successor-proposed':
    case 'officer-succeeded':
      return successionInWords(m, f.officer, person, state, event);
    case 'weighing-recorded':
      return changes(m, weighingFacts(m, rules, event.payload), state && weighingFacts(m, rules, state.weighing));
    case 'alternative-chosen': {
      const { alternative: chosen, reason } = event.payload;
      const before = state?.chosen;
      return [
        ...said(m.decision.choose.chosen, alternative(chosen), before && alternative(before.alternative)),
        ...said(f.reason, reason === null ? null : typed(reason), before?.reason ? typed(before.reason) : undefined),
      ];
    }
    case 'decision-signed':
      return [
        ...said(m.decision.choose.chosen, state?.chosen ? alternative(state.chosen.alternative) : null),
        ...said(f.engine, String(event.payload.engine)),
      ];
    default:
      return event satisfies never;
  }
}

/** Everything that a weighing says, by what it is called. */
function weighingFacts(m: Messages, rules: MatrixRules, weighing: Weighing): Facts {
  const t = m.decision;
  const criterion = (id: string): string => nameIn(m, rules.criteria, id);
  const model = (id: string): string => nameIn(m, rules.alternatives, id);
  const facts = new Map<string, Words>();
  const { purchaseKind, weights, ordering, values, adjustments, seed } = weighing;
  if (purchaseKind !== null) facts.set(t.kind, quote(nameIn(m, rules.purchaseKinds, purchaseKind)));
  for (const [id, weight] of Object.entries(weights))
    facts.set(t.weigh.weightOf(criterion(id)), m.format.decimal(weight));
  const pairs = ordering.map(({ heavier, lighter }) => t.orderingPair(criterion(heavier), criterion(lighter)));
  if (pairs.length > 0) facts.set(t.weigh.ordering, pairs.join('; '));
  if (values === 'ordinal') facts.set(t.weigh.values, m.common.yes);
  for (const one of adjustments) {
    if (one.kind === 'minimum') facts.set(t.weigh.minimumOf(criterion(one.criterion)), one.symbol);
    else if (one.kind === 'exclude') facts.set(m.logFacts.exclusion(model(one.alternative)), typed(one.reason));
    else {
      const what = t.weigh.scoreOf(model(one.alternative), criterion(one.criterion));
      facts.set(what, sentences(one.symbol, one.reason));
    }
  }
  facts.set(t.weigh.seed, m.format.grouped(String(seed), 0));
  return facts;
}

function nameIn(m: Messages, all: readonly Named[], id: string): string {
  const found = all.find((one) => one.id === id);
  return found ? inLanguage(found.name, m) : id;
}
type Named = Pick<MatrixRules['alternatives'][number], 'id' | 'name'>;
