/** Hoe toegankelijk Gunwijzer is, en hoe dat is nagegaan. */
export const accessibility = {
  title: 'Toegankelijkheid',
  lead: 'Gunwijzer is gemaakt om te werken voor iedereen: met een toetsenbord, een schermlezer, vergroting of hoog contrast, en zonder JavaScript.',
  statement: 'Toegankelijkheidsverklaring van de gemeente',
  contact: 'Contact',
  privacy: 'Privacy',
  status: {
    title: 'Hoe staat het ervoor?',
    text: 'Het doel is WCAG 2.2, niveau A en AA, en EN 301 549. Er is geen onafhankelijk onderzoek gedaan. Deze pagina is daarom geen toegankelijkheidsverklaring.',
    municipality:
      'De gemeente die Gunwijzer gebruikt, is verantwoordelijk voor de verklaring. Staat die er, dan vindt u haar onderaan elke pagina.',
  },
  tested: {
    title: 'Hoe is het getest?',
    items: [
      'Bij elke wijziging bekijkt het programma axe alle soorten pagina’s in een echte browser (Chromium), in het Nederlands en het Engels.',
      'Daarbij mag geen pagina opzij schuiven bij een breedte van 320 pixels.',
      'Een deel van de taken wordt zonder JavaScript en met alleen het toetsenbord doorlopen.',
      'Op 25 november 2026 zijn de pagina’s met de hand nagelopen op WCAG 2.2 AA en EN 301 549. Dat gebeurde in Chromium, op 1280 en 320 pixels en met hoog contrast.',
    ],
  },
  unknown: {
    title: 'Wat is niet bekend?',
    items: [
      'Gunwijzer is niet getest met schermlezers of spraakbediening, en niet door mensen met een beperking.',
      'Andere browsers dan Chromium zijn niet met de hand getest.',
      'Rapporten in PDF hebben titels, koppen, tabellen en een taal. Of zij aan PDF/UA voldoen, is niet onderzocht.',
      'Wat mensen zelf typen of als bestand toevoegen, toetst Gunwijzer niet.',
    ],
  },
  report: {
    title: 'Werkt iets niet?',
    text: 'Meld het aan de beheerder van Gunwijzer bij uw gemeente.',
    withContact: 'Meld het via de link Contact onderaan deze pagina.',
  },
};
