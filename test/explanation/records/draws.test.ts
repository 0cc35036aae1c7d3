import { describe, expect, it } from 'vitest';
import { drawBlocks } from '../../../src/explanation/records/draws.ts';
import { messagesIn } from '../../../src/messages/messages.ts';
import { caseOf } from '../../support/case.ts';
import { demoServices } from '../../support/demo.ts';
import { TIED } from '../../support/rich-tenders.ts';
import { walkTender } from '../../support/walk.ts';

describe('the record of the draws', async () => {
  const { tenders } = await demoServices();
  const state = tenders.get(walkTender(tenders, caseOf(TIED), 'Groenonderhoud'));

  it('says of each draw for what, in which order, how, before whom and when', () => {
    const [draw] = drawBlocks(messagesIn('nl'), state)!;
    expect(draw).toEqual({
      kind: 'facts',
      caption: 'Loting 1',
      facts: [
        { term: 'Waarvoor is geloot', value: 'Noord; Zuid' },
        { term: 'Volgorde', value: '1. Beuk\n2. Eik' },
        { term: 'Hoe is geloot', value: expect.stringMatching(/notaris/) },
        { term: 'Aanwezig', value: expect.stringMatching(/getuigen/) },
        { term: 'Vastgelegd op', value: '2 november 2026 om 10.00 uur' },
      ],
    });
  });

  it('names what was not recorded, and why a draw was held again', () => {
    const [first] = state.draws;
    const again = { ...first!, lots: [], witnesses: null, reason: 'Een briefje was zoek.' };
    const [, draw] = drawBlocks(messagesIn('en'), { ...state, draws: [first!, again] })!;
    expect(draw).toMatchObject({
      caption: 'Draw 2',
      facts: expect.arrayContaining([
        { term: 'What was drawn for', value: 'everything in which bidders were equal' },
        { term: 'Present', value: 'not recorded' },
        { term: 'Why again', value: 'Een briefje was zoek.', language: 'nl' },
      ]),
    });
    expect(drawBlocks(messagesIn('nl'), { ...state, draws: [] })).toBeNull();
  });
});
