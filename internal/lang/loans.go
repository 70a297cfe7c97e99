package lang

// settledLoans, by language code, are words that look like false friends and are in
// common use for what they look like.
var settledLoans = map[string]*wordSet{"sv": {list: "dekad konsistent realisera evident"}}

// SettledLoan says that a folded word may mean what it looks like in the language it
// was taken from, although it has a meaning of its own.
func (l *Language) SettledLoan(word string) bool { return settledLoans[l.Code].has(word) }
