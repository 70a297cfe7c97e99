package review_test

import (
	"testing"

	"tvilling/internal/review"
	"tvilling/internal/rules"
)

// BenchmarkPair reviews every article of testdata, one after the other, and tells
// how many words of the targets' that is in a second.
func BenchmarkPair(b *testing.B) {
	all := articles(b)
	chosen, err := rules.Select(nil, nil)
	if err != nil {
		b.Fatal(err)
	}
	words := 0
	b.ReportAllocs()
	for b.Loop() {
		for _, a := range all {
			a.options.Rules, a.options.AllRules = chosen, rules.All()
			res, err := review.Pair(a.source, a.target, a.options)
			if err != nil {
				b.Fatal(err)
			}
			words += res.Words
		}
	}
	b.ReportMetric(float64(words)/b.Elapsed().Seconds(), "words/s")
}
