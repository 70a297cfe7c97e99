package lang

// englishAcronyms are the acronyms that other languages change or spell out, by notion; see acronymTable.
const englishAcronyms = `
united nations: UN
european union: EU
european economic area: EEA
european free trade association: EFTA
organization for security and co-operation in europe: OSCE
commonwealth of independent states: CIS
united states: US | USA
united kingdom: UK
united arab emirates: UAE
european court of justice: ECJ | CJEU
european court of human rights: ECtHR | ECHR
european central bank: ECB
international committee of the red cross: ICRC
world health organization: WHO
world trade organization: WTO
international monetary fund: IMF
north atlantic treaty organization: NATO
non-governmental organization: NGO
gross domestic product: GDP
gross national income: GNI
value added tax: VAT
research and development: R&D
information technology: IT
information and communication technology: ICT
artificial intelligence: AI
general data protection regulation: GDPR
data protection officer: DPO
data protection authority: DPA
personally identifiable information: PII
chief executive officer: CEO
chief financial officer: CFO
chief technology officer: CTO
human resources: HR
public relations: PR
question and answer: Q&A
frequently asked questions: FAQ
identity: ID
portable document format: PDF
short message service: SMS
television: TV
personal computer: PC
compact disc: CD
digital versatile disc: DVD
universal serial bus: USB
global positioning system: GPS
acquired immunodeficiency syndrome: AIDS
human immunodeficiency virus: HIV
attention deficit hyperactivity disorder: ADHD
obsessive-compulsive disorder: OCD
post-traumatic stress disorder: PTSD
cognitive behavioural therapy: CBT
dialectical behaviour therapy: DBT
magnetic resonance imaging: MRI
functional magnetic resonance imaging: fMRI
computed tomography: CT
electrocardiogram: ECG | EKG
electroencephalogram: EEG
electroconvulsive therapy: ECT
intensive care unit: ICU
emergency room: ER
general practitioner: GP
chronic obstructive pulmonary disease: COPD
tuberculosis: TB
sexually transmitted infection: STI | STD
body mass index: BMI
randomized controlled trial: RCT
randomized controlled trials: RCTs
confidence interval: CI
odds ratio: OR
standard deviation: SD
low-density lipoprotein: LDL
cerebrospinal fluid: CSF
central nervous system: CNS
peripheral nervous system: PNS
blood-brain barrier: BBB
polymerase chain reaction: PCR
deoxyribonucleic acid: DNA
sustainable development goals: SDG | SDGs
greenhouse gas: GHG
carbon dioxide: CO2
small and medium-sized enterprises: SME | SMEs
public-private partnership: PPP
intellectual property: IP
intellectual property rights: IPR
terms of reference: ToR
memorandum of understanding: MoU
before common era: BCE | BC
common era: CE | AD
universal time: UTC | GMT
do it yourself: DIY
social security number: SSN
lesbian, gay, bisexual, transgender: LGBT | LGBTQ | LGBTQ+ | LGBTI | LGBTQIA
information security: InfoSec
parental leave: PTO
open source: OSS
operating system: OS
user interface: UI
graphical user interface: GUI
user experience: UX
application programming interface: API
uninterruptible power supply: UPS
prime minister: PM
member of parliament: MP | MPs
member of the european parliament: MEP | MEPs
federal bureau of investigation: FBI
soviet union: USSR
world war i: WWI | WW1
world war ii: WWII | WW2
swedish krona: SEK | krona | kronor
euro as a currency: EUR | euro
united states dollar: USD | dollar
pound sterling: GBP | pound
`
