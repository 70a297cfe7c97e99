package cli

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"slices"
	"strings"
	"sync"

	"tvilling/internal/check"
	"tvilling/internal/config"
	"tvilling/internal/review"
	"tvilling/internal/rules"
	"tvilling/internal/term"
	"tvilling/internal/text"
)

// resolver makes review options of settings. It reads each glossary once, and
// compiles it when the first pair that is not in the cache wants it. It is safe
// for concurrent use.
type resolver struct {
	w     *workspace
	flags checkFlags

	mu         sync.Mutex
	glossaries map[string]*glossary // by name; those of flags have "--glossary " before it
	before     map[string]*glossary // of an earlier resolver, so that what has not changed is compiled once; may be nil
	plans      map[string]*plan     // by settings
}

// glossary is one glossary as written, and compiled when asked for.
type glossary struct {
	hash    [sha256.Size]byte
	compile func() (*term.Glossary, error)
}

// plan is how the pairs of one settings are reviewed.
type plan struct {
	rules      []*check.Rule
	glossaries []*glossary
	hash       string // of all that findings depend on beside the two articles
}

func newResolver(w *workspace, f checkFlags) *resolver {
	return &resolver{w: w, flags: f, glossaries: map[string]*glossary{}, plans: map[string]*plan{}}
}

// plan is the plan for settings; every mistake in it is told at once.
func (r *resolver) plan(s config.Settings) (*plan, error) {
	key, err := json.Marshal(s)
	if err != nil {
		return nil, err
	}
	r.mu.Lock()
	defer r.mu.Unlock()
	if p := r.plans[string(key)]; p != nil {
		return p, nil
	}
	p := &plan{}
	if p.rules, err = r.rules(s.Rules); err != nil {
		return nil, err
	}
	var errs []error
	for _, name := range r.names(s) {
		g, err := r.glossary(name)
		errs = append(errs, err)
		p.glossaries = append(p.glossaries, g)
	}
	if err := errors.Join(errs...); err != nil {
		return nil, err
	}
	p.hash = p.sum(key)
	r.plans[string(key)] = p
	return p, nil
}

// rules are those that the settings choose, the flags having the last word, with
// the severities of the settings.
func (r *resolver) rules(s config.Rules) ([]*check.Rule, error) {
	chosen := s.Select
	if len(r.flags.sel) > 0 {
		chosen = r.flags.sel
	}
	selected, err := rules.Select(chosen, slices.Concat(s.Ignore, r.flags.ignore))
	if err != nil {
		return nil, err
	}
	if len(selected) == 0 {
		return nil, errors.New("no rule is left to run: --select and --ignore, or rules in the settings, take out all")
	}
	for i, rule := range selected {
		if name, ok := s.Severity[rule.ID]; ok {
			other := *rule
			if other.Severity, err = check.ParseSeverity(name); err != nil {
				return nil, err
			}
			selected[i] = &other
		}
	}
	return selected, nil
}

const fromFlag = "--glossary "

// names are the settings' glossaries and, winning over them, the flags'.
func (r *resolver) names(s config.Settings) []string {
	names := slices.Clone(s.Glossaries)
	for _, name := range r.flags.glossaries {
		names = append(names, fromFlag+name)
	}
	return names
}

func (r *resolver) glossary(name string) (*glossary, error) {
	if g := r.glossaries[name]; g != nil {
		return g, nil
	}
	file, flag := strings.CutPrefix(name, fromFlag)
	g := &glossary{}
	switch {
	case term.IsBuiltin(file):
		g.hash = sha256.Sum256([]byte(file)) // its terms are part of the program
		g.compile = sync.OnceValues(func() (*term.Glossary, error) { return term.Builtin(file) })
		if !slices.Contains(term.Builtins(), file) {
			_, err := g.compile()
			return nil, err
		}
	default:
		read, shown := r.w.read, file
		if flag {
			read = readBytes
		} else {
			shown = r.w.name(file)
		}
		raw, err := read(file)
		if err != nil {
			return nil, err
		}
		g.hash = sha256.Sum256(raw)
		g.compile = sync.OnceValues(func() (*term.Glossary, error) {
			f, err := text.Decode(shown, raw)
			if err != nil {
				return nil, err
			}
			return term.Read(f)
		})
	}
	if was := r.before[name]; was != nil && was.hash == g.hash {
		g = was
	}
	r.glossaries[name] = g
	return g, nil
}

// sum is a hash of the rules, glossaries and settings of a plan.
func (p *plan) sum(settings []byte) string {
	h := sha256.New()
	fmt.Fprintf(h, "%s\n", settings)
	for _, rule := range p.rules {
		fmt.Fprintf(h, "%s %s\n", rule.ID, rule.Severity)
	}
	for _, g := range p.glossaries {
		fmt.Fprintf(h, "%x\n", g.hash)
	}
	return hex.EncodeToString(h.Sum(nil))
}

// options are what a job is reviewed with. The glossaries are compiled here.
func (p *plan) options(j job) (review.Options, error) {
	o := review.Options{
		SourceLang: j.languages.Source, TargetLang: j.languages.Target,
		SourceFormat: j.source.format, TargetFormat: j.target.format,
		Rules: p.rules, AllRules: rules.All(), Config: j.settings,
	}
	var errs []error
	for _, g := range p.glossaries {
		compiled, err := g.compile()
		errs = append(errs, err)
		o.Glossaries = append(o.Glossaries, compiled)
	}
	return o, errors.Join(errs...)
}

// prepare makes the plans of all jobs, so that a mistake in one is told before
// the work begins.
func (r *resolver) prepare(jobs []job) error {
	told := map[string]bool{}
	var errs []error
	for _, j := range jobs {
		if _, err := r.plan(j.settings); err != nil && !told[err.Error()] {
			told[err.Error()] = true
			errs = append(errs, err)
		}
	}
	return errors.Join(errs...)
}
