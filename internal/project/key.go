package project

import (
	"io"
	"io/fs"

	"tvilling/internal/config"
	"tvilling/internal/parse"
	"tvilling/internal/text"
)

// maxHead is how much of a file is read for its front matter, in bytes: package
// parse looks no further for its end.
const maxHead = 257 << 10

// byKey pairs the files whose front matter has the same value under the pair's
// key. Files without the key are paired by path.
func (f *finder) byKey(p config.Pair, sources, targets []string) map[string]string {
	if p.Key == "" {
		return nil
	}
	translations, _ := f.keyed(p.Key, targets)
	names, order := f.keyed(p.Key, sources)
	out := map[string]string{}
	for _, value := range order {
		if target := translations[value]; target != "" {
			out[names[value]] = target
		}
	}
	return out
}

// keyed are files by the value of a front-matter key, and the values in order. A
// value that stands in two files is a mistake; the first is kept.
func (f *finder) keyed(key string, files []string) (map[string]string, []string) {
	byValue := map[string]string{}
	var order []string
	for _, name := range files {
		value := f.meta(name, key)
		switch first := byValue[value]; {
		case value == "":
		case first != "":
			f.faultf("%s and %s both have %s: %s", first, name, key, value)
		default:
			byValue[value] = name
			order = append(order, value)
		}
	}
	return byValue, order
}

// meta is the value of one front-matter key of a file; "" when it has none.
func (f *finder) meta(name, key string) string {
	if !f.regular(name) {
		return ""
	}
	file, err := f.fsys.Open(name)
	if err != nil {
		return ""
	}
	defer file.Close()
	return metaOf(file, name, key)
}

func metaOf(file fs.File, name, key string) string {
	head, err := io.ReadAll(io.LimitReader(file, maxHead))
	if err != nil {
		return ""
	}
	decoded, err := text.Decode(name, head)
	if err != nil {
		return ""
	}
	for _, field := range parse.FrontMatter(decoded) {
		if field.Key == key {
			return field.Value
		}
	}
	return ""
}
