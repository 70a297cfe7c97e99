package lang

// swedishAcronyms are the acronyms that Swedish has of its own or says in words, by notion; see acronymTable.
const swedishAcronyms = `
united nations: FN | Förenta nationerna
european union: EU | Europeiska unionen
european economic area: EES | Europeiska ekonomiska samarbetsområdet
european free trade association: Efta
organization for security and co-operation in europe: OSSE
commonwealth of independent states: OSS
united states: USA | amerikansk | Förenta staterna
united kingdom: Storbritannien | brittisk | Förenade kungariket
united arab emirates: Förenade Arabemiraten
european court of justice: EU-domstolen | EUD
european court of human rights: Europadomstolen | Europakonventionen | EKMR
european central bank: ECB | Europeiska centralbanken
international committee of the red cross: IKRK | Röda kors
world health organization: WHO | Världshälsoorganisationen
world trade organization: WTO | Världshandelsorganisationen
international monetary fund: IMF | Internationella valutafonden
north atlantic treaty organization: Nato | NATO
non-governmental organization: NGO | icke-statlig | ickestatlig | frivilligorganisation | ideell | civilsamhäll | intresseorganisation
gross domestic product: BNP | bruttonationalprodukt
gross national income: BNI | bruttonationalinkomst
value added tax: moms | mervärdesskatt
research and development: FoU | forskning och utveckling
information technology: IT | it | informationsteknik
information and communication technology: IKT | informations- och kommunikationsteknik
artificial intelligence: AI | artificiell intelligens
general data protection regulation: GDPR | dataskyddsförordning
data protection officer: dataskyddsombud
data protection authority: dataskyddsmyndighet | tillsynsmyndighet | IMY
personally identifiable information: personuppgift
chief executive officer: vd | verkställande direktör | koncernchef
chief financial officer: ekonomichef | finanschef | ekonomidirektör
chief technology officer: teknikchef | teknisk chef
human resources: HR | personal
public relations: PR | kommunikation
question and answer: frågor och svar
frequently asked questions: vanliga frågor | frågor och svar
identity: id | ID
portable document format: pdf | PDF
short message service: sms
television: tv | televis
personal computer: pc | dator | persondator
compact disc: cd
digital versatile disc: dvd
universal serial bus: usb
global positioning system: gps
acquired immunodeficiency syndrome: aids
human immunodeficiency virus: hiv
attention deficit hyperactivity disorder: adhd
obsessive-compulsive disorder: tvång | OCD
post-traumatic stress disorder: posttraumatisk | PTSD
cognitive behavioural therapy: KBT | kognitiv beteendeterapi
dialectical behaviour therapy: DBT | dialektisk beteendeterapi
magnetic resonance imaging: MR | MRT | magnetkamera | magnetresonans | magnetröntgen
functional magnetic resonance imaging: fMR | fMRT | funktionell magnet
computed tomography: DT | CT | datortomografi | skiktröntgen
electrocardiogram: EKG
electroencephalogram: EEG
electroconvulsive therapy: ECT | elbehandling
intensive care unit: IVA | intensivvård
emergency room: akut
general practitioner: allmänläkare | husläkare | primärvård | distriktsläkare
chronic obstructive pulmonary disease: KOL | kroniskt obstruktiv
tuberculosis: tbc | tuberkulos
sexually transmitted infection: könssjukdom | sexuellt överförbar | STI
body mass index: BMI
randomized controlled trial: RCT | randomiser | kontrollerad
randomized controlled trials: RCT | randomiser | kontrollerad
confidence interval: KI | konfidensintervall
odds ratio: OR | oddskvot
standard deviation: SD | standardavvikelse
low-density lipoprotein: LDL
cerebrospinal fluid: likvor | ryggmärgsvätska | cerebrospinalvätska
central nervous system: CNS | centrala nervsystemet
peripheral nervous system: PNS | perifera nervsystemet
blood-brain barrier: blod-hjärnbarriär | blod–hjärnbarriär | blodhjärnbarriär
polymerase chain reaction: PCR | polymeraskedjereaktion
deoxyribonucleic acid: DNA | dna
sustainable development goals: hållbarhetsmål | globala målen | utvecklingsmål | Agenda 2030
greenhouse gas: växthusgas
carbon dioxide: koldioxid | CO2
small and medium-sized enterprises: små och medelstora | SMF
public-private partnership: OPS | offentlig-privat
intellectual property: immaterial | IP
intellectual property rights: immateri
terms of reference: uppdragsbeskrivning
memorandum of understanding: samförståndsavtal | avsiktsförklaring
before common era: f.Kr | f.v.t | före Kristus | före vår tideräkning
common era: e.Kr | v.t | efter Kristus
universal time: UTC | GMT
do it yourself: gör det själv | gör-det-själv | DIY
social security number: personnummer
lesbian, gay, bisexual, transgender: hbt | hbtq | hbtqi
information security: informationssäkerhet
parental leave: ledighet | semester
open source: öppen källkod | öppna
operating system: operativsystem | OS
user interface: gränssnitt | UI
graphical user interface: gränssnitt
user experience: användarupplevelse | UX
application programming interface: API | gränssnitt
uninterruptible power supply: UPS | avbrottsfri
prime minister: premiärminister | statsminister
member of parliament: parlamentsledamot | riksdagsledamot | ledamot
member of the european parliament: ledamot | EU-parlamentariker | Europaparlament
federal bureau of investigation: FBI
soviet union: Sovjet
world war i: första världskriget
world war ii: andra världskriget
swedish krona: SEK | kron | kr
euro as a currency: EUR | euro
united states dollar: USD | dollar
pound sterling: GBP | pund
`
