import { describe, expect, it } from 'vitest';
import { analyse } from '../../src/domain/decision/analyse.ts';
import { startWeighing } from '../../src/domain/decision/weighing.ts';
import { matrixOf } from '../../src/domain/decision-matrix/rules.ts';
import { plain } from '../../src/explanation/blocks.ts';
import { LANGUAGES } from '../../src/messages/language.ts';
import { messagesIn } from '../../src/messages/messages.ts';
import { decisionReport } from '../../src/reports/decision-report.ts';
import { publishedRules } from '../support/dossiers.ts';

const { rules } = publishedRules().matrices.get('contract-models-2013.v2')!;
const weighing = { ...startWeighing(matrixOf(rules), 1), purchaseKind: rules.purchaseKinds[0]!.id };

describe('the advice on a contract model', () => {
  it.each(LANGUAGES)('names its sources by numbers, each written out once, in %s', (language) => {
    const m = messagesIn(language);
    const { blocks } = decisionReport(m, {
      ...{
        title: 'Proef',
        rules,
        weighing,
        outcome: analyse(matrixOf(rules), weighing),
        officer: null,
        signedAt: null,
      },
      chosen: { alternative: 'bestuurlijk', reason: null },
      ...{ reference: null, asOf: null, proof: [], verification: [], attachments: [], contentHash: '0'.repeat(64) },
    });
    const at = blocks.findIndex((block) => block.kind === 'heading' && block.text === m.rules.sources);
    const sources = blocks[at + 2]!;
    const listed = sources.kind === 'list' ? sources.items.map(plain) : [];
    const before = JSON.stringify(blocks.slice(0, at));
    const named = new Set([...before.matchAll(/\[(\d+)\]/g)].map(([, number]) => Number(number)));
    expect([...named].sort((one, other) => one - other)).toEqual(listed.map((_, index) => index + 1));
    expect(new Set(listed).size).toBe(listed.length);
    for (const source of listed) expect(before).not.toContain(source);
    expect(before).toContain(m.common.sources(['[']).slice(0, -1));
  });
});
