package report

import (
	"net/url"
	slashpath "path"
	"path/filepath"

	"tvilling/internal/text"
)

// path is a file's name as services that know the repository want it: with
// slashes and without "./".
func path(f *text.File) string { return slashpath.Clean(filepath.ToSlash(f.Name)) }

// uri is a file's name as a URI reference (RFC 3986): relative when the name is.
func uri(f *text.File) string {
	u := url.URL{Path: path(f)}
	if filepath.IsAbs(f.Name) {
		u.Scheme = "file"
	}
	return u.String()
}
