import { DomainError } from '../errors.ts';
import type { BilingualText } from '../text.ts';
import { type ComparisonRules, type MatrixRules, matrixRules } from './rules.ts';

/** The scale of a matrix of one's own: that of the contract models. */
export const OWN_SCALE: MatrixRules['scale'] = [
  { symbol: '+', value: '1', meaning: { nl: 'Voldoet grotendeels', en: 'Largely meets it' } },
  { symbol: '+/-', value: '0.5', meaning: { nl: 'Voldoet deels', en: 'Partly meets it' } },
  { symbol: '-', value: '0', meaning: { nl: 'Voldoet grotendeels niet', en: 'Largely does not meet it' } },
];

/** Whoever decides is the source of the criteria and the scores; the comparison is that of the alternatives. */
export const OWN_WEIGHING = 'Eigen afweging (own weighing)';
const OWN: MatrixRules['sources'] = [{ document: OWN_WEIGHING, section: '1' }];

const same = (text: string): BilingualText => ({ nl: text, en: text });

/**
 * Makes a decision matrix from a comparison of facts: the values of one attribute are the alternatives,
 * the criteria and their scores are those of whoever decides.
 * @param criteria the names of the criteria, in one language
 * @param scores per alternative and criterion (by their place) a symbol of {@link OWN_SCALE}
 * @throws DomainError `unknown-attribute`, `no-criteria`, `duplicate-criterion`, `score-missing`, `unknown-symbol`
 */
export function ownMatrix(
  comparison: ComparisonRules,
  attributeId: string,
  criteria: readonly string[],
  scores: (alternative: string, criterion: number) => string,
): MatrixRules {
  const attribute = comparison.attributes.find((one) => one.id === attributeId);
  if (!attribute) throw new DomainError('unknown-attribute', { attribute: attributeId });
  if (criteria.length === 0) throw new DomainError('no-criteria');
  const twin = criteria.find((name, index) => criteria.indexOf(name) !== index);
  if (twin !== undefined) throw new DomainError('duplicate-criterion', { criterion: twin });
  const { sources } = comparison;
  const scoreOf = (alternative: string, criterion: number): string => {
    const symbol = scores(alternative, criterion);
    if (symbol === '') throw new DomainError('score-missing', { alternative, criterion: criteria[criterion] });
    if (!OWN_SCALE.some((level) => level.symbol === symbol)) throw new DomainError('unknown-symbol', { symbol });
    return symbol;
  };
  return matrixRules.parse({
    kind: 'decision-matrix',
    id: `own-${attributeId}`,
    version: 1,
    title: attribute.name,
    description: comparison.description,
    sources,
    scale: OWN_SCALE,
    legalTitles: [{ id: attributeId, name: attribute.name, description: comparison.title, sources }],
    criteria: criteria.map((name, index) => ({
      id: `own-${index + 1}`,
      name: same(name),
      question: same(name),
      sources: OWN,
    })),
    alternatives: attribute.values.map(({ id, name }) => ({
      id,
      name,
      legalTitle: attributeId,
      description: name,
      scores: Object.fromEntries(criteria.map((_, index) => [`own-${index + 1}`, scoreOf(id, index)])),
      pros: [],
      cons: [],
      notes: [],
      fits: [],
      sources,
    })),
    principles: [],
    purchaseKinds: [],
  } satisfies MatrixRules);
}
