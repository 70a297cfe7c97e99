package cli

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
)

// writeFile puts data in the place of the named file at once: readers see the old
// file or the new one, never a part, also when the program is killed. A file that
// exists keeps its mode, and a symbolic link stays one. What is no ordinary file
// (/dev/stdout, a pipe) is written to as it is.
func writeFile(name string, data []byte) error {
	if real, err := filepath.EvalSymlinks(name); err == nil {
		name = real
	}
	switch info, err := os.Stat(name); {
	case errors.Is(err, fs.ErrNotExist):
	case err != nil:
		return err
	case info.IsDir():
		return fmt.Errorf("%s: is a directory; name a file", name)
	case !info.Mode().IsRegular():
		return os.WriteFile(name, data, 0)
	default:
		mode := info.Mode().Perm()
		return replaceFile(name, data, &mode)
	}
	return replaceFile(name, data, nil)
}

// replaceFile writes a new file beside the named one and renames it. A nil mode
// is what the user's mask makes of a new file.
func replaceFile(name string, data []byte, mode *fs.FileMode) (err error) {
	temp, err := createBeside(name)
	if err != nil {
		return err
	}
	defer func() {
		if err != nil {
			_ = os.Remove(temp.Name())
		}
	}()
	_, err = temp.Write(data)
	if err == nil && mode != nil {
		err = temp.Chmod(*mode)
	}
	if err == nil {
		err = temp.Sync() // else a crash soon after could leave the new name without its content
	}
	if closing := temp.Close(); err == nil {
		err = closing
	}
	if err != nil {
		return err
	}
	return os.Rename(temp.Name(), name)
}

// createBeside makes a new file in the same folder, with the mode that the user's
// mask gives: os.CreateTemp would make one that only its owner may read.
func createBeside(name string) (*os.File, error) {
	for try := 0; ; try++ {
		temp := filepath.Join(filepath.Dir(name), fmt.Sprintf(".tvilling-%d-%d", os.Getpid(), try))
		f, err := os.OpenFile(temp, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o666)
		if errors.Is(err, fs.ErrExist) && try < 100 {
			continue
		}
		return f, err
	}
}
