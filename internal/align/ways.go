package align

// negligible is how far below the greatest of some logarithms one lies that adds
// nothing to their sum.
const negligible = 12

// ways gathers logarithms to be summed.
type ways struct {
	list [12]float32
	n    int
	top  float32
}

func (w *ways) add(x float32) {
	if w.n == 0 || x > w.top {
		w.top = x
	}
	w.list[w.n] = x
	w.n++
}

// addFirst adds x before the others: sums depend on their order.
func (w *ways) addFirst(x float32) {
	w.add(x)
	copy(w.list[1:w.n], w.list[:w.n-1])
	w.list[0] = x
}

// sum is the logarithm of the sum of the ways' exponentials.
func (w *ways) sum() float32 {
	if w.n == 0 {
		return noWay
	}
	sum := float32(0)
	for _, x := range w.list[:w.n] {
		if x == w.top {
			sum++
		} else if x > w.top-negligible {
			sum += nearExp(x - w.top)
		}
	}
	if sum == 1 { // the greatest alone
		return w.top
	}
	return w.top + fastLog(sum)
}
