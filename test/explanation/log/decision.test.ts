import { describe, expect, it } from 'vitest';
import { startDecision } from '../../../src/domain/decision/evolve.ts';
import { startWeighing } from '../../../src/domain/decision/weighing.ts';
import { matrixOf } from '../../../src/domain/decision-matrix/rules.ts';
import { decisionEventInWords } from '../../../src/explanation/log/decision.ts';
import { messagesIn } from '../../../src/messages/messages.ts';
import { publishedRules } from '../../support/dossiers.ts';

const { rules } = publishedRules().matrices.get('contract-models-2013.v2')!;
const weighing = startWeighing(matrixOf(rules), 7);
const common = { at: '2027-03-01T10:00:00.000Z', actor: 'chair' };
const opened = {
  ...common,
  seq: 1,
  type: 'matrix-published',
  payload: { title: 'Vervoer', rules, rulesSha256: '0'.repeat(64), officer: 'chair', weighing },
} as const;
const state = startDecision('decision-1', opened);
const person = (): string => 'Ilse Inkoper';

describe('an event of a decision in words', () => {
  const m = messagesIn('nl');

  it('says what it opens with', () => {
    const told = decisionEventInWords(m, person, undefined, opened);
    expect(told.slice(0, 3)).toEqual([
      'Titel: “Vervoer”.',
      `Afwegingskader: “${rules.title.nl}”, versie ${rules.version}.`,
      'Opgesteld door: Ilse Inkoper.',
    ]);
  });

  it('says of another weighing only what became otherwise', () => {
    const [first] = rules.criteria;
    const payload = {
      ...weighing,
      weights: { ...weighing.weights, [first!.id]: '2.5' },
      adjustments: [{ kind: 'exclude' as const, alternative: rules.alternatives[0]!.id, reason: 'Past niet.' }],
    };
    const told = decisionEventInWords(m, person, state, { ...common, seq: 2, type: 'weighing-recorded', payload });
    expect(told).toEqual([
      `Wegingsfactor van “${first!.name.nl}”: van 1 naar 2,5.`,
      `Uitsluiting van “${rules.alternatives[0]!.name.nl}”: van niets naar “Past niet.”`,
    ]);
  });

  it('says of another choice what was chosen before', () => {
    const [one, other] = rules.alternatives;
    const before = { ...state!, chosen: { alternative: one!.id, reason: null } };
    const payload = { alternative: other!.id, reason: 'Goedkoper' };
    const told = decisionEventInWords(m, person, before, { ...common, seq: 3, type: 'alternative-chosen', payload });
    expect(told).toEqual([`Gekozen: van “${one!.name.nl}” naar “${other!.name.nl}”.`, 'Reden: “Goedkoper”.']);
  });
});
