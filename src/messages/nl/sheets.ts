import { capital, type Nouns } from '../noun.ts';
import { quote, sentence, sentences } from '../sentence.ts';
import { count, theOne } from './words.ts';

/** Spreadsheets die binnenkomen en naar buiten gaan, en wat eraan mankeert. */
export const sheets = ({ lot, winner }: Nouns) => ({
  /** "Werkblad “Inschrijvingen”, rij 5, kolom D (KvK-nummer 2): …" */
  place: (sheet: string | null, row: number | null, column: string | null, head: string | null) =>
    [
      sheet === null ? '' : `werkblad ${quote(sheet)}`,
      row === null ? '' : `rij ${row}`,
      column === null ? '' : `kolom ${column}${head === null ? '' : ` (${head})`}`,
    ]
      .filter((one) => one !== '')
      .join(', '),
  at: (place: string, text: string) =>
    place === '' ? text : `${place.charAt(0).toUpperCase()}${place.slice(1)}: ${text}`,
  file: 'Ingevulde spreadsheet (.xlsx of .csv)',
  hint: 'Ten hoogste 16 MB.',
  missing: 'Kies het ingevulde bestand.',
  more: (n: number) => `En nog ${count(n, 'andere fout', 'andere fouten')}. Verbeter eerst deze.`,
  faultsAbove: (n: number) => `Er zijn ${count(n, 'fout', 'fouten')} gevonden. Zij staan boven aan deze pagina.`,
  nothingTaken: 'Er is niets overgenomen. Verbeter het bestand en bied het opnieuw aan.',
  /** Onder de eerste rijen van een groot blad, voor er iets wordt overgenomen. */
  firstRows: (shown: string, all: string) =>
    `Hier staan de eerste ${shown} van ${all} rijen. De andere zijn ook gecontroleerd en worden ook overgenomen.`,
  cutText: 'Lange teksten zijn hier ingekort. Zij worden geheel overgenomen.',
  download: 'Leeg blad downloaden',
  /** Boven een kolom met waar de datum van is. */
  deadlineOf: 'Waarvoor',
  asSheet: 'Deze tabel als spreadsheet',
  tablesOfPage: 'Tabellen op deze pagina',
  allXlsx: 'Alle in Excel (.xlsx)',
  allCsv: 'Alle in CSV',
  /** Op het laatste blad: welke tabel elk blad is. */
  sheetColumn: 'Werkblad',
  tableColumn: 'Tabel',
  takenFrom: (title: string, subject: string, moment: string) =>
    `Overgenomen van de pagina ${quote(subject === '' ? title : `${title} · ${subject}`)} op ${moment}.`,
  downloadXlsx: 'Excel (.xlsx)',
  downloadCsv: 'CSV',
  offer: 'Ingevuld blad aanbieden',
  columnsTitle: 'Wat staat in welke kolom?',
  explanation: 'Toelichting',
  column: 'Kolom',
  meaning: 'Wat vult u in?',
  faults: {
    empty: 'Het bestand is leeg. Kies het ingevulde bestand.',
    'not-a-spreadsheet':
      'Dit is geen spreadsheet die Gunwijzer kan lezen. Sla het bestand op als Excel-werkmap (.xlsx) of als CSV.',
    'old-format': 'Dit is een oud Excel-bestand (.xls). Sla het op als Excel-werkmap (.xlsx).',
    password: 'Het bestand is beveiligd met een wachtwoord. Sla het op zonder wachtwoord.',
    damaged:
      'Het bestand is beschadigd. Open het in uw spreadsheetprogramma en sla het opnieuw op als Excel-werkmap (.xlsx).',
    'too-large': 'Het bestand is te groot. Laat alleen de rijen en kolommen staan die u hebt ingevuld.',
    'too-many-sheets': 'Het bestand heeft meer dan 50 werkbladen. Laat alleen het ingevulde blad staan.',
    'more-faults': 'Er zijn meer dan 50 fouten. Hier staan de eerste 50. Verbeter eerst deze.',
    'hidden-sheet': 'Dit werkblad is verborgen. Maak het zichtbaar of verwijder het.',
    'no-such-sheet': (name: string) =>
      `Er is geen werkblad dat ${quote(name)} heet. Geef het ingevulde werkblad die naam.`,
    'nothing-in-it': 'Hier is niets ingevuld.',
    'too-many-rows': 'Er zijn meer dan 50.000 rijen ingevuld. Laat alleen de rijen staan die u wilt aanbieden.',
    'too-many-columns': 'Er zijn meer dan 700 kolommen ingevuld. Haal weg wat er niet bij hoort.',
    'hidden-row': 'Deze rij is verborgen. Maak de rij zichtbaar (haal een filter weg) of verwijder haar.',
    'hidden-column': 'Deze kolom is verborgen. Maak de kolom zichtbaar of verwijder haar.',
    merged: 'Hier zijn cellen samengevoegd. Hef de samenvoeging op en vul elke cel in.',
    formula: 'Hier staat een formule. Vul de waarde zelf in.',
    'error-value': 'Hier staat een foutwaarde. Vul de waarde zelf in.',
    quotes:
      'Een aanhalingsteken klopt hier niet, waardoor kolommen in elkaar lopen. Bied het bestand aan als Excel-werkmap (.xlsx).',
    'unknown-column': (head: string) =>
      head === ''
        ? 'Boven deze kolom staat geen naam. Haal weg wat hier staat, of geef de kolom haar naam.'
        : `De kolom ${quote(head)} hoort niet in dit blad. Haal de kolom weg, of geef haar een naam uit het lege blad.`,
    'column-twice': (head: string) => `De kolom ${quote(head)} staat er twee keer. Haal er één weg.`,
    'column-missing': (head: string) =>
      `De kolom ${quote(head)} ontbreekt. Voeg de kolom toe, ook als zij leeg blijft.`,
  },
  /** De gunning als werkmap. */
  workbook: {
    link: 'Rangorde en gunning als spreadsheet (.xlsx)',
    fileName: 'gunning',
    award: 'Gunning',
    prices: 'Prijzen',
    winner: capital(winner.one),
    sum: 'Som van de totalen',
    score: (bidder: string) => `${bidder}: score`,
    points: (bidder: string) => `${bidder}: punten`,
    offered: 'Aangeboden',
    vat: 'Btw',
    timeCost: 'Kosten van tijd',
    compared: 'Prijs die telt',
    where: 'Waar',
    totals: 'Totalen',
    live: 'Punten en totalen zijn formules: het spreadsheetprogramma rekent ze zelf uit. Gunwijzer rekent met breuken; dat is de uitkomst die geldt.',
    cell: (sheet: string, ref: string) => `${sheet}, cel ${ref}`,
    held: {
      method: 'Deze cel bevat de uitkomst zelf. De bekendgemaakte methode is hier geen formule van andere cellen.',
      rounding: 'Deze cel bevat de uitkomst zelf. Een spreadsheetprogramma zou hier anders afronden.',
    },
  },
  /** Scores uit een spreadsheet: de eigen scores van een beoordelaar, en die van de consensus. */
  scores: {
    own: {
      title: 'Uw scores uit een spreadsheet',
      lead: 'Download het blad met uw eigen scores, vul het in en bied het hier aan. De scores komen in uw concept. U dient ze daarna zelf in.',
      fileName: 'eigen-scores',
      link: 'Scores uit een spreadsheet overnemen',
    },
    consensus: {
      title: 'Consensusscores uit een spreadsheet',
      lead: 'Download het blad, vul per inschrijving en criterium de consensusscore in en bied het hier aan. De scores komen in uw concept. U legt ze daarna per inschrijving vast.',
      fileName: 'consensusscores',
      link: 'Consensusscores uit een spreadsheet overnemen',
    },
    sheet: 'Scores',
    submit: 'Inlezen en bekijken',
    heads: {
      code: 'Code (niet wijzigen)',
      criterion: 'Criterium',
      scale: 'Schaal',
      score: 'Score',
      motivation: 'Motivering',
      foundAt: 'Vindplaats',
    },
    meanings: {
      score: 'Een score van de schaal die in de rij staat. Het woord erbij mag ook, zoals goed of ja.',
      motivation: 'Waarom u deze score geeft.',
      foundAt: 'Waar het in de inschrijving staat, zoals p. 12. Mag leeg blijven.',
    },
    confirmTitle: 'Deze scores overnemen in uw concept?',
    confirmYes: 'Ja, neem de scores over',
    changes: 'Wijzigt',
    caption: 'Wat er verandert',
    was: 'Nu',
    becomes: 'Wordt',
    sameMotivation: 'blijft hetzelfde',
    consequences: [
      'De scores komen in uw concept. Er wordt niets ingediend of vastgelegd.',
      'Wat u eerder op deze scores hebt getypt, wordt vervangen.',
    ],
    undo: 'U kunt elke score daarna nog wijzigen.',
    kept: 'De scores staan in uw concept. Ze zijn nog niet ingediend of vastgelegd.',
    nothingNew: 'In het blad staat niets nieuws. Vul scores of motiveringen in en bied het opnieuw aan.',
    unknownCode:
      'Deze rij hoort niet bij de scores die u kunt geven. Gebruik het blad van deze pagina en wijzig de code niet.',
    repeatedCode: (row: number) => sentences(`Deze score staat ook op rij ${row}`, 'Haal een van de twee rijen weg.'),
  },
  /** Inschrijvingen uit een spreadsheet. */
  bids: {
    title: 'Inschrijvingen uit een spreadsheet',
    link: 'Inschrijvingen uit een spreadsheet overnemen',
    lead: `Download het lege blad, vul per inschrijving en ${lot.one} een rij in en bied het blad hier aan. U ziet daarna eerst wat er wordt vastgelegd.`,
    submit: 'Inlezen en bekijken',
    sheet: 'Inschrijvingen',
    fileName: 'inschrijvingen',
    confirmTitle: (n: number) => `${count(n, 'inschrijving', 'inschrijvingen')} vastleggen?`,
    confirmYes: (n: number) => `Ja, leg ${count(n, 'inschrijving', 'inschrijvingen')} vast`,
    inSheet: (n: number) => count(n, 'inschrijving', 'inschrijvingen'),
    heads: {
      name: 'Inschrijver',
      form: 'Vorm',
      group: 'Groep',
      subcontractors: 'Onderaannemers',
      late: 'Te laat, omdat',
      preference: 'Voorkeur',
      member: (n: number) => `Organisatie ${n}`,
      number: (n: number) => `KvK-nummer ${n}`,
      registerName: (n: number) => `Ander register ${n}`,
      discountLots: (n: number) => `Korting ${n} geldt voor`,
      discountPercentage: (n: number) => `Korting ${n} (%)`,
      percentage: (label: string) => `${label} (%)`,
    },
    meanings: {
      name: `De naam van de inschrijver, op elke rij van deze inschrijving dezelfde. Elke rij is één ${lot.one} waarop hij inschrijft.`,
      form: (single: string, consortium: string) =>
        sentences(`${single} of ${consortium}`, 'Eén keer invullen is genoeg, op de eerste rij van de inschrijving.'),
      lot: `De naam van ${theOne(lot)}, zoals in de regels.`,
      member:
        'De deelnemende organisaties. Bij één organisatie mag de naam leeg blijven; dan geldt die van de inschrijver. Zijn er meer dan vier, voeg dan kolommen toe met het volgende nummer.',
      number: 'Acht cijfers, ook als het nummer met een nul begint. Laat leeg als er geen nummer is.',
      registerName: 'Alleen als het nummer ervoor uit een ander register komt: de naam van dat register.',
      percentage: 'Een percentage van 0 tot en met 100, bijvoorbeeld 15 of 22,5.',
      figure: 'Een getal, met een punt of een komma voor de decimalen.',
      once: 'Eén keer invullen is genoeg, op de eerste rij van de inschrijving.',
      preference: `Een nummer per ${lot.one}; 1 is het liefst.`,
      subcontractors: 'De namen, gescheiden door een puntkomma. Mag leeg blijven.',
      group: 'Een korte naam in kleine letters, dezelfde voor alle inschrijvingen van de groep. Mag leeg blijven.',
      discountLots: `De ${lot.more} die samen gewonnen moeten worden, gescheiden door een puntkomma.`,
      late: 'Alleen bij een inschrijving die te laat kwam: waarom zij toch wordt vastgelegd. Zij telt dan niet mee.',
    },
    tooMany: (most: number) =>
      `Het blad heeft meer dan ${count(most, 'inschrijving', 'inschrijvingen')}. Bied ze in delen aan.`,
    consequences: [
      'De inschrijvingen komen in het logboek, zoals zij hierboven staan. Zij worden samen vastgelegd.',
      'Wie aan deze aanbesteding meewerkt, ziet ze na de eigen belangenverklaring.',
    ],
    lateCounts: 'Wat te laat is ontvangen, telt niet mee, tenzij u het later weer laat meetellen.',
    undo: 'Tot de beoordeling opent, kunt u een inschrijving met een reden verbeteren of schrappen. Wat er stond, blijft in het logboek.',
    nameMissing: 'Vul op elke rij de naam van de inschrijver in.',
    lotMissing: `Vul in waarop wordt ingeschreven, één ${lot.one} per rij.`,
    lotUnknown: (given: string, names: string) =>
      sentence(`${quote(given)} staat niet bij de ${lot.more} van de regels. Kies uit: ${names}`),
    lotTwice: (row: number) =>
      sentences(`Deze inschrijver heeft hetzelfde ook op rij ${row}`, 'Haal een van de twee rijen weg.'),
    formUnknown: (single: string, consortium: string) => `Vul ${quote(single)} of ${quote(consortium)} in.`,
    differs: (row: number) =>
      `Op rij ${row} staat voor deze inschrijver iets anders. Vul op beide rijen hetzelfde in, of laat een van de twee leeg.`,
    notHere: (lotName: string) => `Dit wordt voor ${quote(lotName)} niet gevraagd. Laat de cel leeg.`,
  },
});
