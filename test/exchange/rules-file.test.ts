import { describe, expect, it } from 'vitest';
import { parseRules } from '../../src/criteria/read-rules.ts';
import { DomainError } from '../../src/domain/errors.ts';

/** Short rules with this programme. */
const file = (programme: object): string =>
  JSON.stringify({
    service: 'other',
    scale: { maximum: 10 },
    criteria: [
      { name: 'Aanbod', weight: 60 },
      { name: 'Personeel', weight: 40 },
    ],
    programme,
  });

describe('a programme of requirements in a short file', () => {
  it('has ids made of names, refers by name, and leaves out what is usual', () => {
    const { programme } = parseRules(
      file({
        requirements: [{ name: 'Vervoer waar nodig', kind: 'scope' }],
        goals: [{ name: 'Vertrouwen' }],
        wishes: [
          {
            from: 'Raad',
            wish: 'Inwoners kiezen.',
            answer: {
              kind: 'taken-over',
              requirements: ['vervoer waar nodig'],
              criteria: ['Aanbod'],
              goals: ['vertrouwen'],
            },
          },
          {
            from: 'Aanbieders',
            wish: 'Meer geld.',
            answer: { kind: 'not-taken-over', reason: 'Het budget staat vast.' },
          },
        ],
      }),
    );
    const both = (text: string) => ({ nl: text, en: text });
    expect(programme).toEqual({
      requirements: [{ id: 'vervoer-waar-nodig', name: both('Vervoer waar nodig'), kind: 'scope', sources: [] }],
      goals: [{ id: 'vertrouwen', name: both('Vertrouwen'), sources: [] }],
      wishes: [
        {
          id: 'inwoners-kiezen',
          from: both('Raad'),
          wish: both('Inwoners kiezen.'),
          answer: {
            kind: 'taken-over',
            requirements: ['vervoer-waar-nodig'],
            criteria: ['aanbod'],
            goals: ['vertrouwen'],
          },
          sources: [],
        },
        {
          id: 'meer-geld',
          from: both('Aanbieders'),
          wish: both('Meer geld.'),
          answer: { kind: 'not-taken-over', reason: both('Het budget staat vast.') },
          sources: [],
        },
      ],
      sources: [],
    });
    expect(parseRules(file({})).programme).toEqual({ requirements: [], goals: [], wishes: [], sources: [] });
  });

  it('refuses a name that is not there, at its place', () => {
    const wish = { from: 'Raad', wish: 'Kiezen.', answer: { kind: 'taken-over', goals: ['Rust'] } };
    const refused = (): unknown => parseRules(file({ wishes: [wish] }));
    expect(refused).toThrow(DomainError);
    try {
      refused();
    } catch (error) {
      const [fault] = (error as DomainError).faults;
      expect([fault!.code, fault!.path.join('.')]).toEqual(['unknown-name', 'programme.wishes.0.answer.goals.0']);
    }
  });
});
