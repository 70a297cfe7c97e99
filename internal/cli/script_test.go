package cli

import (
	"bytes"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"time"
	"unicode/utf16"

	"github.com/rogpeppe/go-internal/testscript"
)

var update = flag.Bool("update", false, "rewrite the expected output of the scripts and the generated pages")

func TestMain(m *testing.M) {
	testscript.Main(m, map[string]func(){
		"tvilling": func() { os.Exit(Main(os.Args[1:])) },
		"bigfile":  bigFile,
		"convert":  convert,
		"entries":  entries,
		"aged":     aged,
		"oddities": oddities,
		"pages":    pages,

		"tvilling-to": tvillingTo,
		"fetch":       fetch,
		"order":       order,
	})
}

// TestScripts runs testdata/cli/*.txtar: each is a session at the command line.
func TestScripts(t *testing.T) {
	testscript.Run(t, testscript.Params{
		Dir:                 "../../testdata/cli",
		UpdateScripts:       *update,
		RequireExplicitExec: true,
		RequireUniqueNames:  true,
		Setup: func(e *testscript.Env) error {
			articles, err := filepath.Abs("../../testdata/articles")
			if err != nil {
				return err
			}
			e.Setenv("ARTICLES", articles)
			return nil
		},
	})
}

// bigFile writes a file of one line, 50 MB long: bigfile NAME.
func bigFile() {
	line := bytes.Repeat([]byte("ett ord till "), 50<<20/13)
	if err := os.WriteFile(os.Args[1], line, 0o644); err != nil {
		panic(err)
	}
}

// convert writes a UTF-8 file in another encoding: convert HOW FROM TO.
func convert() {
	how, from, to := os.Args[1], os.Args[2], os.Args[3]
	in, err := os.ReadFile(from)
	if err != nil {
		panic(err)
	}
	var out []byte
	switch how {
	case "bom":
		out = append([]byte("\uFEFF"), in...)
	case "crlf":
		out = bytes.ReplaceAll(in, []byte("\n"), []byte("\r\n"))
	case "latin1":
		for _, r := range string(in) {
			out = append(out, byte(r))
		}
	case "utf16":
		out = []byte{0xFF, 0xFE}
		for _, u := range utf16.Encode([]rune(string(in))) {
			out = append(out, byte(u), byte(u>>8))
		}
	case "binary":
		out = append([]byte{0, 1, 2}, in...)
	case "broken":
		out = bytes.Replace(in, []byte("alla"), []byte("all\xE5"), 1)
	}
	if err := os.WriteFile(to, out, 0o644); err != nil {
		panic(err)
	}
}

// entries counts the files of a cache, or damages them: entries DIR [cut|alter].
func entries() {
	n := 0
	err := filepath.WalkDir(os.Args[1], func(file string, d os.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		if filepath.Base(file) == pruneMark {
			return nil
		}
		n++
		if len(os.Args) < 3 {
			return nil
		}
		content, err := os.ReadFile(file)
		if err != nil {
			return err
		}
		if os.Args[2] == "cut" {
			return os.WriteFile(file, content[:len(content)/2], 0o600)
		}
		return os.WriteFile(file, bytes.ReplaceAll(content, []byte("number"), []byte("nonsense")), 0o600)
	})
	if err != nil {
		panic(err)
	}
	fmt.Println(n)
}

// aged makes the files of a folder as if they were last used some days ago: aged DIR DAYS.
func aged() {
	days, err := strconv.Atoi(os.Args[2])
	if err != nil {
		panic(err)
	}
	then := time.Now().AddDate(0, 0, -days)
	err = filepath.WalkDir(os.Args[1], func(file string, d os.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		return os.Chtimes(file, then, then)
	})
	if err != nil {
		panic(err)
	}
}

// oddities writes pairs whose names are a trial, all with a wrong number in the
// target: oddities. "oddities edit" doubles a word in every target.
func oddities() {
	word := strings.Join(append([]string{"vuxna"}, os.Args[1:]...), " ")
	word = strings.ReplaceAll(word, "edit", "vuxna")
	for _, name := range []string{"två ord.md", "-x.md", "two\nlines.md", `it's "so".md`, "[a]*?{b}.md", "a:b,c%.md"} {
		for side, content := range map[string]string{
			"en": "The study followed 1,234 adults in one town.\n",
			"sv": "Studien följde 1 243 " + word + " i en stad.\n",
		} {
			if err := os.MkdirAll(side, 0o755); err != nil {
				panic(err)
			}
			if err := os.WriteFile(filepath.Join(side, name), []byte(content), 0o644); err != nil {
				panic(err)
			}
		}
	}
}

// pages writes N pairs in three layouts, every tenth with a wrong number in the
// target: pages N. "pages N edit" doubles a word in target 9, "pages N grow"
// adds a sentence to source 1.
func pages() {
	n, err := strconv.Atoi(os.Args[1])
	if err != nil {
		panic(err)
	}
	how := strings.Join(os.Args[2:], "")
	for i := range n {
		en := fmt.Sprintf("# Page %d\n\nThe study followed %d adults in one town.\n\nSleep repairs the brain at night.\n", i, 4000+i)
		sv := fmt.Sprintf("# Sida %d\n\nStudien följde %d vuxna i en stad.\n\nSömnen reparerar hjärnan på natten.\n", i, 4000+i+i%10/9)
		if i == 9 && how == "edit" {
			sv = strings.Replace(sv, "hjärnan", "hjärnan hjärnan", 1)
		}
		if i == 1 && how == "grow" {
			en += "\nIt was published in the spring of the same year.\n"
		}
		source, target := "folders/en/%d.md", "folders/sv/%d.md"
		switch i % 3 {
		case 1:
			source, target = "docs/guide%d.md", "docs/guide%d.sv.md"
		case 2:
			source, target = "site/page%d.en.md", "site/sida%d.sv.md"
			key := fmt.Sprintf("---\ntranslationKey: p%d\n---\n", i)
			en, sv = key+en, key+sv
		}
		for name, content := range map[string]string{fmt.Sprintf(source, i): en, fmt.Sprintf(target, i): sv} {
			if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
				panic(err)
			}
			if err := os.WriteFile(name, []byte(content), 0o644); err != nil {
				panic(err)
			}
		}
	}
}

// TestRulePage holds docs/rules.md against the rules it is made from.
func TestRulePage(t *testing.T) {
	const page = "../../docs/rules.md"
	var got, complaints bytes.Buffer
	if status := run(env{&got, &complaints, os.Getenv}, []string{"rules", "--format", "markdown"}); status != exitClean {
		t.Fatal(complaints.String())
	}
	if *update {
		if err := os.WriteFile(page, got.Bytes(), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(page)
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(got.Bytes(), want) {
		t.Error("docs/rules.md is stale; run make docs")
	}
}
