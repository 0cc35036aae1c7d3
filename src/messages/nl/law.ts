import { quote, sentence } from '../sentence.ts';

/** Het juridische kader: welke regel waar geldt, en hoe zeker dat is. */
export const law = {
  title: 'Het juridische kader',
  lead: 'De procedure bepaalt welke regels uit de wet volgen, welke uit de landelijke contractstandaarden en welke alleen uit uw eigen stukken. Kies uw procedure en lees ze, met bron en datum.',
  noLawyer:
    'Gunwijzer adviseert en is geen jurist. Leg een besluit dat op een regel steunt, voor aan uw eigen jurist. Let daarbij op de regels die niet in de tekst zelf zijn gelezen.',
  chooser: 'Kies een procedure',
  procedure: 'Procedure',
  allProcedures: 'Alle procedures naast elkaar',
  submit: 'Tonen',
  unknownProcedure: (value: string) => `${quote(value)} is geen procedure in deze lijst. Kies opnieuw.`,
  procedures: {
    'sas-with-emvi': 'SAS met EMVI',
    'sas-without-emvi': 'SAS zonder EMVI',
    open: 'Openbare procedure',
    restricted: 'Niet-openbare procedure',
    'open-house': 'Open house',
  },
  abbreviations:
    'SAS staat voor sociale en andere specifieke diensten, EMVI voor economisch meest voordelige inschrijving. CSW zijn de landelijke contractstandaarden.',
  notRanked: 'Gunwijzer rangschikt hier niet',
  notRankedWhy:
    'Wie rangschikt, vergelijkt inschrijvingen met elkaar. Dat gebeurt in open house niet. Wilt u wel vergelijken, kies dan een andere procedure.',
  sideBySide: 'Alle procedures naast elkaar',
  sideBySideLead:
    'Zo ziet u wat er verandert als u een andere procedure kiest. Kies er hierboven één voor de regels zelf.',
  sideBySideCaption: 'Wat elke regel is, per procedure',
  rule: 'Regel',
  subject: 'Onderwerp',
  asks: 'Wat de regel vraagt',
  asked: 'Wat toen gold',
  source: 'Bron',
  standings: {
    statutory: {
      short: 'Wettelijk',
      title: 'Wettelijk',
      meaning:
        'Deze regels volgen in deze procedure uit wet of rechtspraak. Zij gelden ook als uw stukken ze niet noemen.',
      none: 'Geen enkele regel volgt hier uit de wet.',
    },
    'contract-standard': {
      short: 'Contractstandaard',
      title: 'Contractstandaard',
      meaning:
        'De landelijke contractstandaarden (CSW) vragen dit. De regels binden u doordat uw aanbestedingsstukken ze overnemen.',
      none: 'Geen enkele regel volgt hier uit de contractstandaarden.',
    },
    'own-documents': {
      short: 'Eigen stukken',
      title: 'Eigen stukken',
      meaning: 'Dit volgt alleen uit wat u zelf bekendmaakt. Staat het in uw stukken, dan houdt u zich eraan.',
      none: 'Geen enkele regel volgt hier alleen uit eigen stukken.',
    },
    unsettled: {
      short: 'Niet vastgesteld',
      title: 'Niet vastgesteld voor deze procedure',
      meaning:
        'Of deze regels in deze procedure uit de wet volgen, is niet nagegaan. Vraag het uw jurist, of neem ze op in uw stukken.',
      none: 'Van elke regel is vastgesteld wat hij hier is.',
    },
    'does-not-hold': {
      short: 'Geldt niet',
      title: 'Geldt hier niet',
      meaning: 'Deze regels passen niet bij deze procedure.',
      none: 'Elke regel kan hier gelden.',
    },
  },
  jumpLabel: 'Direct naar',
  jump: (standing: string, rules: number) => `${standing} (${rules})`,
  rulesCaption: (standing: string, procedure: string) => `${standing}: de regels bij ${quote(procedure)}`,
  marksTitle: 'Hoe zeker is een regel?',
  marksLead: (day: string) => `Dit is de stand van ${day}; de wet verandert. Bij elke regel staat hoe die is gelezen.`,
  marks: {
    V: {
      label: 'Gelezen in de tekst zelf',
      meaning: 'De regel is gelezen in de tekst van de wet of van de contractstandaard.',
    },
    S: {
      label: 'Uit een secundaire bron',
      meaning: 'De regel komt uit een tekst over de wet, niet uit de wettekst zelf.',
    },
    U: {
      label: 'Niet nagegaan',
      meaning: 'De regel is algemene kennis en is niet nagelezen. Gunwijzer noemt hem nooit wettelijk.',
    },
  },
  /** Waar een controle op berust. */
  basis: {
    source: (source: string, checked: string, asOf: string) =>
      sentence(`Bron: ${source}; ${checked.toLowerCase()} ${asOf}`),
    statutory: 'In uw procedure volgt dit uit de wet.',
    'contract-standard':
      'In uw procedure vragen de landelijke contractstandaarden dit. Het bindt u als uw aanbestedingsstukken het overnemen.',
    'own-documents': 'In uw procedure geldt dit alleen als uw aanbestedingsstukken het zeggen.',
    unsettled: 'Voor uw procedure is dit niet vastgesteld.',
    'does-not-hold': 'In uw procedure geldt dit niet.',
    'unknown-statutory': 'De regels noemen geen procedure.',
    unknown:
      'De regels noemen geen procedure. Bij sociale en andere specifieke diensten geldt dit alleen als uw aanbestedingsstukken het zeggen.',
  },
  asOf: (day: string) => `(stand ${day})`,
  readIn: (years: string) => `(gelezen in een tekst uit ${years})`,
  sourceNotNamed: 'niet bij naam vastgelegd',
  formerBadge: 'Niet meer van kracht',
  formerLead: 'Dit is geschiedenis. Gebruik het om oude keuzes te begrijpen, niet om nu te beslissen.',
  formerCaption: (title: string) => `${title}: wat toen gold`,
  sources: 'Waar komt dit vandaan?',
};
