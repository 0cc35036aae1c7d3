import { describe, expect, it } from 'vitest';
import { auditDossier } from '../../src/actions/audit.ts';
import { reRunFigures } from '../../src/actions/re-run-figures.ts';
import { type TenderAudit, tenderKind } from '../../src/actions/tenders.ts';
import { type Block, plain } from '../../src/explanation/blocks.ts';
import { tenderFigures } from '../../src/explanation/figures/tender.ts';
import {
  comparisonBlocks,
  firstDifferenceInWords,
  type ReRunFigures,
  todayBlocks,
} from '../../src/explanation/re-run.ts';
import { messagesIn } from '../../src/messages/messages.ts';
import { publishedRules, readGolden } from '../support/dossiers.ts';

const m = messagesIn('nl');

/** What a kept dossier stored and what is computed again. @param change what somebody wrote in the stored outcome */
function reRunOf(golden: string, change: (outcome: never) => void = () => undefined): ReRunFigures {
  const { dossier, events } = readGolden(golden);
  const changed = structuredClone(events) as typeof events;
  const last = changed.findLast(({ type }) => type === 'award-computed')!;
  change((last.payload as { outcome: never }).outcome);
  const audit: TenderAudit = auditDossier(tenderKind, dossier, changed, publishedRules(), null, true);
  return reRunFigures(audit.reRun!, (outcome) => tenderFigures(m, audit.state!, outcome));
}

const texts = (blocks: readonly Block[]): string =>
  blocks
    .flatMap((block) => {
      if (block.kind === 'paragraph') return [plain(block.text)];
      if (block.kind === 'note') return [block.title, plain(block.text)];
      if (block.kind === 'table') return block.rows.map((row) => row.map(({ text }) => plain(text)).join(' | '));
      return block.kind === 'details' ? [block.summary] : [];
    })
    .join('\n');

describe('a stored outcome beside the same computed again', () => {
  it('that is the same says how much is equal, and folds it by part', () => {
    const told = texts(comparisonBlocks(m, reRunOf('gon-2027-engine-2.dossier.json')));
    expect(told).toMatch(/^Alle \d+ cijfers zijn gelijk\.$/m);
    expect(told).toContain('De gunning als geheel: 6 gelijke cijfers');
  });

  it('that is not names the first difference in words, and shows it in its row', () => {
    const forged = reRunOf(
      'gon-2027-engine-2.dossier.json',
      (outcome: { lots: { ranking: { exactTotal: string }[] }[] }) => {
        outcome.lots[0]!.ranking[0]!.exactTotal = '90';
      },
    );
    const told = texts(comparisonBlocks(m, forged));
    expect(told).toContain('Het eerste verschil: Totaal van “Stichting Appelvink”');
    expect(told).toMatch(/^Totaal van “Stichting Appelvink” \| 90 \| 86,4$/m);
    expect(told).toMatch(/^1 van \d+ cijfers wijkt af\.$/m);
    expect(firstDifferenceInWords(m, forged)).toContain('Totaal van “Stichting Appelvink”');
  });

  it('that differs in no figure says where else', () => {
    const forged = reRunOf('gon-2027-engine-2.dossier.json', (outcome: { award: { limitCosts: unknown[] } }) => {
      outcome.award.limitCosts = [];
    });
    const blocks = comparisonBlocks(m, forged);
    expect(texts(blocks)).toContain('maar de rest van de uitkomst niet');
    expect(blocks.find(({ kind }) => kind === 'code')).toEqual({ kind: 'code', text: 'award.limitCosts.0' });
  });
});

describe('what the calculation rules of now say', () => {
  it.each(['gon-2027-engine-1.dossier.json', 'gon-2027-engine-2.dossier.json'])(
    'of %s is the same, with why rules differ',
    (golden) => {
      const told = texts(todayBlocks(m, reRunOf(golden)));
      expect(told).toMatch(/Besloten is met rekenregels versie [12]\./);
      expect(told).toMatch(/^Alle \d+ cijfers zijn gelijk\.$/m);
      expect(told).toContain('Waarom rekenregels verschillen');
    },
  );

  it('of an outcome of the newest ones is the re-run itself', () => {
    const { stored, recomputed, json } = reRunOf('gon-2027-engine-2.dossier.json');
    const told = texts(todayBlocks(m, { engine: 3, stored, recomputed, json, today: null }));
    expect(told).toContain('met de nieuwste rekenregels (versie 3)');
  });

  it('that refuse the input say why', () => {
    const { stored, recomputed, json } = reRunOf('gon-2027-engine-2.dossier.json');
    const today = {
      engine: 3,
      outcome: { refusal: { code: 'draw-incomplete' as const, details: { bid: 'x', lot: 'y' } } },
    };
    expect(texts(todayBlocks(m, { engine: 2, stored, recomputed, json, today }))).toContain('geen uitkomst');
  });
});
