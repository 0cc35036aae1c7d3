import { chooseNl } from './choose-nl.ts';
import { decisionNl } from './decision-nl.ts';
import { errorsNl } from './errors-nl.ts';
import { createFormat } from './format.ts';
import type { Language } from './language.ts';
import { methodsNl } from './methods-nl.ts';
import { phasesNl, rolesNl } from './names.ts';
import { planNl } from './plan-nl.ts';
import { rehearsalNl } from './rehearsal-nl.ts';

const format = createFormat('nl-NL', 'en');
const count = (n: number, one: string, more: string): string => `${n} ${n === 1 ? one : more}`;
const toDecimals = (n: number): string => (n === 0 ? 'een geheel getal' : count(n, 'decimaal', 'decimalen'));

/** De teksten van Gunwijzer in het Nederlands. `en.ts` heeft dezelfde sleutels; een ontbrekende sleutel compileert niet. */
export const nl = {
  language: 'nl' as Language,
  locale: 'nl-NL' as 'nl-NL' | 'en-GB',
  format,
  languageName: 'Nederlands',

  app: {
    name: 'Gunwijzer',
    skip: 'Naar de inhoud',
    navigation: 'Hoofdmenu',
    breadcrumbs: 'Kruimelpad',
    languageSwitch: 'Taal',
    signOut: 'Uitloggen',
    demo: 'Demonstratie: alle inschrijvers, scores en personen zijn verzonnen. Iedereen kent de wachtwoorden van de demo-accounts.',
    footer: 'Gunwijzer adviseert en rekent na. Het besluit neemt de gemeente.',
    home: 'Overzicht',
    accounts: 'Accounts',
    newTender: 'Nieuwe aanbesteding',
    errorPrefix: 'Fout: ',
    errorSummary: 'Er ging iets mis. Controleer het volgende:',
  },

  roles: rolesNl,

  phases: phasesNl,

  common: {
    lot: 'Gebied',
    lots: 'Gebieden',
    bidder: 'Inschrijver',
    bidders: 'Inschrijvers',
    criterion: 'Gunningscriterium',
    weight: 'Wegingsfactor',
    score: 'Score',
    points: 'Punten',
    total: 'Totaal',
    rank: 'Rang',
    status: 'Status',
    action: 'Actie',
    motivation: 'Motivering',
    assessor: 'Beoordelaar',
    source: 'Bron',
    minimumScore: 'Minimumscore',
    save: 'Opslaan',
    back: 'Terug',
    yes: 'ja',
    no: 'nee',
    none: 'geen',
    explanation: 'Hoe is dit berekend?',
    consortium: (members: string) => `Combinatie van ${members}`,
    single: 'Eén organisatie',
    sources: (items: readonly string[]) => `Bron: ${items.join('; ')}`,
    outOf: (value: string, whole: string) => `${value} van ${whole}`,
    percentage: (value: string) => `${value}%`,
  },

  signIn: {
    title: 'Inloggen',
    lead: 'Log in om te beoordelen, te gunnen of na te rekenen.',
    account: 'Gebruikersnaam',
    password: 'Wachtwoord',
    submit: 'Inloggen',
    required: (field: string) => `Vul uw ${field.toLowerCase()} in.`,
    wrong: 'De gebruikersnaam of het wachtwoord klopt niet. Probeer het opnieuw.',
    tooMany: 'Er is te vaak een verkeerd wachtwoord ingevuld. Wacht een kwartier en probeer het dan opnieuw.',
    demoTitle: 'Demo-accounts',
    demoLead: (password: string) =>
      `Alle demo-accounts hebben het wachtwoord ${password}. Ze openen alleen verzonnen dossiers.`,
    needed: 'Log eerst in om deze pagina te bekijken.',
  },

  home: {
    title: (name: string) => `Welkom, ${name}`,
    lead: 'Hieronder staat wat u nu kunt doen.',
    todo: 'Te doen',
    nothing: 'U heeft nu niets te doen.',
    dossiers: 'Aanbestedingen',
    noDossiers: 'Er zijn nog geen aanbestedingen waarbij u betrokken bent.',
    noDossiersOfficer: 'Er zijn nog geen aanbestedingen. Begin met een nieuwe.',
    open: 'Openen',
    changed: (moment: string) => `Laatst gewijzigd op ${moment}`,
    tasks: {
      assess: (open: number, drafts: number) =>
        drafts === 0
          ? `Nog ${count(open, 'beoordeling', 'beoordelingen')} in te dienen.`
          : `Nog ${count(open, 'beoordeling', 'beoordelingen')} in te dienen, waarvan ${count(drafts, 'concept', 'concepten')}.`,
      assessAction: 'Verder beoordelen',
      register: 'Leg de inschrijvingen vast en wijs beoordelaars aan.',
      registerAction: 'Inschrijvingen vastleggen',
      waitForAssessors: (open: number) =>
        `De beoordelaars moeten nog ${count(open, 'beoordeling', 'beoordelingen')} indienen.`,
      progressAction: 'Voortgang bekijken',
      openConsensus: 'Alle beoordelingen zijn ingediend. U kunt de consensusronde openen.',
      openConsensusAction: 'Naar de aanbesteding',
      consensus: (open: number) => `Leg nog ${count(open, 'consensusscore', 'consensusscores')} vast.`,
      consensusAction: 'Naar de consensus',
      closeQuality: 'Alle consensusscores zijn vastgelegd. U kunt de kwaliteitsronde sluiten.',
      computeAward: 'De kwaliteitsronde is gesloten. U kunt de gunning berekenen.',
      award: 'De gunning is berekend.',
      awardAction: 'Gunning bekijken',
      report: 'Het beoordelingsrapport staat klaar.',
      reportAction: 'Rapport downloaden (PDF)',
      audit: 'Het dossier kan worden nagerekend.',
      auditAction: 'Herberekenen',
      log: 'Het logboek is in te zien.',
      logAction: 'Logboek openen',
      accounts: 'Beheer wie welke rol heeft.',
      damaged: 'Het logboek van dit dossier is gewijzigd of beschadigd.',
      accountsAction: 'Naar de accounts',
      followConsensus: 'De consensusronde is open. U kunt de scores naast elkaar zien.',
    },
  },

  tender: {
    overview: 'Aanbesteding',
    phasesTitle: 'Waar staat deze aanbesteding?',
    done: 'afgerond',
    current: 'nu',
    toCome: 'volgt',
    next: 'Wat is de volgende stap?',
    nextFor: {
      registration: 'Leg alle inschrijvingen vast, wijs de beoordelaars aan en open daarna de beoordeling.',
      assessment:
        'De beoordelaars geven ieder voor zich scores. Zodra alles is ingediend, opent de voorzitter de consensusronde.',
      consensus:
        'De voorzitter legt per inschrijving en criterium de consensusscore met motivering vast en sluit daarna de kwaliteitsronde.',
      'quality-closed': 'De scores staan vast. De voorzitter berekent de gunning.',
      awarded: 'De uitkomst is berekend en opgeslagen. Het rapport staat klaar en de uitkomst kan worden nagerekend.',
    },
    openAssessment: 'Beoordeling openen',
    openAssessmentHint: 'Daarna kunnen er geen inschrijvingen of beoordelaars meer bij.',
    openConsensus: 'Consensusronde openen',
    openConsensusHint: 'Daarna veranderen de beoordelingen niet meer en ziet u de scores per beoordelaar.',
    closeQuality: 'Kwaliteitsronde sluiten',
    closeQualityHint: 'Daarna veranderen de consensusscores niet meer.',
    computeAward: 'Gunning berekenen',
    computeAwardHint: 'De uitkomst wordt met de gebruikte gegevens opgeslagen, zodat iedereen haar kan narekenen.',
    openAssessments: (n: number) =>
      `Er ${n === 1 ? 'moet' : 'moeten'} nog ${count(n, 'beoordeling', 'beoordelingen')} worden ingediend.`,
    openConsensusScores: (n: number) =>
      `Er ${n === 1 ? 'moet' : 'moeten'} nog ${count(n, 'consensusscore', 'consensusscores')} worden vastgelegd.`,
    pages: {
      rules: 'Bekendgemaakte regels',
      bids: 'Inschrijvingen',
      assessments: 'Mijn beoordelingen',
      consensus: 'Consensus',
      award: 'Rangorde en gunning',
      report: 'Rapport (PDF)',
      log: 'Logboek',
      reRun: 'Herberekening',
      export: 'Dossier downloaden (JSON)',
    },
    pagesTitle: 'In dit dossier',
    progress: 'Voortgang per beoordelaar',
    progressCaption: 'Ingediende beoordelingen per beoordelaar',
    submitted: 'Ingediend',
    draft: 'Concept',
    open: 'Open',
    progressText: (done: number, all: number) => `${done} van ${all} ingediend`,
    assessors: 'Beoordelaars',
    noAssessors: 'Er zijn nog geen beoordelaars aangewezen.',
    appoint: 'Beoordelaar aanwijzen',
    appointChoose: 'Kies een beoordelaar',
    appointNone: 'Alle accounts met de rol beoordelaar zijn al aangewezen.',
    registerBid: 'Inschrijving vastleggen',
    facts: 'Gegevens',
    chair: 'Voorzitter',
    rulesHash: 'Regels (sha256)',
    rulesVersion: (id: string, version: number) => `${id}, versie ${version}`,
    rulesLabel: 'Regels',
    fictional: 'verzonnen demonstratie',
    bidsCount: (n: number) => count(n, 'inschrijving', 'inschrijvingen'),
    notice: {
      setAside: 'De inschrijving is terzijde gelegd. Bereken de gunning opnieuw.',
      opened: 'De beoordeling is geopend.',
      consensusOpened: 'De consensusronde is geopend.',
      qualityClosed: 'De kwaliteitsronde is gesloten.',
      created: 'De aanbesteding is aangemaakt. Leg nu de inschrijvingen vast.',
      appointed: 'De beoordelaar is aangewezen.',
      bidRegistered: 'De inschrijving is vastgelegd.',
      awarded: 'De uitkomst is berekend en opgeslagen.',
    },
  },

  newTender: {
    ownRules: 'Eigen regels, uit het bestand hieronder',
    fileNotChosen: 'Kies “Eigen regels” als dit bestand moet gelden, of laat het bestand weg.',
    rulesFile: 'Bestand met eigen regels (JSON)',
    rulesFileHint: 'Het bestand wordt gecontroleerd en u ziet de regels in woorden voordat er iets wordt vastgelegd.',
    confirmTitle: 'Controleer de regels',
    confirmLead: (title: string) =>
      `Zo luiden de regels in uw bestand. Klopt alles? Dan opent u hiermee het dossier “${title}”. Daarna veranderen de regels niet meer.`,
    confirmRehearse: 'Probeer de regels eerst uit in een proefgunning',
    confirm: 'Regels bekendmaken en dossier openen',
    title: 'Nieuwe aanbesteding',
    lead: 'Kies de bekendgemaakte regels en geef de aanbesteding een titel. De regels worden in het dossier vastgelegd en veranderen daarna niet meer.',
    name: 'Titel',
    nameHint: 'Bijvoorbeeld: GON 2027, proefronde',
    rules: 'Regels',
    submit: 'Aanbesteding aanmaken',
    nameRequired: 'Vul een titel in.',
    rulesRequired: 'Kies de regels.',
  },

  examples: {
    title: {
      input: 'Om mee te beginnen: invoerbestanden om te downloaden',
      rules: 'Om mee te beginnen: bestanden met regels om te downloaden',
    },
    sample: {
      'gon-2027-demo': 'GON 2027: kwaliteit bij een vaste prijs, vier gebieden (fictieve inschrijvingen)',
      'price-and-quality': 'Vervoer naar dagbesteding: gewogen factor met prijs en kwaliteit (verzonnen)',
      'award-on-value': 'Wijkcentra: gunnen op waarde, met een bonus en een malus (verzonnen)',
    },
    schema: 'De opbouw van het bestand (JSON Schema)',
  },

  rules: {
    title: 'Bekendgemaakte regels',
    lead: 'Deze regels stonden vast voordat de inschrijvingen werden geopend. Niets daarbuiten telt mee.',
    example: 'Deels een voorbeeld',
    lots: 'Gebieden',
    award: 'Gunning',
    winners: (minimum: number, maximum: number) =>
      minimum === maximum
        ? `Precies ${count(minimum, 'hoofdaanbieder', 'hoofdaanbieders')}.`
        : `Ten minste ${minimum} en ten hoogste ${maximum} hoofdaanbieders.`,
    maximumLots: (n: number) =>
      `Een hoofdaanbieder krijgt ten hoogste ${count(n, 'gebied', 'gebieden')}; een combinatie telt als één. Per gebied één hoofdaanbieder.`,
    mechanism:
      'Van alle verdelingen die aan deze grenzen voldoen, blijven eerst zo weinig mogelijk gebieden open en wint daarna de verdeling met de hoogste som van de totaalscores.',
    tieBreak: (criteria: string) =>
      `Bij gelijke stand telt achtereenvolgens de hogere score op ${criteria}. Is er dan nog gelijke stand, dan is een loting nodig.`,
    noTieBreak: 'Bij gelijke stand is een loting nodig.',
    rounding: (decimals: number) =>
      `Het totaal per gebied wordt rekenkundig afgerond op ${toDecimals(decimals)}; verder wordt nergens afgerond.`,
    rankOnRounded: 'De rangorde volgt het afgeronde totaal.',
    rankOnExact: 'De rangorde volgt het onafgeronde totaal.',
    price: 'Prijs',
    criteria: 'Gunningscriteria en wegingsfactoren',
    criteriaCaption: 'Gunningscriteria met hun gewicht in het totaal',
    wholeWeight: 'Gewicht in het totaal',
    scale: 'Beoordelingsschaal',
    scaleCaption: 'Scores met hun betekenis',
    anchor: 'Betekenis',
    label: 'Oordeel',
    formula: 'Punten op een criterium = score ÷ hoogste score × gewicht in het totaal.',
    formulaElsewhere: 'Waar bij een criterium iets anders staat, geldt dat.',
    growthPath: 'Groeipad basisondersteuning',
    growthPathLead: 'Een toezegging onder het minimum maakt de inschrijving ongeldig voor dat gebied.',
    growthPathCaption: 'Minimumaandeel gebruikers met basisondersteuning',
    by: 'Uiterlijk',
    minimum: 'Minimum',
    initiatives: 'Aandeel via een maatschappelijk initiatief',
    term: 'Looptijd',
    termText: (years: number, extensions: number, extensionYears: number, start: string) =>
      `${years} jaar vanaf ${start}, met ${count(extensions, 'verlengingsoptie', 'verlengingsopties')} van ${extensionYears} jaar.`,
    budget: 'Budget',
    amount: 'Bedrag',
    part: 'Onderdeel',
    hash: 'sha256 van de regels',
  },

  bids: {
    captionPlain: 'Inschrijving per gebied',
    inGroup: (group: string) => `Groep van verbonden organisaties: ${group}`,
    wantsAtMost: (n: number) => `Wil ten hoogste ${count(n, 'gebied', 'gebieden')}`,
    prefers: (lots: string) => `Voorkeur, in deze volgorde: ${lots}`,
    title: 'Inschrijvingen',
    lead: 'Elke inschrijving met de gebieden waarvoor zij geldt.',
    none: 'Er zijn nog geen inschrijvingen.',
    registered: 'ingeschreven',
    meetsPath: 'voldoet aan het groeipad',
    setAside: 'terzijde gelegd',
    invalid: 'ongeldig voor dit gebied',
    caption: 'Groeipad per inschrijver en gebied, in procenten',
    initiatives: 'Initiatief',
    endOf: (year: string) => `Eind ${year}`,
    shortfall: (by: string | null, committed: string, minimum: string) =>
      by === null
        ? `Het aandeel via een maatschappelijk initiatief is ${committed}%; het minimum is ${minimum}%.`
        : `De toezegging per ${by} is ${committed}%; het minimum is ${minimum}%.`,
    form: {
      group: 'Groep van verbonden organisaties (mag leeg blijven)',
      groupHint:
        'Een korte naam in kleine letters, dezelfde voor alle inschrijvingen van de groep. Zij tellen als één inschrijver.',
      groupWrong: 'Gebruik voor de groep alleen kleine letters, cijfers en koppeltekens.',
      preference: 'Voorkeur (1 is het liefst)',
      preferenceWrong: (n: number) => `Geef elk gekozen gebied een eigen plaats van 1 tot en met ${n}.`,
      meets: (condition: string) =>
        `Voorbehouden gebied. Met inschrijven verklaart de inschrijver aan de voorwaarde te voldoen: ${condition}`,
      title: 'Inschrijving vastleggen',
      lead: 'Neem over wat de inschrijver heeft ingediend. Na vastleggen kan het niet meer worden gewijzigd.',
      name: 'Naam van de inschrijver',
      form: 'Vorm',
      single: 'Eén organisatie',
      consortium: 'Combinatie',
      members: 'Deelnemende organisaties',
      membersHint: 'Eén per regel: registratienummer (KvK), spatie, naam. Bijvoorbeeld: 12345678 Stichting Voorbeeld',
      lots: 'Gebieden en groeipad',
      lotsHint: 'Vink de gebieden aan en vul de toegezegde percentages in.',
      forLot: (lot: string) => `Schrijft in op ${lot}`,
      submit: 'Inschrijving vastleggen',
      nameRequired: 'Vul de naam van de inschrijver in.',
      memberLine: (line: string) =>
        `Deze regel is niet te lezen: “${line}”. Schrijf eerst het registratienummer (letters, cijfers, streepjes), dan een spatie en de naam.`,
      tooManyMembers: (most: number) => `Een combinatie heeft ten hoogste ${most} deelnemende organisaties.`,
      membersRequired: 'Vul ten minste één organisatie in.',
      lotsRequired: 'Kies ten minste één gebied.',
      percentage: (label: string) =>
        `Vul bij ${label} een percentage van 0 tot en met 100 in, bijvoorbeeld 15 of 22,5.`,
      formRequired: 'Kies de vorm van de inschrijver.',
    },
  },

  assessments: {
    title: 'Mijn beoordelingen',
    lead: 'Beoordeel elke inschrijving in elk gebied. Pas als de voorzitter de consensusronde opent, zien anderen uw scores en ziet u die van hen.',
    caption: (lot: string) => `Beoordelingen in ${lot}`,
    statuses: { open: 'Nog niet begonnen', draft: 'Concept', submitted: 'Ingediend' },
    assess: 'Beoordelen',
    change: 'Wijzigen',
    view: 'Bekijken',
    linkFor: (action: string, bidder: string, lot: string) => `${action}: ${bidder}, ${lot}`,
    progress: (done: number, all: number) => `U heeft ${done} van ${all} beoordelingen ingediend.`,
    allDone: 'U heeft alles ingediend. U kunt uw beoordelingen wijzigen totdat de consensusronde opent.',
    closed: 'De beoordelingsronde is gesloten. Uw beoordelingen staan vast.',
  },

  assessment: {
    pointsHint: (maximum: string) => `Punten van 0 tot en met ${maximum}.`,
    title: (bidder: string, lot: string) => `${bidder} in ${lot}`,
    lead: 'Kies per criterium de score die past en schrijf op waarom.',
    weight: (weight: string) => `Gewicht in het totaal: ${weight}%`,
    minimum: (score: string) =>
      `Minimumscore: ${score}. Komt de consensusscore daaronder, dan wordt de inschrijving in dit gebied terzijde gelegd.`,
    score: 'Score',
    motivation: 'Motivering',
    motivationHint: 'Welke sterke en zwakke punten bepalen de score? Verwijs naar de inschrijving.',
    saveDraft: 'Opslaan als concept',
    submit: 'Indienen',
    submitAgain: 'Wijziging indienen',
    submitHint:
      'Indienen kan als elk criterium een score en een motivering heeft. Tot de consensusronde kunt u nog wijzigen.',
    saved: 'Uw concept is opgeslagen.',
    submitted: 'Uw beoordeling is ingediend.',
    progress: (n: number, all: number) => `Criterium ${n} van ${all}`,
    bid: 'Over deze inschrijving',
    missingScore: (criterion: string) => `Kies een score voor ${criterion}.`,
    missingMotivation: (criterion: string) => `Schrijf een motivering bij ${criterion}.`,
    staleTitle: 'Deze beoordeling is intussen gewijzigd',
    stale:
      'U heeft deze beoordeling in een ander venster opgeslagen. Wat u hier invulde staat er nog; per criterium ziet u wat er intussen is opgeslagen. Sla opnieuw op om uw versie te bewaren.',
    nowStored: (score: string, motivation: string) => `Nu opgeslagen: score ${score}. ${motivation}`,
    scoreText: (score: string, label: string) => `${score} – ${label}`,
    readOnly: 'De beoordelingsronde is gesloten; deze beoordeling staat vast.',
    notScored: 'geen score',
  },

  consensus: {
    title: 'Consensus',
    lead: 'Vergelijk de scores per beoordelaar, bespreek de verschillen en leg de consensusscore met motivering vast.',
    caption: (lot: string) => `Consensus in ${lot}`,
    recorded: 'Vastgelegd',
    recordedText: (done: number, all: number) => `${done} van ${all} criteria`,
    largestSpread: 'Grootste verschil',
    spread: (low: string, high: string, distance: string) => `van ${low} tot ${high}, verschil ${distance}`,
    noSpread: (score: string) => `allemaal ${score}`,
    open: 'Consensus vastleggen',
    view: 'Bekijken',
    pageTitle: (bidder: string, lot: string) => `Consensus: ${bidder} in ${lot}`,
    pageLead:
      'De scores per beoordelaar staan naast elkaar. De consensusscore is geen gemiddelde: de commissie stelt hem vast.',
    individual: (criterion: string) => `Scores per beoordelaar voor ${criterion}`,
    spreadChart: (scores: string) => `Spreiding van de scores: ${scores}.`,
    score: 'Consensusscore',
    motivation: 'Motivering van de commissie',
    motivationHint: 'Deze tekst komt in het rapport. Noem de kenmerken die de score bepalen.',
    save: 'Consensus opslaan',
    saved: 'De consensus is opgeslagen.',
    notRecorded: 'nog niet vastgelegd',
    stale: (criterion: string) =>
      `De consensus over ${criterion} is intussen gewijzigd. Wat u invulde staat er nog; controleer het en sla opnieuw op.`,
    readOnly: 'De kwaliteitsronde is gesloten; de consensusscores staan vast.',
    progress: (done: number, all: number) => `${done} van ${all} consensusscores vastgelegd.`,
  },

  methods: methodsNl,
  rehearsal: rehearsalNl,
  draw: {
    title: 'Loting vastleggen',
    lead: 'Houd de loting zoals die is bekendgemaakt, met getuigen. Leg hier vast in welke volgorde is geloot; daarna wordt de gunning opnieuw berekend. Een vastgelegde loting verandert niet meer.',
    place: (n: number) => `Als ${n}e geloot`,
    choose: 'Kies een inschrijver',
    method: 'Hoe is geloot, door wie en wie waren erbij?',
    methodMissing: 'Beschrijf hoe is geloot.',
    orderWrong: 'Kies bij elke plaats een andere inschrijver.',
    record: 'Loting vastleggen en gunning berekenen',
    held: (moment: string, order: string, method: string) => `Loting vastgelegd op ${moment}: ${order}. ${method}`,
  },
  prices: {
    title: 'Prijzen',
    lead: 'De kwaliteit staat vast; nu pas worden de prijzen geopend. Neem ze over uit de inschrijvingen. Elke wijziging staat in het logboek, en na de gunning verandert er niets meer.',
    link: 'Prijzen vastleggen',
    viewLink: 'Prijzen',
    amount: 'Bedrag in euro',
    percentage: 'Percentage van het bekendgemaakte bedrag',
    time: (unit: string) => `Tijd, in ${unit}`,
    stated: 'Totaal dat de inschrijving zelf noemt (mag leeg blijven)',
    line: (name: string, unit: string) => `${name}, prijs per ${unit}`,
    quantity: (quantity: string, unit: string) => `Hoeveelheid: ${quantity} ${unit}`,
    hint: 'Bijvoorbeeld 125000 of 125.000,50',
    notANumber: (what: string) => `${what}: vul een bedrag in met cijfers en ten hoogste zes decimalen.`,
    ambiguous: (what: string, value: string) =>
      `${what}: “${value}” is op twee manieren te lezen. Schrijf ${value.replace(/[.,]/, '')} of ${value.replace(',', '.')},00 als u duizendtallen bedoelt, anders ${value.replace('.', ',')}0.`,
    missing: (what: string) => `${what}: vul een bedrag in.`,
    place: (bidder: string, lot: string) => `${bidder}, ${lot}`,
    save: 'Prijzen vastleggen',
    saved: 'De prijzen zijn vastgelegd.',
    none: 'In deze aanbesteding staat de prijs vooraf vast.',
    setAsideNote: 'Op kwaliteit terzijde gelegd; de prijs hoeft niet te worden geopend.',
    missingCount: (n: number) => `Er ${n === 1 ? 'ontbreekt' : 'ontbreken'} nog ${count(n, 'prijs', 'prijzen')}.`,
  },
  setAside: {
    title: 'Inschrijving terzijde leggen',
    lead: 'Leg een inschrijving terzijde die is uitgesloten of ingetrokken. De reden staat in het logboek en in het rapport; daarna wordt de gunning (opnieuw) berekend. Dit kan niet worden teruggedraaid.',
    bid: 'Inschrijving',
    lot: 'Gebied',
    allLots: 'Alle gebieden',
    stage: 'Waarom telt deze inschrijving niet meer mee?',
    excluded: 'Uitgesloten: de inschrijving telt nergens meer mee',
    withdrawn: 'Ingetrokken na de rangorde: de bekendgemaakte regel bepaalt wat dat voor de anderen betekent',
    reason: 'Reden',
    reasonMissing: 'Geef een reden.',
    chooseBid: 'Kies een inschrijving',
    bidMissing: 'Kies de inschrijving die terzijde wordt gelegd.',
    stageMissing: 'Kies waarom deze inschrijving niet meer meetelt.',
    save: 'Terzijde leggen',
  },
  award: {
    title: 'Rangorde en gunning',
    outcome: 'Uitkomst',
    status: {
      awarded: 'Alle verdelingen zijn vergeleken; de gunning volgt uit de bekendgemaakte regels.',
      'draw-needed':
        'Er is een loting nodig: meerdere verdelingen hebben precies dezelfde uitkomst, ook na de bekendgemaakte regel voor gelijke stand.',
      impossible:
        'Gunnen kan niet: met de geldige inschrijvingen is geen enkele verdeling mogelijk die aan de grenzen voldoet.',
      'best-found':
        'Er is geen betere verdeling gevonden, maar ook niet bewezen dat die er niet is. Er wordt daarom niets gegund.',
    },
    statusShort: {
      awarded: 'Voorstel tot gunning',
      'draw-needed': 'Loting nodig',
      impossible: 'Geen gunning mogelijk',
      'best-found': 'Beste gevonden, niet bewezen',
    },
    caption: 'Gunning per gebied',
    winner: 'Hoofdaanbieder',
    totalScore: (total: string) => `Som van de totalen: ${total}`,
    winnersCount: (n: number) => `${count(n, 'hoofdaanbieder', 'hoofdaanbieders')}`,
    open: {
      'no-valid-bid': 'Geen gunning: geen geldige inschrijving',
      limits: 'Geen gunning: de grenzen laten geen hoofdaanbieder over',
      draw: 'Loting nodig',
      impossible: 'Geen gunning mogelijk',
    },
    why: 'Waarom deze hoofdaanbieder?',
    firstRanked: 'De hoofdaanbieder staat in dit gebied op de eerste plaats.',
    passedOver: {
      'has-maximum': (bidder: string, lots: string) => `${bidder} staat hoger, maar heeft al het maximum met ${lots}.`,
      'minimum-winners': (bidder: string) =>
        `${bidder} staat hoger, maar dan zouden er te weinig hoofdaanbieders zijn.`,
      'maximum-winners': (bidder: string) => `${bidder} staat hoger, maar dan zouden er te veel hoofdaanbieders zijn.`,
      'lower-total': (bidder: string) =>
        `${bidder} staat hier hoger, maar dan wordt de som van de totaalscores over alle gebieden lager.`,
      'tie-break': (bidder: string) =>
        `${bidder} staat hier hoger; de som is dan even hoog en de regel voor gelijke stand heeft beslist.`,
      'prefers-own': (bidder: string, lots: string) =>
        `${bidder} staat hoger, maar heeft al zijn maximum met ${lots}, waar hij zelf een hogere voorkeur voor gaf.`,
    },
    inCombination: (name: string) => `Gegund als deel van de combinatie ${name}.`,
    nothingFirst: 'Niemand staat in dit gebied hoger.',
    drawBetween: (bidders: string) => `Een loting is nodig tussen ${bidders}.`,
    drawDecided: 'De loting besliste.',
    mechanismLabel: 'Zo zijn de gebieden verdeeld',
    belowPoints: (criterion: string, points: string, minimum: string) =>
      `${points} punten op ${criterion}; het minimum is ${minimum}.`,
    belowQuality: (points: string, minimum: string) => `${points} kwaliteitspunten; het minimum is ${minimum}.`,
    outside: {
      'below-minimum': (price: string, bound: string) =>
        `De prijs van ${price} ligt onder het bekendgemaakte minimum van ${bound}.`,
      'above-maximum': (price: string, bound: string) =>
        `De prijs van ${price} ligt boven het bekendgemaakte maximum van ${bound}.`,
    },
    fallen: {
      excluded: (reason: string) => `Uitgesloten: ${reason}`,
      withdrawn: (reason: string) => `Ingetrokken na de rangorde: ${reason}`,
    },
    notAssessed: 'Niet beoordeeld.',
    qualityPoints: 'Kwaliteit',
    comparedPrice: 'Prijs',
    pricePoints: 'Prijspunten',
    priceLine: (offered: string, extras: string, compared: string) => `Prijs: ${offered}${extras} = ${compared}`,
    plusVat: (vat: string) => ` + ${vat} btw`,
    plusTime: (cost: string) => ` + ${cost} voor de tijd`,
    totalLine: {
      'weighted-factor': (quality: string, points: string, total: string) =>
        `${quality} kwaliteitspunten + ${points} prijspunten = ${total}`,
      'award-on-value': (quality: string, price: string, total: string) =>
        `${price} − ${quality} = fictieve prijs ${total}`,
      malus: (malus: string, price: string, total: string) => `${price} + ${malus} malus = fictieve prijs ${total}`,
      'quality-per-euro': (quality: string, price: string, total: string, per: string) =>
        `${quality} × ${per} ÷ ${price} = ${total}`,
      'price-per-quality': (quality: string, price: string, total: string, divisor: string) =>
        `${price} ÷ (${quality} ÷ ${divisor}) = ${total}`,
      'lowest-price': (total: string) => `De prijs is het totaal: ${total}`,
      formula: (expression: string, total: string) => `${expression} = ${total}`,
    },
    priceReference: (bids: number, lowest: string, mean: string, highest: string) =>
      `${count(bids, 'geldige prijs', 'geldige prijzen')}: laagste ${lowest}, gemiddelde ${mean}, hoogste ${highest}.`,
    flags: 'Vraag om uitleg',
    flag: {
      'abnormally-low': (bidder: string, price: string, threshold: string, of: string) =>
        `${bidder} vraagt ${price}; de grens is ${threshold}, berekend op ${of}. Vraag om uitleg voordat u beslist; de inschrijving blijft meedoen.`,
      'below-minimum': (bidder: string, price: string, threshold: string) =>
        `${bidder} vraagt ${price}, minder dan het bekendgemaakte minimum van ${threshold}. Vraag om uitleg; de inschrijving blijft meedoen.`,
      'above-maximum': (bidder: string, price: string, threshold: string) =>
        `${bidder} vraagt ${price}, meer dan het bekendgemaakte maximum van ${threshold}. Vraag om uitleg; de inschrijving blijft meedoen.`,
      'stated-total-differs': (bidder: string, stated: string, computed: string) =>
        `${bidder} noemt zelf een totaal van ${stated}, maar de bedragen tellen op tot ${computed}. Het berekende bedrag telt.`,
    },
    variants: 'En met andere grenzen?',
    variantsLead:
      'Wat de uitkomst zou zijn bij een ander maximum aantal gebieden of precies zoveel hoofdaanbieders, met dezelfde scores. Een plus is beter dan de gunning, een min slechter. Zijn er meer verdelingen met dezelfde som, dan staat er één.',
    variantsCaption: 'Som en verdeling bij andere grenzen',
    variant: {
      'maximum-lots': (n: number) => `Ten hoogste ${count(n, 'gebied', 'gebieden')} per hoofdaanbieder`,
      'exactly-winners': (n: number) => `Precies ${count(n, 'hoofdaanbieder', 'hoofdaanbieders')}`,
    },
    variantLimit: 'Andere grens',
    variantCurrent: 'nu',
    variantImpossible: 'niet mogelijk',
    contradiction: 'Waarom het niet kan',
    contradictionMinimum: (limit: number) =>
      `De regels vragen ten minste ${count(limit, 'hoofdaanbieder', 'hoofdaanbieders')}.`,
    contradictionMaximum: (limit: number) =>
      `De regels staan ten hoogste ${count(limit, 'hoofdaanbieder', 'hoofdaanbieders')} toe.`,
    contradictionGave: (n: number) => `De bekendgemaakte manier van verdelen geeft er ${n}.`,
    contradictionNoBids: 'Er is geen enkele geldige inschrijving.',
    contradictionCover: (most: number, facts: string) =>
      `Elke geldige inschrijving is ${facts}. Er kunnen dus ten hoogste ${count(most, 'hoofdaanbieder', 'hoofdaanbieders')} zijn.`,
    contradictionBidders: (bidders: string) => `van ${bidders}`,
    contradictionLots: (lots: string) => `voor ${lots}`,
    contradictionOr: ' of ',
    proof: {
      optimal:
        'Bewijs: bij deze uitkomst hoort een certificaat waarmee een tweede, kort programma nagaat dat geen verdeling beter is.',
      stable:
        'Bewijs: nagegaan is dat niemand is gepasseerd voor een gebied dat hij liever heeft door iemand die daar lager staat.',
      'in-order':
        'Bewijs: elk gebied ging in de bekendgemaakte volgorde naar de hoogste die zijn maximum nog niet had.',
      'best-found': (gap: string) => `Er kan nog een verdeling zijn die ten hoogste ${gap} beter is.`,
    },
    ifAwarded: (total: string, difference: string) =>
      `Met dit gebied voor deze inschrijver is de hoogst haalbare som ${total}: ${difference} punten lager.`,
    ifAwardedHigher: (total: string, difference: string) =>
      `Met dit gebied voor deze inschrijver is de laagst haalbare som ${total}: ${difference} hoger.`,
    ifAwardedEqual: (total: string) =>
      `Met dit gebied voor deze inschrijver is de hoogst haalbare som ${total}: even hoog.`,
    ifMoreOpen: (total: string) =>
      `Met dit gebied voor deze inschrijver blijven er meer gebieden open; de som over minder gebieden is dan ${total}.`,
    ifImpossible: 'Met dit gebied voor deze inschrijver voldoet geen enkele verdeling aan de grenzen.',
    ranking: (lot: string) => `Rangorde in ${lot}`,
    rankingCaption: (lot: string) => `Totaal per inschrijver in ${lot}, van de eerste naar de laatste plaats`,
    chart: (lot: string, items: string) => `Staafdiagram van de totaalscores in ${lot}: ${items}.`,
    separatedBy: (step: string) => `Gelijk totaal; ${step} besliste.`,
    sharedRank: 'Gedeelde plaats: ook de regel voor gelijke stand scheidt deze inschrijvers niet.',
    noBids: 'Er is geen geldige inschrijving in dit gebied.',
    setAside: 'Terzijde gelegd',
    belowMinimum: (criterion: string, score: string, minimum: string) =>
      `Consensusscore ${score} op ${criterion}; de minimumscore is ${minimum}.`,
    limits: 'Wat kosten de grenzen?',
    whichLimit: 'Grens',
    limitsLead:
      'De som van de totalen zonder een van de grenzen, vergeleken met de gunning. Een plus is beter dan de gunning. Zijn er meer verdelingen met dezelfde som, dan staat er één.',
    amongEqual: 'een van de even goede verdelingen; de loting beslist',
    limitsCaption: 'Som van de totalen met en zonder de grenzen',
    stayOpen: (lots: string, n: number) => `${lots} ${n === 1 ? 'blijft' : 'blijven'} open`,
    without: {
      'maximum-lots': 'Zonder maximum aantal gebieden per hoofdaanbieder',
      'minimum-winners': 'Zonder minimum aantal hoofdaanbieders',
      'maximum-winners': 'Zonder maximum aantal hoofdaanbieders',
      'all-limits': 'Zonder alle grenzen',
    },
    withLimits: 'Gunning (met alle grenzen)',
    sum: 'Som',
    cost: 'Verschil',
    division: 'Verdeling',
    unique: 'Is de uitkomst uniek?',
    uniqueYes: 'Ja. Geen andere verdeling binnen de grenzen heeft dezelfde som.',
    uniqueByRanking: 'Ja. De rangorde in elk gebied laat maar één verdeling toe.',
    uniqueNo: (n: number) => `Nee. ${n} verdelingen hebben precies dezelfde som.`,
    uniqueAtLeast: (n: number) => `Nee. Ten minste ${n} verdelingen hebben precies dezelfde som.`,
    tieBreakDecided: (step: string) => `De bekendgemaakte regel besliste: ${step}.`,
    tieBreakLeft: 'Ook na de bekendgemaakte regel zijn deze verdelingen gelijk. Een loting beslist.',
    equalCaption: 'Verdelingen met dezelfde som',
    remains: 'Na regel of loting',
    remainsYes: 'blijft over',
    remainsNo: 'valt af',
    computed: (moment: string, engine: number) => `Berekend op ${moment} met rekenregels versie ${engine}.`,
    calculation: (bidder: string) => `Berekening voor ${bidder}`,
    line: (score: string, highest: string, weight: string, points: string) =>
      `${score} ÷ ${highest} × ${weight} = ${points}`,
    beforeRounding: (exact: string) => `Som voor afronding: ${exact}`,
    howPoints: 'Berekening',
  },

  log: {
    title: 'Logboek',
    lead: 'Elke gebeurtenis in dit dossier, in volgorde. Niets wordt gewijzigd of verwijderd; een correctie is een nieuwe gebeurtenis.',
    caption: 'Gebeurtenissen in dit dossier',
    seq: 'Nr.',
    at: 'Wanneer',
    actor: 'Wie',
    event: 'Gebeurtenis',
    hash: 'Hash',
    head: 'Hash van de laatste gebeurtenis',
    page: (page: number, pages: number) => `Pagina ${page} van ${pages}`,
    newer: 'Nieuwere gebeurtenissen',
    older: 'Oudere gebeurtenissen',
    details: 'Inhoud',
    types: {
      'rules-published': 'Regels bekendgemaakt',
      'assessor-appointed': 'Beoordelaar aangewezen',
      'bid-registered': 'Inschrijving vastgelegd',
      'assessment-opened': 'Beoordeling geopend',
      'assessment-saved': 'Concept opgeslagen',
      'assessment-submitted': 'Beoordeling ingediend',
      'consensus-opened': 'Consensusronde geopend',
      'consensus-recorded': 'Consensusscore vastgelegd',
      'quality-closed': 'Kwaliteitsronde gesloten',
      'price-recorded': 'Prijs vastgelegd',
      'bid-set-aside': 'Inschrijving terzijde gelegd',
      'draw-recorded': 'Loting vastgelegd',
      'award-computed': 'Gunning berekend',
    },
  },

  reRun: {
    title: 'Herberekening',
    lead: 'De opgeslagen uitkomst is zojuist opnieuw berekend uit de opgeslagen gegevens.',
    leadNone: 'Het logboek van dit dossier is zojuist gecontroleerd.',
    verdict: {
      confirmed: 'Bevestigd: de opgeslagen uitkomst volgt tot op het laatste cijfer uit de opgeslagen gegevens.',
      different: 'Niet bevestigd: de opgeslagen uitkomst wijkt af van de herberekening.',
      none: 'Het logboek is in orde. Er is nog geen uitkomst om na te rekenen.',
      broken: 'Het logboek is niet in orde. De uitkomst is niet bevestigd.',
    },
    checks: 'Wat is gecontroleerd?',
    chain: (events: number) => `De hashketen van ${count(events, 'gebeurtenis', 'gebeurtenissen')} is intact.`,
    rules: 'Elke gebeurtenis was op dat moment toegestaan volgens de regels.',
    engine: (engine: number) => `De uitkomst is herberekend met rekenregels versie ${engine}.`,
    head: 'Hash van de laatste gebeurtenis (staat ook op elk rapport)',
    caption: 'Opgeslagen en herberekende uitkomst naast elkaar',
    item: 'Gegeven',
    stored: 'Opgeslagen',
    recomputed: 'Herberekend',
    same: 'Gelijk',
    winner: (lot: string) => `Hoofdaanbieder in ${lot}`,
    total: (bidder: string, lot: string) => `Totaal van ${bidder} in ${lot}`,
    rank: (bidder: string, lot: string) => `Rang van ${bidder} in ${lot}`,
    sum: 'Som van de totalen',
    howTo: 'Zelf narekenen zonder server',
    howToText: 'Download het dossier en voer uit:',
    whole: 'De hele uitkomst, tot op het laatste cijfer (sha256)',
  },

  accounts: {
    title: 'Accounts',
    lead: 'Wie mag inloggen en met welke rol. Elke wijziging staat in het logboek van de accounts.',
    caption: 'Accounts en rollen',
    id: 'Gebruikersnaam',
    name: 'Naam',
    role: 'Rol',
    active: 'actief',
    closed: 'gesloten',
    demo: 'demo',
    add: 'Account toevoegen',
    idHint: 'Kleine letters, cijfers en streepjes, bijvoorbeeld j-de-vries',
    passwordHint: 'Ten minste 12 tekens',
    changeRole: 'Rol wijzigen',
    close: 'Account sluiten',
    roleFor: (name: string) => `Rol van ${name}`,
    added: 'Het account is toegevoegd.',
    changed: 'De rol is gewijzigd.',
    closedNotice: 'Het account is gesloten.',
    idInvalid: 'Gebruik voor de gebruikersnaam kleine letters, cijfers en streepjes.',
    nameRequired: 'Vul een naam in.',
    roleRequired: 'Kies een rol.',
  },

  httpErrors: {
    400: { title: 'Dit verzoek is niet te lezen', text: 'Ga terug en probeer het opnieuw.' },
    401: { title: 'U bent niet ingelogd', text: 'Log in en probeer het opnieuw.' },
    403: {
      title: 'U heeft geen toegang',
      text: 'Deze pagina of handeling hoort niet bij uw rol of bij deze aanbesteding.',
    },
    404: {
      title: 'Pagina niet gevonden',
      text: 'Deze pagina bestaat niet of hoort niet bij een aanbesteding die u mag zien.',
    },
    409: {
      title: 'Dit kan nu niet',
      text: 'De handeling past niet bij de stand van het dossier. Er is niets gewijzigd.',
    },
    413: { title: 'Te veel gegevens', text: 'Het formulier is te groot. Er is niets gewijzigd.' },
    419: {
      title: 'Het formulier is verlopen',
      text: 'Uw sessie is gewijzigd of verlopen. Ga terug, laad de pagina opnieuw en probeer het nog eens. Er is niets gewijzigd.',
    },
    422: { title: 'Dit klopt nog niet', text: 'Controleer wat u heeft ingevuld. Er is niets gewijzigd.' },
    429: { title: 'Te veel pogingen', text: 'Wacht een kwartier en probeer het dan opnieuw.' },
    500: { title: 'Er ging iets mis', text: 'De fout ligt bij ons en is vastgelegd. Er is niets gewijzigd.' },
  },

  report: {
    title: 'Beoordelingsrapport',
    contents: 'Inhoud',
    page: 'pagina {page} van {total}',
    notes: { information: 'Toelichting', success: 'Uitkomst', warning: 'Let op' },
    dossier: 'Dossier',
    date: 'Stand op',
    head: 'Hash van het dossier',
    headHint: 'Met deze hash is te controleren dat het dossier sinds dit rapport niet is gewijzigd.',
    attachment: 'Het volledige dossier met alle gebeurtenissen, om na te rekenen met gunwijzer verify',
    inputAttachment: 'De regels, inschrijvingen en consensusscores, om na te rekenen met gunwijzer evaluate',
    inputHash: 'sha256 van de invoer',
    summary: 'Uitkomst',
    rules: 'Regels',
    bids: 'Inschrijvingen',
    scores: 'Scores en motiveringen',
    scoresIn: (bidder: string, lot: string) => `${bidder} in ${lot}`,
    scoresCaption: 'Scores met gewicht, punten en motivering',
    scoresCaptionSetAside: 'Scores met motivering; terzijde gelegd, dus zonder punten',
    weightShort: 'Gewicht',
    qualityTotal: 'Totaal kwaliteit',
    rankings: 'Rangorde per gebied',
    proof: 'Herkomst en controle',
    proofText:
      'Alle getallen in dit rapport volgen uit de regels, de inschrijvingen en de consensusscores. Ze zijn exact berekend met breuken; alleen waar de regels dat zeggen is afgerond. Wie wil, kan de uitkomst narekenen:',
    verifyStep: (head: string) =>
      `Haal de bijlage uit dit rapport en voer uit: npx gunwijzer verify dossier.json --head ${head}`,
    evaluateStep: 'Haal de bijlage uit dit rapport en voer uit: npx gunwijzer evaluate input.json',
    compareHead: 'Vergelijk de hash in de uitvoer met de hash op de voorkant van dit rapport.',
    fictional: 'Dit dossier is een demonstratie. Alle inschrijvers, personen en scores zijn verzonnen.',
    fictionalFile: 'Dit is een voorbeeld: alle inschrijvers, prijzen en scores zijn verzonnen.',
    engine: 'Rekenregels',
    engineText: (engine: number) => `versie ${engine}`,
    subtitle: 'Beoordeling en gunning',
    assessedBy: 'Beoordelaars',
  },

  cli: {
    usage: `Gebruik:
  gunwijzer serve                                   start de server
  gunwijzer evaluate BESTAND [--json | --pdf UIT]   beoordeelt en gunt uit een bestand
  gunwijzer rehearse BESTAND [--bid INSCHRIJVING --criteria C,...] [--json]
                                                    probeert regels uit: drie manieren van verdelen, wat verandert waardoor,
                                                    en of betwiste scores het verschil kunnen maken
  gunwijzer contract-model [--weights C=G,...] [--minimum C=SCORE,...] [--seed N] [--json | --pdf UIT]
                                                    weegt de contractmodellen
  gunwijzer verify BESTAND [--head HASH]            controleert een dossier en rekent het na
  gunwijzer user add NAAM --role ROL --name "VOLLEDIGE NAAM"
                                                    maakt een account aan; het wachtwoord wordt van de invoer gelezen.
                                                    ROL: ${Object.keys(rolesNl).join(', ')}
Bij elke opdracht: --lang nl|en`,
    weighed: (criteria: string) =>
      `Per model: rang, gewogen som, de scores op ${criteria}, en hoe vaak het de eerste plaats krijgt.`,
    listening: (url: string) => `Gunwijzer draait op ${url}`,
    demoAccounts: 'Demo-accounts (verzonnen gegevens):',
    password: (password: string) => `Wachtwoord voor alle demo-accounts: ${password}`,
    stop: 'Stoppen: Ctrl+C',
    written: (file: string) => `Geschreven: ${file}`,
    passwordPrompt: 'Wachtwoord: ',
    accountAdded: (id: string, role: string) => `Account ${id} is aangemaakt met de rol ${role}.`,
    verified: (events: number) =>
      `Hashketen intact, ${count(events, 'gebeurtenis', 'gebeurtenissen')}; elke gebeurtenis was toegestaan.`,
    headLabel: 'Hash van de laatste gebeurtenis:',
    headNotCompared: 'Niet vergeleken met een hash op papier; geef die op met --head.',
    error: 'Fout',
  },

  decision: decisionNl,
  plan: planNl,

  choose: chooseNl,

  errors: errorsNl,
};
