package lang

// NameOf is the English name of the language with that BCP 47 code, if it is
// built in or one that Identify may name; else the code.
func NameOf(code string) string {
	if l := For(code); l != nil {
		return l.Name
	}
	if name := strangerNames[code]; name != "" {
		return name
	}
	return code
}

var strangerNames = map[string]string{
	"da": "Danish", "nb": "Norwegian", "nn": "Norwegian", "de": "German", "nl": "Dutch",
	"fr": "French", "es": "Spanish", "it": "Italian", "fi": "Finnish",
}
