package parse

// readHTML reads the HTML document at [start, end).
func readHTML(a *assembly, start, end int) { readHTMLIn(a, start, end, setting{}) }

func readHTMLIn(a *assembly, start, end int, s setting) {}
