package parse

func (a *assembly) frontMatter() int { return 0 }
