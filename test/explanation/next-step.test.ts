import { describe, expect, it } from 'vitest';
import { standingOutcome } from '../../src/domain/tender/standing-award.ts';
import { everyAssessor } from '../../src/domain/tender/state/rounds.ts';
import type { TenderState } from '../../src/domain/tender/state/state.ts';
import { nextStepInWords } from '../../src/explanation/next-step.ts';
import { messagesIn } from '../../src/messages/messages.ts';
import { auditTender, readGolden } from '../support/dossiers.ts';

const { dossier, events } = readGolden('price-and-quality-engine-2.dossier.json');
/** The dossier as it stood with the last event of a type. */
const until = (type: string): TenderState =>
  auditTender(dossier, events.slice(0, events.findLastIndex((event) => event.type === type) + 1)).state;

const nl = messagesIn('nl');
const next = (state: TenderState): [chair: string, others: string] => [
  nextStepInWords(nl, state, { id: state.chair, roles: ['procurement-officer'] }),
  nextStepInWords(nl, state, { id: everyAssessor(state)[0] ?? 'nobody', roles: ['assessor'] }),
];

describe('the next step of a tender', () => {
  it('is said to the chair as a task, and to the others as what they can expect', () => {
    expect(next(until('rules-published'))).toEqual([
      'Leg alle inschrijvingen vast, wijs de beoordelaars aan en open daarna de beoordeling.',
      'De voorzitter legt de inschrijvingen vast en wijst de beoordelaars aan.',
    ]);
    expect(next(until('assessment-opened'))[0]).toContain('Open de consensusronde zodra alles is ingediend.');
    expect(next(until('consensus-opened'))[0]).toContain('Sluit daarna de kwaliteitsronde.');
  });

  it('is to record the prices before the award can be calculated', () => {
    expect(next(until('quality-closed'))).toEqual([
      'De scores staan vast. Open de prijzen en leg ze vast.',
      'De scores staan vast. De voorzitter opent de prijzen, legt ze vast en berekent de gunning.',
    ]);
    const recorded = next(until('price-recorded'));
    expect(recorded[0]).toBe('Alles wat nodig is, ligt vast. Bereken de gunning.');
    // Whether prices are recorded is for who may see them.
    expect(recorded[1]).toBe(next(until('quality-closed'))[1]);
  });

  it('follows the outcome once there is one', () => {
    const state = until('award-computed');
    expect(next(state)[0]).toBe('Er ligt een voorstel tot gunning. Leg het voorstel ter besluit voor.');
    const outcome = standingOutcome(state);
    const as = (status: 'draw-needed' | 'impossible' | 'best-found'): TenderState => ({
      ...state,
      award: {
        ...state.award!,
        outcome: { engine: 2, outcome: { ...outcome, award: { ...outcome.award, status } } },
      },
    });
    expect(next(as('draw-needed'))[0]).toBe('Er is een loting nodig. Houd de loting en leg haar vast.');
    expect(next(as('impossible'))[0]).toContain('Lees waarom en besluit over intrekken.');
    expect(next(as('best-found'))[0]).toContain('Meld het aan de beheerder.');
    const unreadable = { ...state, award: { ...state.award!, outcome: { engine: 'unreadable' } } } as const;
    expect(next(unreadable)[0]).toContain('Vraag de auditor om een herberekening.');
  });
});
