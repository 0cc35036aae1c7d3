import { beforeAll, describe, expect, it } from 'vitest';
import { contractKind } from '../../../src/actions/contracts.ts';
import { readLog } from '../../../src/actions/read-log.ts';
import { openStored } from '../../../src/actions/read-stored.ts';
import { plain } from '../../../src/explanation/blocks.ts';
import { contractEventInWords } from '../../../src/explanation/log/contract.ts';
import { LANGUAGES, type Language } from '../../../src/messages/language.ts';
import { messagesIn } from '../../../src/messages/messages.ts';
import { CONTRACTS, contractServices, followDemoContracts, OFFICER } from '../../support/contracts.ts';

let services: Awaited<ReturnType<typeof contractServices>>;
beforeAll(async () => {
  services = await contractServices();
  followDemoContracts(services);
  services.say(OFFICER, {
    type: 'dossier-closed',
    payload: { reason: 'De contracten zijn voorbij.' },
  });
});

/** What the log says, the oldest first. */
function told(language: Language): { readonly type: string; readonly text: string }[] {
  const m = messagesIn(language);
  const stored = openStored(contractKind, services.storage, CONTRACTS);
  const asked = { person: undefined, kind: undefined, phase: undefined };
  const { rows } = readLog(contractKind, CONTRACTS, stored, 'contracts', asked, null, (before, event) =>
    contractEventInWords(m, (account) => account, before, event).map(plain),
  );
  return rows.map(({ event, told: lines }) => ({ type: event.type, text: lines.join(' ') })).reverse();
}
const of = (type: string): string[] =>
  told('nl')
    .filter((one) => one.type === type)
    .map(({ text }) => text);

describe('the log of contracts in words', () => {
  it.each(LANGUAGES)(
    'says something of every event, without an id of an area, a goal or a component (%s)',
    (language) => {
      for (const { type, text } of told(language)) {
        expect([type, text]).not.toEqual([type, '']);
        expect(text).not.toMatch(/oost-ten-boer|zuid-haren|cost-control|personal-budgets|risk-sharing|undefined|null/);
      }
    },
  );

  it('says of a correction what was there, and why', () => {
    expect(of('figures-recorded').find((text) => text.includes('Reden'))).toBe(
      'Gebied: “West”. Kwartaal: 2e kwartaal van 2027. Datum: 20 oktober 2027. Gebruikers van basisondersteuning door professionals: van 44 naar 46. Gebruikers van aanvullende ondersteuning: van 520 naar 518. Reden: “Twee gebruikers waren bij de verkeerde soort ondersteuning geteld.”',
    );
  });

  it('says which entry was withdrawn, and what a final percentage was before', () => {
    expect(of('entry-withdrawn')[0]).toMatch(
      /^Ingetrokken: gebeurtenis \d+, “Cijfers van een kwartaal vastgelegd”. Gebied: “Zuid en Haren”. Kwartaal: 1e kwartaal van 2027. Reden: /,
    );
    expect(of('index-recorded')[1]).toContain('Percentage: van 3,1% naar 3,4%. Status: van voorlopig naar definitief.');
  });

  it('says what a budget is made of by its names, and what the phase becomes', () => {
    expect(of('budget-set')[0]).toContain('Getal bij “inwoners” in “West”: 52.000.');
    expect(of('dossier-closed')[0]).toBe(
      'Reden: “De contracten zijn voorbij.” Fase: van Wordt gevolgd naar Afgesloten.',
    );
  });
});
