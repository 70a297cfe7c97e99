package align

import "math"

// grouping is one way to group units: how many of the source with how many of the target.
type grouping struct {
	ns, nt int
	prior  float32 // logarithm of how often it occurs
}

// model says what a bead of given units is worth: the logarithm of how much
// likelier its units are as one another's translation than as strangers. Beads
// with an empty side are worth their prior only, so evidence must speak for a
// pairing.
type model struct {
	*table
	rates  rates
	groups []grouping // by rates
	null   float32    // prior of one unit without counterpart
	weight float32    // of the words, found dependent on one another
	length lengths
	fit    func(w window) float32 // what else a bead with two sides is worth; nil: nothing

	known    map[window]float32 // what beadWorth has found; nil as long as the model still learns
	likely   []anchor           // see candidates
	likelyOf *table             // the table that likely was found with; nil when that has changed
}

// rates are how often groupings occur among all beads: one side of null beads,
// one side of 1-2 and 2-1, 2-2, one side of 1-3 and 3-1, one side of 1-4 and 4-1.
type rates struct{ null, two, cross, three, four float64 }

// Gale & Church 1993 count .89 1-1, .0099 1-0 and 0-1, .089 1-2 and 2-1, .011 2-2
// in hand-made alignments of sentences; ours are a little kinder to omissions,
// since those are what is looked for.
var sentenceRates = rates{0.012, 0.03, 0.006, 0.004, 0}

// The first groupings of every model.
const (
	onePair = iota
	sourceAlone
	targetAlone
	larger // the first of more units than two, if there are any
)

// groups are the groupings with their priors; those that never occur are left out.
func (r rates) groups() []grouping {
	out := []grouping{
		{1, 1, logf(1 - 2*(r.null+r.two+r.three+r.four) - r.cross)},
		{1, 0, logf(r.null)}, {0, 1, logf(r.null)},
	}
	if r.two > 0 {
		out = append(out, grouping{1, 2, logf(r.two)}, grouping{2, 1, logf(r.two)}, grouping{2, 2, logf(r.cross)},
			grouping{1, 3, logf(r.three)}, grouping{3, 1, logf(r.three)})
	}
	if r.four > 0 {
		out = append(out, grouping{1, 4, logf(r.four)}, grouping{4, 1, logf(r.four)})
	}
	return out
}

func newModel(t *table, r rates) *model {
	m := &model{table: t, weight: 0.6, length: newLengths(t.src, t.tgt)}
	m.setRates(r)
	return m
}

func (m *model) setRates(r rates) {
	m.rates, m.groups = r, r.groups()
	m.null = m.groups[1].prior
}

// lengths is the likelihood of two lengths in characters (Gale & Church 1993's
// δ, with Student's t in the place of the normal: its tails forgive).
type lengths struct {
	root     float32 // of the target characters for one of the source
	variance float32 // of the difference, for each character
	back     [2][5]gamma
}

// gamma is the distribution of the summed length of some units chosen blindly.
type gamma struct{ shape, rate, constant float32 }

const (
	mostLength    = 4   // what lengths can be worth at most
	tailFreedom   = 4   // of Student's t
	firstVariance = 6.8 // Gale & Church 1993
	looseVariance = 16  // characters squared that every pair may differ by: headings, labels
)

func newLengths(src, tgt *side) lengths {
	ms, vs := src.spread()
	mt, vt := tgt.spread()
	l := lengths{root: 1, variance: firstVariance}
	for n := 1; n < 5; n++ {
		l.back[0][n] = newGamma(ms*float64(n), vs*float64(n))
		l.back[1][n] = newGamma(mt*float64(n), vt*float64(n))
	}
	return l
}

func newGamma(mean, variance float64) gamma {
	k, rate := mean*mean/variance, mean/variance
	lg, _ := math.Lgamma(k)
	return gamma{float32(k), float32(rate), float32(k*math.Log(rate) - lg)}
}

func (g gamma) log(x float32) float32 { return (g.shape-1)*fastLog(x) - g.rate*x + g.constant }

var tailConstant = func() float32 {
	a, _ := math.Lgamma((tailFreedom + 1) / 2.0)
	b, _ := math.Lgamma(tailFreedom / 2.0)
	return float32(a - b - 0.5*math.Log(tailFreedom*math.Pi))
}()

// worth is how much likelier ls and lt are as lengths of one text in two languages
// than as lengths of units chosen blindly, whose likelihoods, by back, are given.
func (l *lengths) worth(ls, lt, blindS, blindT float32) float32 {
	if ls == 0 || lt == 0 {
		return 0
	}
	x, y := ls*l.root, lt/l.root
	v := l.variance*(x+y)/2 + looseVariance
	together := tailConstant - (tailFreedom+1)/2.0*fastLog(1+(x-y)*(x-y)/v/tailFreedom) - 0.5*fastLog(v)
	apart := (blindS + blindT) / 2
	return min(max(together-apart, -12), mostLength)
}

// blind appends for each length the likelihood of it as that of one unit chosen
// blindly on a side, 0 for the source and 1 for the target.
func (l *lengths) blind(out []float32, side int, all []float32) []float32 {
	for _, x := range all {
		out = append(out, l.back[side][1].log(x))
	}
	return out
}
