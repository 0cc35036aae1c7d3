import { twoDecimals } from '../format.ts';
import { quote, sentence, sentences } from '../sentence.ts';
import { agree, count } from './words.ts';

/** Prijzen vastleggen. */
export const prices = {
  title: 'Prijzen',
  lead: 'De kwaliteit staat vast; nu pas worden de prijzen geopend. Neem ze over uit de inschrijvingen. Elke wijziging staat in het logboek. Na de gunning verbetert u een prijs alleen met een reden.',
  link: 'Prijzen vastleggen',
  viewLink: 'Prijzen',
  caption: 'Prijzen per inschrijving',
  notOpened: 'De prijzen zijn nog niet geopend. Dat doen twee personen samen, op de pagina van de aanbesteding.',
  reason: 'Reden van de verbetering',
  reasonHint: 'De gunning is al berekend. Zij wordt na de verbetering opnieuw berekend; de eerste blijft te lezen.',
  reasonMissing: 'Geef de reden van de verbetering.',
  correct: 'Verbeteren',
  /** Open prijzen uit een spreadsheet. */
  fromSheet: {
    title: 'Prijzen uit een spreadsheet',
    lead: 'Download het invulblad, vul de prijzen in en bied het hier aan. Regels zonder waarde blijven zoals ze zijn. U ziet eerst wat er wordt vastgelegd.',
    link: 'Prijzen uit een spreadsheet overnemen',
    submit: 'Inlezen en bekijken',
    nothingNew: 'In het blad staat geen nieuwe prijs. Vul prijzen in en bied het opnieuw aan.',
    meaning: 'Een bedrag, percentage of getal, zoals ernaast wordt gevraagd. De andere kolommen zijn vergrendeld.',
    confirmTitle: 'Deze prijzen vastleggen?',
    confirmYes: 'Ja, leg de prijzen vast',
    caption: 'Prijzen zoals ze in het blad staan',
    replaces: 'Vervangt wat al is vastgelegd',
    far: (place: string) => `${place}: dit bedrag ligt ver van de andere prijzen. Controleer het in de inschrijving.`,
    moreFar: (n: number) =>
      `Nog ${count(n, 'ander bedrag ligt', 'andere bedragen liggen')} ver van de andere prijzen. Controleer ze in de inschrijvingen.`,
    consequences: ['De prijzen worden samen vastgelegd.', 'Een prijs die al was vastgelegd, wordt vervangen.'],
    undo: 'Tot de gunning is berekend, kunt u elke prijs nog wijzigen. Daarna alleen met een reden.',
  },
  keep: {
    title: 'Prijzen in bewaring nemen',
    lead: 'Typ de prijzen over uit de inschrijvingen. Niemand ziet ze tot twee personen ze openen; ook u niet. Wie de server beheert, kan ze lezen.',
    link: 'Prijzen in bewaring nemen',
    caption: 'Prijzen in bewaring, per inschrijver',
    handedIn: 'in bewaring',
    open: 'Overtypen',
    again: 'Opnieuw overtypen',
    saved: 'De prijs is in bewaring.',
    save: 'In bewaring nemen',
    empty: 'Vul ten minste één prijs in.',
    sheet: {
      name: 'Prijzen',
      title: 'Of uit een spreadsheet',
      lead: 'Download het invulblad, vul het in en bied het hier aan. Regels zonder waarde blijven zoals ze zijn. U ziet eerst wat er is gelezen. Bevat het blad een fout, dan wordt er niets bewaard.',
      download: 'Invulblad met alle inschrijvers',
      fileName: 'prijzen',
      blankName: 'prijsblad',
      blank: 'Leeg prijsblad voor een inschrijver',
      blankHint:
        'Geef dit blad bij de aanbestedingsstukken. Wat een inschrijver terugstuurt, kunt u hier zo aanbieden.',
      bidder: 'Van wie is het blad?',
      bidderHint: 'Kies de inschrijver als hij een eigen prijsblad heeft ingevuld.',
      inSheet: 'Staat in het blad',
      submit: 'Inlezen en bekijken',
      code: 'Code (niet wijzigen)',
      asked: 'Gevraagd',
      value: 'Invullen',
      whose: 'Dit is het prijsblad van één inschrijver. Kies van wie het is en bied het opnieuw aan.',
      notOffered:
        'Hier is iets ingevuld waarop deze inschrijver niet inschrijft, of dat van hem niet wordt gevraagd. Laat de cel leeg.',
      unknownCode: (code: string) =>
        code === ''
          ? 'De code ontbreekt. Gebruik het invulblad en wijzig deze kolom niet.'
          : `Dit invulblad kent de code ${quote(code)} niet. Wijzig deze kolom niet.`,
      repeatedCode: (row: number) => sentences(`Deze code staat ook op rij ${row}`, 'Haal een van de twee rijen weg.'),
    },
  },
  recordedColumn: 'Vastgelegd',
  recordedText: (done: number, all: number) => `${done} van ${all}`,
  formTitle: (bidder: string) => `Prijzen van ${quote(bidder)}`,
  formTitleLot: (bidder: string, lot: string) => `Prijs van ${quote(bidder)} in ${quote(lot)}`,
  open: 'Vastleggen',
  view: 'Bekijken',
  openFor: (action: string, bidder: string) => `${action}: ${bidder}`,
  openForLot: (action: string, bidder: string, lot: string) => `${action}: ${bidder}, ${lot}`,
  amount: (vat: 'added' | 'none'): string => (vat === 'added' ? 'Bedrag in euro, zonder btw' : 'Bedrag in euro'),
  noVat: 'Gunwijzer telt geen btw bij: neem het bedrag over zoals de regels het vragen.',
  vatAdded: (percentage: string) => `Gunwijzer telt er ${percentage} btw bij.`,
  ofPart: (part: string, label: string) => `${part}: ${label}`,
  measured: (unit: string) => sentence(`In ${unit}`),
  piece: 'stuk',
  subtracts: 'Dit gaat van de som af.',
  linesAbove: 'de regels hierboven',
  euro: (amount: string) => `€ ${amount}`,
  amountLine: (name: string, vat: 'added' | 'none') => `${name}, bedrag in euro${vat === 'added' ? ' zonder btw' : ''}`,
  percentageLine: (name: string, of: string) => `${name}, procent van ${of}`,
  percentage: 'Percentage van het bekendgemaakte bedrag',
  time: (unit: string) => `Tijd, in ${unit}`,
  stated: (vat: 'added' | 'none'): string =>
    `Totaal dat de inschrijving zelf noemt${vat === 'added' ? ', zonder of met btw' : ''}`,
  line: (name: string, unit: string, vat: 'added' | 'none') =>
    `${name}, prijs per ${unit}${vat === 'added' ? ', zonder btw' : ''}`,
  quantity: (quantity: string, unit: string) => `Hoeveelheid: ${quantity} ${unit}`,
  hint: 'Bijvoorbeeld 125000 of 125.000,50',
  perPlace: 'Vul onder een kopje alles in, of niets als u die prijs nog niet hebt.',
  otherTotals: (places: string, more: number) =>
    sentences(
      `Een genoemd totaal is niet de som van de bedragen: ${places}${more > 0 ? ` (en nog ${more})` : ''}`,
      'De bedragen tellen, het genoemde totaal niet',
      'Kijk of u ze goed hebt overgenomen, of vraag de inschrijver om uitleg',
    ),
  notANumber: (what: string) => `${what}: vul een getal in, met cijfers en ten hoogste zes decimalen.`,
  ambiguous: (what: string, value: string) =>
    `${what}: “${value}” is op twee manieren te lezen. Schrijf ${value.replace(/[.,]/, '')} of ${value.replace(',', '.')},00 als u duizendtallen bedoelt, anders ${twoDecimals(value, ',')}.`,
  missing: (what: string) => `${what}: vul een getal in.`,
  place: (bidder: string, lot: string) => `${bidder}, ${lot}`,
  save: 'Prijzen vastleggen',
  saved: 'De prijzen zijn vastgelegd.',
  savedRest: 'De andere prijzen van deze inschrijving zijn vastgelegd.',
  emptied: (place: string) =>
    `${place}: een vastgelegde prijs kan niet worden leeggemaakt. Verbeter de prijs, of leg de inschrijving terzijde.`,
  staleTitle: 'Deze prijs is intussen gewijzigd',
  stale:
    'Een ander venster heeft deze prijs gewijzigd. Wat u invulde staat er nog; erbij staat wat nu is vastgelegd. Leg opnieuw vast om uw invoer te bewaren.',
  nowStored: (amount: string) => `Nu vastgelegd: ${amount}.`,
  far: (place: string, amount: string) =>
    `${place}: ${amount} ligt ver van de andere prijzen. Controleer het bedrag en vink het vakje aan als het klopt.`,
  sure: 'Ja, dit bedrag staat zo in de inschrijving',
  none: 'In deze aanbesteding staat de prijs vooraf vast.',
  staysClosed: 'blijft dicht',
  setAsideNote: 'Op kwaliteit terzijde gelegd; de prijs hoeft niet te worden geopend.',
  missingShort: (n: number) => `Nog ${count(n, 'prijs', 'prijzen')} vast te leggen`,
  missingCount: (n: number) => `Er ${agree(n, 'ontbreekt', 'ontbreken')} nog ${count(n, 'prijs', 'prijzen')}.`,
};
