package lang

// Citation is the wording around the parts of a bibliographic reference in one
// language, all lower case and without the last full stop. A list may be nil.
type Citation struct {
	And       []string // joins the last two names: "and"
	EtAl      []string // stands for the other names: "et al"
	Editors   []string // follows editors' names: "eds"
	EditedBy  []string // precedes them: "edited by"
	In        []string // precedes the book a chapter is from: "in"
	Volume    []string // precedes a volume number
	Issue     []string // precedes an issue number
	Pages     []string // precedes page numbers
	Article   []string // precedes an article number
	Edition   []string // follows an edition's number: "ed"
	Revised   []string // an edition that has a word for its number: "rev"
	NoDate    []string // stands for a year that is not known
	Accessed  []string // precedes the day a page was read
	Retrieved []string // precedes an address, with or without a day: "retrieved"
	From      []string // joins that day and the address
	Updated   []string // precedes the day a page was last changed
	Online    []string // says in brackets that a work was read on a screen
	Months    []MonthName
}

// MonthName is one way to write a month.
type MonthName struct {
	Name  string // lower case, an abbreviation without its stop
	Month int    // 1–12
}

// citations are the words by language code. The forms are those of the style
// guides: NLM Citing Medicine, AMA 11, APA 7, Chicago 17, MLA 9, IEEE 2023, and
// for Swedish those of Karolinska Institutet's and Umeå University's libraries.
var citations = map[string]*Citation{"en": &englishCitation, "sv": &swedishCitation}

var englishCitation = Citation{
	And:       []string{"and"},
	EtAl:      []string{"et al", "and others", "and colleagues"},
	Editors:   []string{"eds", "ed", "editors", "editor"},
	EditedBy:  []string{"edited by"},
	In:        []string{"in"},
	Volume:    []string{"vol", "volume"},
	Issue:     []string{"no", "issue", "iss"},
	Pages:     []string{"pp", "p", "pages"},
	Article:   []string{"article", "art", "art. no", "article no", "paper"},
	Edition:   []string{"ed", "edn", "edition"},
	Revised:   []string{"rev", "revised"},
	NoDate:    []string{"n.d", "no date"},
	Accessed:  []string{"accessed on", "accessed", "last accessed", "cited", "viewed", "read"},
	Retrieved: []string{"retrieved", "available from", "available at", "available", "accessible at"},
	From:      []string{"from", "at"},
	Updated:   []string{"last modified", "last updated", "updated", "modified", "last reviewed", "published"},
	Online:    []string{"internet", "online", "electronic resource", "website", "blog"},
	Months: []MonthName{
		{"january", 1}, {"february", 2}, {"march", 3}, {"april", 4}, {"may", 5}, {"june", 6},
		{"july", 7}, {"august", 8}, {"september", 9}, {"october", 10}, {"november", 11}, {"december", 12},
		{"jan", 1}, {"feb", 2}, {"mar", 3}, {"apr", 4}, {"jun", 6}, {"jul", 7}, {"aug", 8},
		{"sept", 9}, {"sep", 9}, {"oct", 10}, {"nov", 11}, {"dec", 12},
	},
}

var swedishCitation = Citation{
	And:       []string{"och", "samt"},
	EtAl:      []string{"m.fl", "m fl", "mfl", "med flera", "et al", "med medarbetare", "och medarbetare", "med kollegor", "och kollegor"},
	Editors:   []string{"red", "redaktör", "redaktörer", "hrsg", "utg"},
	EditedBy:  []string{"redigerad av", "i redaktion av"},
	In:        []string{"i"},
	Volume:    []string{"vol", "volym", "bd", "band", "årg", "årgång"},
	Issue:     []string{"nr", "nummer", "häfte", "h"},
	Pages:     []string{"s", "sid", "sidor", "sidan", "ss"},
	Article:   []string{"artikel", "art", "art. nr", "artikel nr", "artikelnr"},
	Edition:   []string{"uppl", "upplaga", "upplagan", "utg", "utgåva", "utgåvan"},
	Revised:   []string{"rev", "omarb", "omarbetad", "reviderad", "ny", "förnyad"},
	NoDate:    []string{"u.å", "odaterad", "utan år"},
	Accessed:  []string{"läst", "besökt", "åtkomst", "åtkommen", "senast besökt", "senast hämtad", "citerad"},
	Retrieved: []string{"hämtad", "hämtat", "hämtades", "hämtade", "tillgänglig", "tillgänglig via", "tillgänglig på", "tillgänglig från", "tillgängligt på", "finns på", "tillgänglig från och med"},
	From:      []string{"från", "via", "på"},
	Updated:   []string{"senast ändrad", "senast uppdaterad", "uppdaterad", "publicerad", "senast granskad"},
	Online:    []string{"internet", "online", "elektronisk", "elektronisk resurs", "nätet", "webb", "webbplats", "blogg"},
	Months: []MonthName{
		{"januari", 1}, {"februari", 2}, {"mars", 3}, {"april", 4}, {"maj", 5}, {"juni", 6},
		{"juli", 7}, {"augusti", 8}, {"september", 9}, {"oktober", 10}, {"november", 11}, {"december", 12},
		{"jan", 1}, {"feb", 2}, {"febr", 2}, {"apr", 4}, {"aug", 8}, {"sept", 9}, {"sep", 9},
		{"okt", 10}, {"nov", 11}, {"dec", 12},
	},
}

// Citation is the language's wording around references; empty, never nil, for
// a language that has none listed. It is shared and read-only.
func (l *Language) Citation() *Citation {
	if l != nil {
		if c := citations[l.Code]; c != nil {
			return c
		}
	}
	return &Citation{}
}
