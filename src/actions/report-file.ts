import { canonicalJson, sha256 } from '../chain/canonical.ts';
import type { ContractRules } from '../domain/contract/rules/contract-rules.ts';
import type { Block } from '../explanation/blocks.ts';
import { inLanguage, type Messages } from '../messages/messages.ts';
import { recordReport } from '../reports/record-report.ts';
import type { Report } from '../reports/report.ts';

/** What a file about contracts comes to, as a paper with the file attached: same file, same paper. */
export function reportOfFile(
  m: Messages,
  file: { readonly title?: string | undefined; readonly asOf: string; readonly fictional?: boolean | undefined },
  rules: ContractRules,
  what: string,
  blocks: readonly Block[],
): Report {
  const input = canonicalJson(file);
  return recordReport(m, {
    title: file.title === undefined ? what : `${what}: ${file.title}`,
    subtitle: file.fictional ? m.followFile.fictional : '',
    facts: [
      { term: m.followFile.rules, value: m.tender.rulesVersion(inLanguage(rules.title, m), rules.version) },
      { term: m.followFile.asOf, value: m.format.date(file.asOf) },
    ],
    blocks,
    asOf: `${file.asOf}T12:00:00.000Z`,
    attachments: [
      {
        name: 'input.json',
        bytes: Buffer.from(`${input}\n`, 'utf8'),
        mediaType: 'application/json',
        description: m.followFile.attachment,
      },
    ],
    contentHash: sha256(`${m.language} ${what} ${input} ${canonicalJson(rules)}`),
  });
}
