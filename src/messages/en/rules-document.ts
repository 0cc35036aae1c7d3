/** The rules as a document for the tender documents. */
export const rulesDocument = {
  title: 'Rules of the award',
  subtitle: 'Award criteria, weights, scale, formulas and division as they were announced',
  status: 'Status',
  rules: 'Rules',
  draft: 'Draft, not published yet',
  published: 'Published: these rules do not change any more',
  attachment: 'The rules as a file',
  link: 'Rules as PDF',
};
