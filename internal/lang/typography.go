package lang

// typography is how a language sets text, as far as rules ask for it.
type typography struct {
	sentenceCase  bool   // headings are written like sentences: one capital at their beginning
	initialsJoint string // what stands between initials and their ending: "LTP:s"; "" when no sign of its own does
	hardSpaces    bool   // a hard space keeps a number and its unit or its thousands together
	rangeDash     bool   // an unspaced en dash means "to"
	pauseDash     string // the sign of a pause, with the spaces it has: " – "
	hyphenates    bool   // an acronym and the noun behind it are joined by a hyphen
	not           string // the commonest word of negation
}

// typographies by language code. Swedish: Svenska skrivregler (Språkrådet 2017)
// and the Interinstitutional Style Guide, 10.1.6 sv. English: New Hart's Rules,
// 4.11; both spaced en dashes and closed em dashes are in use.
var typographies = map[string]typography{
	"en": {rangeDash: true, not: "not"},
	"sv": {sentenceCase: true, initialsJoint: ":", hardSpaces: true, rangeDash: true, pauseDash: " – ", hyphenates: true, not: "inte"},
}

// SentenceCase says that headings are written like sentences, with no capital
// after a colon unless a full sentence follows.
func (l *Language) SentenceCase() bool { return typographies[l.Code].sentenceCase }

// InitialsJoint is the sign between initials and their ending ("LTP:s"); "" when
// the language has none of its own.
func (l *Language) InitialsJoint() string { return typographies[l.Code].initialsJoint }

// HardSpaces says that a hard space belongs between a number and its unit.
func (l *Language) HardSpaces() bool { return typographies[l.Code].hardSpaces }

// RangeDash says that ranges of numbers are written with an unspaced en dash.
func (l *Language) RangeDash() bool { return typographies[l.Code].rangeDash }

// PauseDash is how a pause is written, spaces included; "" when the language has
// several ways.
func (l *Language) PauseDash() string { return typographies[l.Code].pauseDash }

// HyphenatesInitials says that an acronym and a noun make a compound with a
// hyphen: "NMDA-receptor".
func (l *Language) HyphenatesInitials() bool { return typographies[l.Code].hyphenates }

// Not is the commonest word of negation.
func (l *Language) Not() string { return typographies[l.Code].not }

// doubledAfter are words that may stand twice in a row only after certain others
// ("den som som barn …", "är det det …"), by language code.
var doubledAfter = map[string]map[string]*wordSet{
	"sv": {
		"som":  {list: "den det de dem dom någon nån alla en ett han hon man något några"},
		"det":  {list: "är var att gör gjorde gjort blir blev vet tror ser sa sade men kan ska skulle vill har hade verkar"},
		"är":   {list: "det den vi de som han hon man detta ni jag du dem dom här där så hur"},
		"var":  {list: "det den vi de som han hon man vet jag"},
		"hade": {list: "det den vi de som han hon man jag"},
	},
}

// clauseSubjects, by language code, are pronouns after which a verb may stand
// twice only where the clause that they begin has an opening before them:
// "som det är är det bra", and not "om det är är trasigt".
var clauseSubjects = map[string]*wordSet{"sv": {list: "det den vi de han hon man detta ni jag du dem dom"}}

var clauseOpenings = map[string]*wordSet{"sv": {list: "som vad hur så vem där allt den det de dem dom att vilket vilken"}}

// oneLetterWords may be doubled by a slip like longer ones; other letters are signs.
var oneLetterWords = map[string]*wordSet{"en": {list: "a"}, "sv": {list: "i"}}

// IsOneLetterWord says that the letter (lower case) is a common word of the language.
func (l *Language) IsOneLetterWord(letter string) bool { return oneLetterWords[l.Code].has(letter) }

// MayDouble says that word (lower case) may stand twice in a row after the words
// before and, one earlier, opening (both in lower case, and "" where the sentence
// begins, where "Det det handlar om" may stand too).
func (l *Language) MayDouble(word, before, opening string) bool {
	after := doubledAfter[l.Code][word]
	if after == nil {
		return l.DoubleWords[word]
	}
	if before == "" {
		return l.DoubleWords[word]
	}
	if word != "som" && word != "det" && clauseSubjects[l.Code].has(before) {
		return clauseOpenings[l.Code].has(opening)
	}
	return after.has(before)
}

// ownApostrophe are names of firms and the like that end in an apostrophe and an s
// in every language.
var ownApostrophe = wordSet{list: `Arby Bailey Barney Bloomingdale Cadbury Carl Christie Denny Dillard Domino Dunkin Gordon Hardee Hellmann Hershey Jack Jerry Jim Kellogg Kohl
	Ladbroke Lay Let Levi Lloyd Lowe Macy Marvel McDonald Moody Papa Reese Sainsbury Selfridge Sotheby Tim Trader Wendy`}

// OwnApostrophe says that a name keeps the apostrophe and the s behind it wherever it
// stands, in any language: McDonald's, Levi's.
func OwnApostrophe(name string) bool { return ownApostrophe.has(name) }
