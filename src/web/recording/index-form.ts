import { standing } from '../../domain/contract/state.ts';
import { DomainError } from '../../domain/errors.ts';
import { announcedPercentage } from '../../explanation/contract/amounts.ts';
import { inLanguage } from '../../messages/messages.ts';
import { asTyped } from '../forms/text.ts';
import { choiceField } from '../pages/fields.ts';
import { fieldReader } from './figure-fields.ts';
import { part, type RecordForm } from './record-form.ts';
import { typedFields } from './typed-fields.ts';

const STATUSES = ['provisional', 'final'] as const;
/** The error of a choice leads to its first answer. */
const STATUS_FIELD = `status-${STATUSES[0]}`;

/** The percentage for a year, as it was published. */
export const indexForm: RecordForm = {
  path: 'index/new',
  type: 'index-recorded',
  page: ({ m, state, today, given, isFilledIn }, problems) => {
    const t = m.contractForms.index;
    const { budget } = state.rules;
    if (!budget?.indexing) throw new DomainError('no-such-part', { part: 'indexing' });
    const text = typedFields({ m, given, isFilledIn }, problems);
    const known = standing(state, 'index-recorded');
    return {
      title: t.title,
      lead: t.lead,
      said: [],
      method: 'post',
      action: `/contracts/${state.dossier}/index/new`,
      hidden: [],
      parts: [
        part(m, null, {
          said: [
            { kind: 'paragraph', text: t.adviser(inLanguage(budget.indexing.adviser, m)) },
            ...(known.length === 0
              ? []
              : [
                  {
                    kind: 'table' as const,
                    caption: t.knownCaption,
                    columns: [
                      { header: t.year, align: 'start' as const, width: 1 },
                      { header: t.percentage, align: 'end' as const, width: 1 },
                      { header: t.status, align: 'start' as const, width: 2 },
                      { header: t.publishedOn, align: 'start' as const, width: 2 },
                    ],
                    rows: known.map(({ payload: one }) => [
                      { text: String(one.year) },
                      { text: announcedPercentage(m, one.percentage) },
                      { text: t.statuses[one.status] },
                      { text: m.format.date(one.publishedOn) },
                    ]),
                  },
                ]),
          ],
          fields: [
            text('year', t.year, { hint: t.yearHint(budget.priceLevel), known: asTyped(given, 'year') }),
            text('percentage', t.percentage, { hint: t.percentageHint, isFigure: true }),
            {
              kind: 'choice',
              field: choiceField(
                {
                  name: 'status',
                  label: t.status,
                  hint: t.statusHint,
                  asks: 'required',
                  choices: STATUSES.map((status) => ({
                    id: `status-${status}`,
                    value: status,
                    label: t.statuses[status],
                    checked: asTyped(given, 'status') === status,
                  })),
                },
                problems,
                m.app,
              ),
            },
            text('publishedOn', t.publishedOn),
            text('on', t.on, { hint: t.onHint, known: today }),
            text('source', t.source, { hint: t.sourceHint }),
            ...(known.length === 0
              ? []
              : [
                  text('reason', m.contractForms.reason, {
                    hint: t.reasonHint,
                    asks: 'depends',
                    multiline: true,
                  }),
                ]),
          ],
        }),
      ],
      submit: m.contractForms.save,
      back: { href: `/contracts/${state.dossier}`, label: m.contractForms.backToDossier },
      more: null,
    };
  },
  read: ({ m, given }) => {
    const t = m.contractForms.index;
    const reader = fieldReader(m, given);
    const year = reader.year('year', t.year);
    const percentage = reader.signedPercentage('percentage', t.percentage);
    if (percentage === null && asTyped(given, 'percentage').trim() === '') {
      reader.refuse('percentage', m.contractForms.wrong.missing(t.percentage));
    }
    const status = reader.oneOf('status', t.status, STATUSES, STATUS_FIELD);
    const publishedOn = reader.date('publishedOn', t.publishedOn);
    const on = reader.date('on', t.on);
    const source = reader.text('source', t.source, 300, 'one');
    const reason = reader.optional('reason', m.contractForms.reason, 2000);
    if (
      reader.problems.length > 0 ||
      year === null ||
      percentage === null ||
      status === null ||
      publishedOn === null ||
      on === null ||
      source === null
    ) {
      return { problems: reader.problems };
    }
    const payload = { year, percentage, status, publishedOn, on, source, reason };
    return { command: { type: 'say', events: [{ type: 'index-recorded', payload }] } };
  },
  fieldOf: ({ field }) => (field === 'status' ? STATUS_FIELD : (field ?? 'year')),
  confirm: null,
  after: ({ state }) => `/contracts/${state.dossier}/budget?notice=indexRecorded`,
};
