import { KINDS, kindOf } from '../src/actions/kinds.ts';
import { loadRuleSets } from '../src/criteria/rule-sets.ts';
import { DomainError } from '../src/domain/errors.ts';
import { readDossierFile } from '../src/exchange/dossier-file.ts';
import { MAXIMUM_FILE_BYTES } from '../src/exchange/parse.ts';
import { describeFaults, messagesIn } from '../src/messages/messages.ts';
import { criteriaFolder } from './demo.ts';
import { type BenchLine, summary } from './harness.ts';
import { hostileDossiers } from './hostile-dossiers.ts';

const DOSSIERS = 12_000;
const SEED = 7;

/** Dossiers that somebody tampered with: each must get a verdict or words, never an exception, and none may take long. */
export function benchHostileVerify(): BenchLine[] {
  const ruleSets = loadRuleSets(criteriaFolder);
  const m = messagesIn('nl');
  const times: number[] = [];
  const crashed: string[] = [];
  for (const { what, bytes } of hostileDossiers(DOSSIERS, SEED)) {
    if (bytes.length > MAXIMUM_FILE_BYTES) continue;
    const start = performance.now();
    try {
      const read = readDossierFile(bytes);
      KINDS[kindOf(read.dossier)].verify(read, ruleSets);
    } catch (error) {
      if (error instanceof DomainError) describeFaults(m, error);
      else crashed.push(`${what}: ${String(error)}`);
    }
    times.push(performance.now() - start);
  }
  for (const one of crashed.slice(0, 10)) console.error(one);
  const { median, worst } = summary(times);
  return [
    {
      what: `verify ${times.length} hostile dossiers: ${crashed.length} exceptions`,
      median,
      unit: 'ms',
      target: 'no exception',
      met: crashed.length === 0,
    },
    { what: 'the slowest of them', median: worst, unit: 'ms', target: 'under 30,000 ms', met: worst < 30_000 },
  ];
}
