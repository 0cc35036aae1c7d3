import { describe, expect, it } from 'vitest';
import { reportEvaluation } from '../../src/actions/report-tender.ts';
import { projectRoot } from '../../src/config.ts';
import { evaluate } from '../../src/domain/evaluation/evaluate.ts';
import { type EvaluationInput, evaluationInput } from '../../src/domain/scoring/input.ts';
import { readSample } from '../../src/exchange/samples.ts';
import { messagesIn } from '../../src/messages/messages.ts';
import { renderPdf } from '../../src/reports/pdf/render.ts';
import { readPdf } from './pdf/read-pdf.ts';

/** A sample with stored names and texts that no form lets in any more. */
function withOddTexts(): EvaluationInput {
  const input = structuredClone(readSample(projectRoot(), 'price-and-quality'));
  const bidder = input.bids[0]!.bidder;
  bidder.name = 'Zorg\nop twee regels';
  bidder.members[0]!.name = 'Zorg\u2028漢';
  bidder.members[0]!.registration = { register: 'kvk', number: '01234567' };
  input.rules.lots[0]!.name = 'Perceel\nNoord';
  input.consensus[0]!.motivation = 'Goed 🙂\nomdat q\u0303';
  return evaluationInput.parse(input);
}

describe('the report of a tender', () => {
  it('is drawn whatever names were stored, and shows the number of an organisation', async () => {
    const input = withOddTexts();
    for (const language of ['nl', 'en'] as const) {
      const pdf = await readPdf(await renderPdf(reportEvaluation(messagesIn(language), input, evaluate(input))));
      const text = pdf.pages
        .flatMap((page) => page.runs.map((run) => run.text))
        .join(' ')
        .replace(/\s+/g, ' ');
      expect(text).toContain('Zorg op twee regels');
      expect(text).toContain('Perceel Noord');
      expect(text).toContain('(KvK 01234567)');
      expect(text).toContain('Goed □');
    }
  });
});
