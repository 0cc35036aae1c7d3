import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '../config.ts';
import { accountsProcedure } from '../domain/accounts/procedure.ts';
import type { LeadsTo, Procedure, Seen, Shape } from '../domain/admission/procedure.ts';
import { contractProcedure } from '../domain/contract/procedure.ts';
import { decisionProcedure } from '../domain/decision/procedure.ts';
import { planProcedure } from '../domain/purchase-plan/procedure.ts';
import { tenderProcedure } from '../domain/tender/procedure.ts';
import { MOMENTS } from '../domain/tender/state/state.ts';
import { THINGS } from '../domain/tender/visibility.ts';

/** The pages in docs that are drawn from the procedure tables, by file name. */
export function procedurePages(): Readonly<Record<string, string>> {
  return {
    'procedure.md': [
      '# Procedures',
      '',
      'Made from the tables in `src/domain/*/procedure.ts` by `npm run procedures`; a test fails when it is not current.',
      'Per type of event: in which capacity somebody may cause it, whether it is the second of two steps that two people take, in which state, where it leads,',
      'since which version of the table it is there (and later checks), and from when on who may see that it happened and what it says.',
      'The version is recorded with every event from 2 on, and never falls within a dossier.',
      '',
      ...procedure('Tender', tenderProcedure, 'tender'),
      ...procedure('Choice of a contract model', decisionProcedure, 'decision'),
      ...procedure('Contracts', contractProcedure, 'contracts'),
      ...procedure('Purchase plan', planProcedure, 'plan'),
      ...procedure('Accounts', accountsProcedure, 'accounts'),
    ].join('\n'),
    'visibility.md': visibility(),
  };
}

function procedure<S extends Shape>(
  title: string,
  { version, steps, capacities }: Procedure<S>,
  scope: string,
): string[] {
  const types = Object.keys(steps) as (keyof S['payloads'] & string)[];
  const stepOf = (type: keyof S['payloads']) => steps[type];
  const arrows = types.flatMap((type) => {
    const { during, opens } = stepOf(type);
    const to: LeadsTo<string> | undefined = opens?.[scope];
    if (during === 'opening') return typeof to === 'string' ? [`    [*] --> ${to}: ${type}`] : [];
    const from: readonly string[] = during[scope] ?? [];
    // What leaves the state as it is stands in the table.
    return from.flatMap((phase) => {
      const next = typeof to === 'string' ? to : to?.[phase];
      return next === undefined || next === phase ? [] : [`    ${phase} --> ${next}: ${type}`];
    });
  });
  return [
    `## ${title} (version ${version})`,
    '',
    ...(arrows.length > 0 ? ['```mermaid', 'stateDiagram-v2', ...arrows, '```', ''] : []),
    '| event | by | second person | during | leads to | since | seen that | seen what |',
    '|---|---|---|---|---|---|---|---|',
    ...types.map((type) => {
      const { by, second, during, opens, since, checks, seen } = stepOf(type);
      const when = during === 'opening' ? 'the start' : statesIn(during);
      const later = [...new Set(checks.map((check) => check.since))].filter((one) => one > since);
      return `| \`${type}\` | ${by} (${capacities[by as S['capacity']].role ?? 'any role'}) | ${second ? 'yes' : '–'} | ${when} | ${leadsIn(opens)} | ${[since, ...later.map((one) => `checks of ${one}`)].join(', ')} | ${seenBy(seen.that)} | ${seenBy(seen.what)} |`;
    }),
    '',
  ];
}

const statesIn = (during: Readonly<Record<string, readonly string[] | undefined>>): string =>
  Object.entries(during).length === 0
    ? 'any'
    : Object.entries(during)
        .map(([scope, states]) => `${scope}: ${(states ?? []).join(', ')}`)
        .join('; ');

const leadsIn = (opens: null | Readonly<Record<string, LeadsTo<string> | undefined>>): string =>
  Object.entries(opens ?? {})
    .map(([scope, to]) =>
      typeof to === 'string'
        ? `${scope}: ${to}`
        : `${scope}: ${Object.entries(to ?? {})
            .map(([from, next]) => `${next} from ${from}`)
            .join(', ')}`,
    )
    .join('; ') || '–';

const seenBy = <S extends Shape>(seen: Seen<S>): string =>
  Object.entries<string>(seen)
    .filter(([, from]) => from !== 'never')
    .map(([reader, from]) => (from === 'always' ? reader : `${reader} from ${from}`))
    .join(', ');

function visibility(): string {
  const readers = Object.keys(tenderProcedure.readers) as (keyof typeof tenderProcedure.readers)[];
  return [
    '# Who sees what of a tender, and of contracts',
    '',
    'Made from `src/domain/tender/visibility.ts` and the procedure of a tender by `npm run procedures`; a test fails when it is not current.',
    'Each cell says from which state on a reader may see a thing: `always`, a state, or `–` for never. States in order: ' +
      `${MOMENTS.join(', ')}.`,
    'An author sees what he or she recorded. Who has nothing to do with a tender sees that it does not exist (404), the same as for one that is not there.',
    'A test signs in as every role in every state, asks every page and download, and holds two installations that differ only in what a role may not see against each other: the answers are the same to the byte, tokens apart.',
    'Another plants words and figures that stand nowhere else, opens every answer, PDFs with their attachments as well, and searches it for them.',
    'An onlooker is an auditor whom the chair named before the assessment opened. In the log every auditor sees that something was recorded, when and by whom; what it says comes when that may be seen. In a log that began in format 1 the hashes that hang on it come then too.',
    'The states are those of the tender, and while a further round is under way those of that round for what is found in it. Who assesses there sees neither what was found before nor what is asked; what that round finds is for who takes part in it and for onlookers, until it is closed. A test holds that too (test/journeys/round-leaks.test.ts).',
    '',
    `| thing | ${readers.join(' | ')} |`,
    `|---|${readers.map(() => '---|').join('')}`,
    ...Object.entries(THINGS).map(
      ([thing, seen]) =>
        `| ${thing} | ${readers.map((reader) => (seen[reader] === 'never' ? '–' : seen[reader])).join(' | ')} |`,
    ),
    '',
    '## Contracts',
    '',
    'Of contracts everything may be seen from the start: by the officer who leads the dossier and the contract manager, by committee members, and by auditors who have no part in it. To anybody else, another officer or contract manager as well, the dossier does not exist (404).',
    'A note on the take-over from an existing provider is for who has the whole dossier: the officer, the contract manager and auditors.',
    '',
  ].join('\n');
}

if (process.argv[1]?.endsWith(join('build', 'procedures.js'))) {
  for (const [name, text] of Object.entries(procedurePages())) writeFileSync(join(projectRoot(), 'docs', name), text);
}
