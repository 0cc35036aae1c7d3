import { describe, expect, it } from 'vitest';
import { whoSeesYourWork } from '../../src/explanation/who-sees.ts';
import { messagesIn } from '../../src/messages/messages.ts';

describe('who sees the work of an assessor', () => {
  const told = (...onlookers: string[]) =>
    whoSeesYourWork(messagesIn('nl'), onlookers).map(({ who, scores, work }) => `${who}: ${scores}; ${work}`);

  it('is told per reader, for scores and for the moment of saving', () => {
    expect(told()).toEqual([
      'De voorzitter: vanaf de fase “Consensus”; altijd',
      'De andere beoordelaars: vanaf de fase “Consensus”; vanaf de fase “Consensus”',
      'De commissieleden: niet; niet',
      'Auditors: vanaf de fase “Kwaliteit afgesloten”; altijd',
    ]);
  });

  it('names who looks on', () => {
    expect(told('Anna de Vries').slice(3)).toEqual([
      'Auditor Anna de Vries, die meekijkt: altijd; altijd',
      'Andere auditors: vanaf de fase “Kwaliteit afgesloten”; altijd',
    ]);
    expect(told('Anna', 'Ben')[3]).toContain('De auditors Anna en Ben, die meekijken');
  });
});
