package project

import (
	"bytes"
	"strings"
	"unicode"
	"unicode/utf8"

	"tvilling/internal/check"
	"tvilling/internal/config"
	"tvilling/internal/text"
)

// Judge is a suppression of one finding, for the article at a path of the project:
// of its rule, there, at its words, and where these stand in other places too, at
// the words around them. ok is false for a finding that has no words.
func Judge(f check.Finding, res *check.Result, path, reason string) (s config.Suppression, ok bool) {
	s = config.Suppression{Paths: []string{exactly(path)}, Rules: []string{f.Rule}, Reason: reason}
	at := f.Span
	if at.Empty() {
		if len(f.Related) == 0 || f.Related[0].Span.File != res.Source.File {
			return s, false
		}
		at = f.Related[0].Span
	}
	at = whole(at)
	s.Text = config.Words(at.Text())
	if s.Text == "" || strings.Count(string(at.File.Content), at.Text()) > 1 {
		s.Text = config.Words(around(at).Text())
	}
	one := NewSuppressions(nil, []config.Suppression{s})
	return s, s.Text != "" && len(s.Text) <= config.MaxText && one.entries[0].says(f, res)
}

// exactly is the pattern of one path.
func exactly(path string) string {
	return strings.Map(func(r rune) rune {
		if strings.ContainsRune("*?[]{}\\", r) {
			return '?'
		}
		return r
	}, path)
}

// whole is a span with all of the words that it begins and ends in.
func whole(at text.Span) text.Span {
	content := at.File.Content
	inWord := func(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }
	if first, _ := utf8.DecodeRune(content[at.Start:]); inWord(first) {
		before := bytes.TrimRightFunc(content[:at.Start], inWord)
		at.Start = len(before)
	}
	if last, _ := utf8.DecodeLastRune(content[:at.End]); inWord(last) {
		after := bytes.TrimLeftFunc(content[at.End:], inWord)
		at.End = len(content) - len(after)
	}
	return at
}

// around is a span with the words beside it on its lines, some forty bytes of them
// to each side.
func around(at text.Span) text.Span {
	const beside = 40
	content := at.File.Content
	first, last := at.File.LineSpan(at.Line()), at.File.LineSpan(at.File.Line(at.End))
	from, to := max(first.Start, at.Start-beside), min(max(last.End, at.End), at.End+beside)
	for from > first.Start && content[from-1] != ' ' && from < at.Start {
		from++
	}
	for to < last.End && content[to] != ' ' && to > at.End {
		to--
	}
	for from < at.Start && !utf8.RuneStart(content[from]) {
		from++
	}
	for to > at.End && to < len(content) && !utf8.RuneStart(content[to]) {
		to--
	}
	return text.Span{File: at.File, Start: from, End: to}
}
