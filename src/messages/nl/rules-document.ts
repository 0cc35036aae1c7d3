/** De regels als document bij de aanbestedingsstukken. */
export const rulesDocument = {
  title: 'Regels van de gunning',
  subtitle: 'Gunningscriteria, wegingsfactoren, schaal, formules en verdeling zoals ze zijn bekendgemaakt',
  status: 'Stand',
  rules: 'Regels',
  draft: 'Concept, nog niet gepubliceerd',
  published: 'Gepubliceerd: deze regels veranderen niet meer',
  attachment: 'De regels als bestand',
  link: 'Regels als PDF',
};
