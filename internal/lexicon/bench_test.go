package lexicon

import "testing"

func BenchmarkLoad(b *testing.B) {
	b.ReportAllocs()
	for b.Loop() {
		read(englishSwedish)
	}
}

var someWords = []string{"behandlingarna", "sjukdomen", "och", "visade", "forskningen", "okänslig", "xyzzy", "hjärnmagnesium", "patienterna", "större"}

func BenchmarkFind(b *testing.B) {
	l := Load("en", "sv")
	b.ReportAllocs()
	i := 0
	for b.Loop() {
		l.Target(someWords[i%len(someWords)])
		i++
	}
}

func BenchmarkParts(b *testing.B) {
	l := Load("en", "sv")
	b.ReportAllocs()
	for b.Loop() {
		l.TargetParts("behandlingsriktlinjerna")
	}
}
