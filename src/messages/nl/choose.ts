import { quote } from '../sentence.ts';
import { law } from './law.ts';
import { agree, count, countOf, format, quoted } from './words.ts';

const times = (n: number, symbol: string): string => (n === 0 ? `geen ${symbol}` : `${n} keer ${symbol}`);

/** De teksten om te kiezen: contractmodellen, wijkteams, vraaggestuurde instrumenten en het juridische kader. `en/choose.ts` heeft dezelfde sleutels. */
export const choose = {
  navigation: 'Contractmodellen',
  overviews: 'Overzichten om mee te kiezen',
  otherSets: 'Andere versies en overzichten',
  version: (version: number) => `versie ${version}`,
  olderVersion: (version: number) => `versie ${version} (er is een nieuwere versie)`,
  /** Waar een bron zwijgt, zegt de pagina dat. */
  silent: {
    pros: 'De bron noemt geen voordelen.',
    cons: 'De bron noemt geen nadelen.',
    notes: 'De bron noemt geen aandachtspunten.',
    leadTime: 'De bron noemt geen doorlooptijd.',
    procedure: 'De bron beschrijft geen stappen.',
    fits: 'De bron zegt niet waar dit model past.',
  },

  functionalModel: {
    title: 'Functioneel model',
    lead: 'Welke voorzieningen er zijn, op welk niveau, en op welke schaal ze worden georganiseerd, betaald en ingekocht.',
    filter: 'Pijlers filteren',
    level: 'Niveau',
    scale: 'Schaal',
    every: 'alle',
    submit: 'Filteren',
    clear: 'Alle pijlers tonen',
    unknownValue: (text: string) => `${quote(text)} staat niet in dit filter. Kies uit de lijst.`,
    principles: 'De regels erachter',
    caption: (name: string, n: number) => `${name}: ${count(n, 'pijler', 'pijlers')}`,
    none: 'Geen enkele pijler past bij dit filter.',
    pillar: 'Pijler',
    funding: 'Bekostiging',
    numbered: (number: number, name: string) => `${number}. ${name}`,
    workOf: (pillar: string) => `Wat de gemeente doet en beslist: ${pillar}`,
    functions: 'Functies',
    tasks: 'Taken van de gemeente',
    decisions: 'Beslispunten van de gemeente',
    joint: 'Samen inkopen',
    jointKinds: (n: number) =>
      `${count(n, 'soort', 'soorten')} gespecialiseerde dienstverlening boven de gemeente om samen te contracteren`,
    sources: 'Bron van dit model',
  },
  contractModels: {
    title: 'Contractmodellen',
    lead: (models: number, criteria: number) =>
      `Bekijk ${count(models, 'manier', 'manieren')} om afspraken te maken met aanbieders, beoordeeld op ${count(criteria, 'criterium', 'criteria')}.`,
    decide: 'Keuze maken en vastleggen',
    decideLead: 'Weeg zelf hoe zwaar elk criterium telt, bekijk hoe zeker de uitkomst is en leg uw keuze vast.',
    conclusion: 'Wat zegt de tabel?',
    counts: (counts: readonly { symbol: string; count: number }[]) =>
      format.list(counts.map(({ symbol, count }) => times(count, symbol))),
    modelCounts: (model: string, counts: string) => `${model}: ${counts}.`,
    outstanding: (models: readonly string[], best: string) =>
      `${quoted(models)} ${agree(models.length, 'heeft', 'hebben')} op meer dan de helft van de criteria een ${best}`,
    noneOutstanding: (best: string) => `Geen enkel model heeft op meer dan de helft van de criteria een ${best}`,
    sameAsSource: (found: string) => `${found}; de bron kiest dezelfde modellen.`,
    otherThanSource: (found: string, models: readonly string[]) => `${found}; de bron kiest anders: ${quoted(models)}.`,
    rule: (best: string) =>
      `Zo telt Gunwijzer: een model valt op als het op meer dan de helft van de criteria een ${best} heeft. Elk criterium telt even zwaar.`,
    ruleIsOurs: 'De bron noemt zelf geen regel; deze regel is van Gunwijzer.',
    reason: 'Wat zegt de bron zelf?',
    outstandingBadge: (best: string) => `meer dan de helft ${best}`,
    table: 'Alle modellen en hun scores',
    caption: (title: string) => `${title}: score per criterium`,
    legend: 'Wat de scores betekenen',
    /** Kort woord in een vakje van de tabel, naast het teken. */
    level: { best: 'voldoet', middle: 'deels', worst: 'voldoet niet' },
    favourable: (best: string) =>
      `Een ${best} is bij elk criterium gunstig. Lees wat er bij elk criterium is gevraagd in de uitleg onder de tabel.`,
    model: 'Model',
    howOften: 'Hoe vaak',
    criteria: 'De criteria',
    criteriaLead: 'Deze vraag is per criterium aan elk model gesteld.',
    pick: 'Kies',
    pickModel: (model: string) => `${quote(model)} vergelijken`,
    pickHint: 'Wilt u modellen naast elkaar zien? Kies er twee of drie in de tabel.',
    compare: 'Gekozen modellen vergelijken',
    purchaseKinds: 'Wat gaat u inkopen?',
    purchaseKindsLead: 'De bron geeft per soort ondersteuning een advies.',
    seeModel: (model: string) => `Bekijk ${quote(model)}`,
    principles: 'Welke uitgangspunten zitten achter de criteria?',

    legalTitle: 'Juridische titel',
    how: 'Hoe het werkt',
    scores: 'Scores',
    scoresCaption: (model: string) => `Scores van ${model}`,
    criterion: 'Criterium',
    score: 'Score',
    asked: 'Vraag bij dit criterium',
    standing: 'Vergeleken met de andere modellen',
    rank: (rank: number, of: number, counts: string) => `Bij tellen: rang ${rank} van ${of}, met ${counts}.`,
    sharedRank: (rank: number, of: number, counts: string) =>
      `Bij tellen: gedeelde rang ${rank} van ${of}, met ${counts}.`,
    dominated: (models: readonly string[]) =>
      models.length === 1
        ? `${quoted(models)} scoort op elk criterium minstens even goed, en op ten minste één criterium beter.`
        : `Deze modellen scoren op elk criterium minstens even goed, en op ten minste één criterium beter: ${quoted(models)}.`,
    neverFirst: 'Hoe u de criteria ook weegt: dit model komt nooit als enige bovenaan.',
    canBeFirst:
      'Geen ander model is op elk criterium minstens even goed en ergens beter. Er zijn wegingen waarbij dit model bovenaan komt.',
    prosAndCons: 'Voor- en nadelen',
    pros: 'Voordelen',
    cons: 'Nadelen',
    notes: 'Aandachtspunten',
    leadTime: 'Doorlooptijd',
    months: (minimum: number, maximum: number) =>
      minimum === maximum ? count(minimum, 'maand', 'maanden') : `${minimum} tot ${count(maximum, 'maand', 'maanden')}`,
    procedure: 'Stappen',
    decides: (who: string) => `Besluit: ${who}`,
    fits: 'Waar het past',
    sources: 'Bronnen',
    compareWith: 'Vergelijk met een ander model',
    compareThese: 'Vergelijken',
    all: 'Alle contractmodellen',

    compareTitle: 'Contractmodellen vergelijken',
    compareLead: (models: readonly string[]) => `${quoted(models)} naast elkaar.`,
    compareCaption: 'De gekozen modellen naast elkaar',
    part: 'Onderdeel',
    countsRow: 'Geteld',
    steps: (n: number) => count(n, 'stap', 'stappen'),
    pickOthers: 'Andere modellen kiezen',
    pickLegend: 'Kies twee of drie modellen',
    wrongNumber: (n: number) =>
      n === 0
        ? 'U koos geen model. Kies er twee of drie.'
        : n === 1
          ? 'U koos maar één model. Kies er nog één of twee bij.'
          : `U koos ${n} modellen. Kies er twee of drie.`,
    unknownModel: (model: string) =>
      `Het model ${quote(model)} staat niet in dit overzicht. Kies een model uit de lijst.`,
  },

  neighbourhoodTeams: {
    title: 'Wijkteams in andere gemeenten',
    lead: 'Zo hebben andere gemeenten hun wijkteams geregeld. Kies hieronder wat u wilt zien.',
    filter: 'Kies gemeenten op kenmerk',
    any: 'Alles',
    submit: 'Tonen',
    clear: 'Toon alle gemeenten',
    caption: (shown: number, all: number) =>
      shown === all ? `Alle ${all} gemeenten` : countOf(shown, all, 'gemeente', 'gemeenten'),
    item: 'Gemeente',
    notes: 'Bijzonderheden',
    notesLead: 'Wat de brief verder noemt. Waar de brief niet duidelijk is, staat “Onzeker”.',
    notesCaption: 'Bijzonderheden per gemeente',
    uncertain: 'Onzeker:',
    none: 'Geen enkele gemeente past bij deze keuze.',
    unknownValue: (attribute: string, value: string) =>
      `${attribute}: ${quote(value)} is geen keuze in deze lijst. Kies opnieuw.`,
    counts: 'Kloppen de aantallen in de brief?',
    countsLead:
      'De brief noemt zelf een aantal uitkomsten. Gunwijzer telt ze na in de hele tabel, wat u hierboven ook kiest.',
    countsCaption: 'Aantallen in de brief en in de tabel',
    attribute: 'Kenmerk',
    value: 'Uitkomst',
    inSource: 'In de brief',
    inTable: 'In de tabel',
    check: 'Controle',
    same: 'zoals in de brief',
    sources: 'Bronnen',
    different: 'anders dan in de brief',
  },

  instruments: {
    title: 'Pgb, zorg in natura en varianten',
    lead: 'Manieren om ondersteuning van een inwoner te betalen, met hun voor- en nadelen.',
    main: 'De hoofdvormen',
    variants: (option: string) => `${option}: varianten`,
    sideBySide: (title: string) => `${title}, naast elkaar`,
    sources: 'Bronnen',
    part: 'Onderdeel',
    how: 'Hoe het werkt',
    pros: 'Voordelen',
    cons: 'Nadelen',
    notes: 'Aandachtspunten',
  },

  law,
};
