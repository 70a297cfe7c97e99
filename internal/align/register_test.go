package align

import (
	"maps"
	"slices"
	"testing"

	"pgregory.net/rapid"
)

// A register is a map from keys to what was filed under them, in order, each time it is used.
func TestRegister(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		var r register
		for range 3 {
			want := make(map[uint32][]int32)
			r.reset(8)
			for k, key := range rapid.SliceOfN(rapid.OneOf(rapid.Uint32Max(9), rapid.Uint32()), 0, 200).Draw(t, "keys") {
				want[key] = append(want[key], int32(k))
				r.file(key, int32(k))
			}
			r.close()
			for _, key := range append(rapid.SliceOf(rapid.Uint32Max(12)).Draw(t, "others"), slices.Collect(maps.Keys(want))...) {
				var got []int32
				for f := r.first(key); f != nil; f = r.after(f) {
					got = append(got, f.item)
				}
				if !slices.Equal(got, want[key]) {
					t.Fatalf("%v lie under %d, not %v", got, key, want[key])
				}
			}
		}
	})
}
