import { describe, expect, it } from 'vitest';
import { createTenders } from '../../../src/actions/tenders.ts';
import { type Cell, plain } from '../../../src/explanation/blocks.ts';
import { openingBlocks } from '../../../src/explanation/records/opening.ts';
import { LANGUAGES } from '../../../src/messages/language.ts';
import { messagesIn } from '../../../src/messages/messages.ts';
import { openStorage } from '../../../src/storage/database.ts';
import { caseOf } from '../../support/case.ts';
import { CLEANING } from '../../support/rich-tenders.ts';
import { walkTender } from '../../support/walk.ts';

const shown = ({ text, notes = [] }: Cell): string => [plain(text), ...notes.map(plain)].join(' | ');

const tenders = createTenders(openStorage(':memory:'), () => new Date('2026-12-01T09:00:00Z'));
const state = tenders.get(walkTender(tenders, caseOf(CLEANING), 'Schoonmaak (fictief)'));

describe('the record of the opening', () => {
  it.each(LANGUAGES)(
    'has the figures that came in sealed for all lots, beside the prices of each, in %s',
    (language) => {
      const m = messagesIn(language);
      const blocks = openingBlocks(m, state, (account) => account)!;
      const rows = blocks.flatMap((block) => (block.kind === 'table' ? block.rows.map((row) => row.map(shown)) : []));
      expect(rows).toHaveLength(12);
      expect(rows.filter(([bidder]) => bidder === 'Alfa').map(([, lot, amount]) => `${lot}: ${amount}`)).toEqual(
        language === 'nl'
          ? [
              'Kantoren: € 4.315,00',
              'Scholen: € 4.410,25',
              'Sporthallen: € 4.505,50',
              'alle percelen | Uitstoot: 900 kg CO2: –',
            ]
          : expect.arrayContaining([expect.stringMatching(/\| Uitstoot: 900 kg CO2: –$/)]),
      );
    },
  );
});
