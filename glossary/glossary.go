// Package glossary holds the ready-made glossaries as data. Each folder is a
// direction of translation; package term reads the files.
package glossary

import "embed"

// Files are the glossaries, by paths such as "en-sv/neuroscience.yaml".
//
//go:embed */*.yaml
var Files embed.FS
