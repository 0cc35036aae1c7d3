import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { partsOf } from '../../../src/actions/dossier-kind.ts';
import { readLog } from '../../../src/actions/read-log.ts';
import { tenderKind } from '../../../src/actions/tenders.ts';
import { openWhole } from '../../../src/chain/opened.ts';
import { projectRoot } from '../../../src/config.ts';
import { type TenderEventType, tenderEventTypes } from '../../../src/domain/tender/state/events.ts';
import { readDossierFile } from '../../../src/exchange/dossier-file.ts';
import { plain } from '../../../src/explanation/blocks.ts';
import type { Listener } from '../../../src/explanation/log/teller.ts';
import { tenderEventInWords } from '../../../src/explanation/log/tender.ts';
import type { Language } from '../../../src/messages/language.ts';
import { messagesIn } from '../../../src/messages/messages.ts';

/** Dossiers in which, together, nearly everything happens. */
const GOLDEN = [
  'procedure-6/going-back',
  'procedure-7/documents',
  'procedure-8/amended',
  'procedure-9/letters',
  'engine-3/schoonmaak',
  'engine-3/vervoer',
  'engine-3/loting',
  'format-2/gon-2027',
  'format-2/price-and-quality-both-formats',
];

/** Everything that a log says, by the number of the event. */
function logOf(golden: string, language: Language = 'nl', given: Partial<Listener> = {}) {
  const file = readFileSync(join(projectRoot(), 'data/golden', `${golden}.dossier.json`));
  const { dossier, events } = readDossierFile(file);
  const opened = events.map((event) => ({
    event: openWhole(event, partsOf(tenderKind, event)),
    hash: '',
    isOpen: false,
  }));
  const to: Listener = {
    m: messagesIn(language),
    person: (account) => `Persoon ${account}`,
    mayRead: () => true,
    differences: () => [],
    ...given,
  };
  const { rows } = readLog(tenderKind, dossier, opened, 'tender', {}, null, (state, event) =>
    tenderEventInWords(to, state, event).map(plain),
  );
  return rows.toReversed().map(({ event: { type }, told }) => ({ type, told: told.join(' ') }));
}

const saidOf = (log: ReturnType<typeof logOf>, type: TenderEventType): string[] =>
  log.filter((one) => one.type === type).map(({ told }) => told);

describe('an event of a tender in words', () => {
  const log = logOf('procedure-6/going-back');

  it('says what was recorded, with names', () => {
    expect(saidOf(log, 'consensus-recorded')[0]).toBe(
      'Consensusscore van “Inschrijver a” op “Plan” in “Lot 1”: 8. Motivering: “Zoals het plan het beschrijft.”',
    );
    expect(saidOf(log, 'chair-handed-over')).toEqual([
      'Voorzitter: van Persoon chair naar Persoon plaatsvervanger. Reden: “Zoals besproken en vastgelegd.”',
    ]);
  });

  it('says of a price that was corrected what it was and what it is', () => {
    expect(saidOf(log, 'price-corrected')).toEqual([
      'Prijs van: “Inschrijver b” in “Lot 2”. Bedrag: van € 100 naar € 80. Reden: “Zoals besproken en vastgelegd.” Fase: van “Gunning berekend” naar “Kwaliteit afgesloten”.',
    ]);
  });

  it('says of a draw that was held again how both went', () => {
    expect(saidOf(log, 'draw-recorded')[1]).toContain(
      'van “Inschrijver b” en “Inschrijver a” naar “Inschrijver a” en “Inschrijver b”.',
    );
  });

  it('says of a corrected bid only what became otherwise', () => {
    expect(saidOf(log, 'bid-corrected')).toEqual([
      'Gaat over: “Inschrijver c”. Inschrijving voor “Lot 3”: van niets naar ingeschreven. Reden: “Zoals besproken en vastgelegd.”',
    ]);
  });

  it('says of a later award what became otherwise', () => {
    expect(saidOf(log, 'award-computed')[2]).toContain(
      'Hoofdaanbieder in “Lot 1”: van “Inschrijver b” naar “Inschrijver a”.',
    );
  });

  it('says the amounts of a price sheet line by line', () => {
    const prices = saidOf(logOf('engine-3/schoonmaak'), 'price-sealed').concat(
      saidOf(logOf('engine-3/schoonmaak'), 'price-recorded'),
    );
    expect(prices[0]).toMatch(/Vaste prijs, Uren: € [\d.,]+\. Vaste prijs, Opstart: € .*Vaste prijs, Korting: \d+%/);
  });

  it('says it in English too', () => {
    expect(saidOf(logOf('procedure-6/going-back', 'en'), 'price-corrected')[0]).toContain(
      'Amount: from EUR 100 to EUR 80.',
    );
  });

  it('tells nothing of what was before to who may not read what said it', () => {
    const kept = logOf('procedure-6/going-back', 'nl', {
      mayRead: (_, types) => !types.some((type) => type.startsWith('price-')),
    });
    expect(saidOf(kept, 'price-corrected')[0]).toContain('Bedrag: € 80.');
    expect(saidOf(kept, 'price-corrected')[0]).not.toContain('€ 100');
  });

  it.each(['nl', 'en'] as const)('is sound and has no ids, in every event of every kept dossier (%s)', (language) => {
    const logs = GOLDEN.flatMap((golden) => logOf(golden, language));
    const types = new Set(logs.map(({ type }) => type));
    expect(tenderEventTypes.filter((type) => !types.has(type)).length).toBeLessThan(17);
    for (const { type, told } of logs) {
      const wrong = /undefined|\[object|\bnull\b|NaN|\.\.(?!\.)| {2}|\blot-\d|\d{4}-\d{2}-\d{2}/.exec(told);
      expect(wrong && `${type}: ${told}`).toBeNull();
    }
  });
});
