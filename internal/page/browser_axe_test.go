package page_test

import (
	"testing"

	"tvilling/internal/check"
	"tvilling/internal/page"
	"tvilling/internal/page/browsertest"
)

// Every shape that a row can have: front matter, a heading, lists in lists, a table,
// code, a quotation, an image, a note; and what is missing, added, said twice, moved.
const (
	shapesSource = `---
title: Sleep for shift workers
description: What helps those who work at night
---
# Sleep for shift workers

Nurses, drivers and bakers work while others sleep, and their bodies protest.[^1]

## What the body does

The inner clock follows daylight. It lowers the temperature of the body in the evening and raises it before dawn.

- Light in the evening delays the clock.
  - Blue light delays it most.
  - Candlelight hardly matters.
- Light in the morning advances it.

> A night nurse told us that the drive home is the worst part of her work.

Caffeine stays in the blood for about five hours, so the last cup belongs to the first half of the night.

## What helps

1. Keep the bedroom dark and cool.
2. Eat a light meal before the shift.
3. Take a nap of 20 minutes before midnight.

| Shift | Hours of sleep |
|---|---|
| Day | 7.2 |
| Night | 5.8 |

Employers can help by planning shifts that move forward, never backward.

` + "```\nshift --next forward\n```\n\n![A dark bedroom](dark.jpg)\n\n[^1]: According to a survey of 1,200 workers.\n"
	shapesTarget = `---
title: Sömn för skiftarbetare
description: Vad som hjälper dem som arbetar på natten
---
# Sömn för skiftarbetare

Sjuksköterskor, chaufförer och bagare arbetar medan andra sover, och deras kroppar protesterar.[^1]

Koffein finns kvar i blodet i ungefär fem timmar, så den sista koppen hör till nattens första hälft.

## Vad kroppen gör

Den inre klockan följer dagsljuset. Den sänker kroppstemperaturen på kvällen och höjer den före gryningen.

Den inre klockan följer dagsljuset. Den sänker kroppstemperaturen på kvällen och höjer den före gryningen.

- Ljus på kvällen försenar klockan.
  - Blått ljus försenar den mest.
  - Levande ljus spelar knappt någon roll.
- Ljus på morgonen tidigarelägger den.

> En nattsjuksköterska berättade för oss att bilresan hem är den värsta delen av hennes arbete.

## Vad som hjälper

1. Håll sovrummet mörkt och svalt.
2. Ät en lätt måltid före passet.
3. Ta en tupplur på 30 minuter före midnatt.

Läs också våra råd om semester och långa helger, som en läsare har skickat in.

| Skift | Timmars sömn |
|---|---|
| Dag | 7,2 |
| Natt | 5,3 |

` + "```\nshift --next forward\n```\n\n![Ett mörkt sovrum](dark.jpg)\n\n[^1]: Enligt en enkät med 1 200 arbetare.\n"
)

func shapes(t testing.TB) *check.Result {
	return result(t, shapesSource, shapesTarget, "source: en\ntarget: sv\nterms:\n  - source: inner clock\n    target: inre klocka\n")
}

// Every shape shows, and rows that belong together lead to each other.
func TestShapes(t *testing.T) {
	kinds, ids, links := map[string]int{}, map[string]bool{}, 0
	all := nodes(t, written(t, shapes(t)))
	for _, n := range all {
		ids[attribute(n, "id")] = true
	}
	for _, n := range all {
		for _, class := range []string{"meta", "heading", "item", "table", "quote", "code", "image", "footnote", "missing", "extra", "duplicate", "moved-to", "from"} {
			if hasClass(n, "row") && hasClass(n, class) {
				kinds[class]++
			}
		}
		if hasClass(n, "to") {
			links++
			if !ids[attribute(n, "href")[1:]] {
				t.Errorf("%s leads nowhere", attribute(n, "href"))
			}
		}
	}
	want := map[string]int{"meta": 2, "heading": 3, "item": 7, "table": 3, "quote": 1, "code": 1, "image": 1, "footnote": 1,
		"missing": 1, "extra": 2, "duplicate": 1, "moved-to": 1, "from": 1}
	for class, n := range want {
		if kinds[class] != n {
			t.Errorf("%d rows are %s, want %d", kinds[class], class, n)
		}
	}
	if links != 5 { // two of them in the card of what stands twice
		t.Errorf("%d links between rows", links)
	}
}

// axe finds nothing to complain of, in whatever way a page is looked at.
func TestBrowserAccessibility(t *testing.T) {
	axe := browsertest.Axe()
	if axe == "" {
		t.Skip("SKIPPED: axe-core is not in bin/axe (make test fetches it where npm is), so accessibility was not checked")
	}
	b := browsertest.Start(t)
	one := save(t, page.Book{Articles: []*page.Article{page.View(shapes(t), "")}})
	book := save(t, page.Book{Title: "Sömnboken", Articles: []*page.Article{page.View(shapes(t), "up to date"), page.View(bundled(t), "source changed")},
		Missing: []check.Unpaired{{Source: "en/new.md", Target: "sv/new.md"}}})
	for _, c := range []struct {
		name, address, do string
		look              browsertest.Look
	}{
		{"shapes", one, "", browsertest.Look{Height: 2400, Width: 1440}},
		{"shapes-finding", one + "#f2", "", browsertest.Look{}},
		{"shapes-dark", one + "#f1", "", browsertest.Look{Dark: true, Height: 2000, Width: 1440}},
		{"shapes-narrow", one + "#f1", "", browsertest.Look{Width: 375, Height: 2400}},
		{"shapes-tablet", one, "", browsertest.Look{Width: 800, Height: 1400}},
		{"filters", one, `document.querySelector(".sev.error").click(); document.querySelector(".moreflt").open = true`, browsertest.Look{}},
		{"export-open", one, `document.querySelector("#show-export").click()`, browsertest.Look{}},
		{"index", book, "", browsertest.Look{}},
		{"book-article", book + "#p2f3", "", browsertest.Look{}},
	} {
		t.Run(c.name, func(t *testing.T) {
			tab := b.Open(t, c.address, c.look)
			if c.do != "" {
				tab.Run(c.do)
			}
			for _, complaint := range tab.Complaints(axe) {
				t.Error(complaint)
			}
			tab.Screenshot("axe-" + c.name)
			quiet(t, tab)
		})
	}
}

// The table of a book sorts, leads to its articles, and back.
func TestBrowserBook(t *testing.T) {
	b := browsertest.Start(t)
	tab := b.Open(t, save(t, page.Book{Articles: []*page.Article{page.View(shapes(t), ""), page.View(bundled(t), "")}}), browsertest.Look{})
	order := `[...document.querySelectorAll(".index tbody a")].map(a => a.hash).join(" ")`
	for _, want := range []string{"#p2 #p1", "#p1 #p2"} {
		tab.Run(`document.querySelectorAll(".index thead button")[2].click()`) // errors: the most first
		if got := browsertest.Value[string](tab, order); got != want {
			t.Errorf("sorted, the table is %s, want %s", got, want)
		}
	}
	tab.Click(`.index tbody a[href="#p2"]`)
	tab.Until(`[...document.querySelectorAll("main > *")].filter(e => e.getClientRects().length).map(e => e.id).join() === "p2"`)
	tab.Keys("j")
	if got := browsertest.Value[string](tab, current); got != "p2f1" {
		t.Errorf("its first finding is %s", got)
	}
	tab.Run(`document.querySelector(".home").click()`)
	tab.Until(`document.querySelector("#index").getClientRects().length > 0`)
	quiet(t, tab)
}
