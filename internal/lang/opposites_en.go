package lang

func addEnglishSenses(l *Language) {
	l.senses = opposites(map[string]opposite{
		"increase": {
			"increase, increases, increased, increasing, increasingly, rise, rises, rose, risen, rising, grow, grows, grew, grown, growing, growth, raise, raises, raised, raising",
			`up, more, higher, gain*, boost*, improv*, surge*, climb*, strengthen*, enhanc*, add*, elevat*, upward*, escalat*, accelerat*, multipl*, doubl*, extend*,
			lengthen*, build*, greater, larger, expand*, additional, extra, promot*, maximi*, better`,
			`decrease, decreases, decreased, decreasing, reduce, reduces, reduced, reducing, reduction, reductions, fall, falls, fell, fallen, falling, decline, declines, declined,
			declining, drop, drops, dropped, dropping, shrink, shrinks, shrank, shrinking, lower, lowers, lowered, lowering, lessen, diminish*`,
			`less*, fewer, down*, loss*, lose*, weaken*, short*, slow*, ease, eases, eased, easing, mitigat*, alleviat*, limit*, small*, narrow*, deplet*, erod*, trim*, dip*, sink*, sank, subsid*,
			reliev*, prevent*, light*, save*, saving*, cut, cuts, cutting, minimi*, dwindl*, deteriorat*, worse*, degrad*, decreas*, reduc*, declin*, shrunk*, tackl*, avoid*, low`,
		},
		"more": {
			"more than, greater than, higher than, larger than, exceed, exceeds, exceeded, exceeding, in excess of",
			`more, above, over, greater, larger, higher, at least, beyond, upwards, plus, than, older, longer, minimum, most, much, several, farther, bigger, outnumber*, after`,
			"less than, fewer than, fewer, lower than, smaller than",
			`less, under, below, lower, smaller, shorter, younger, up to, at most, within, no more, not more, only, few, little, least, maximum, limit*, cheaper, no longer,
			before, not, no, near*, almost`,
		},
		"minimum": {
			"at least, minimum, no less than, no fewer than, not less than, or more, a minimum of",
			"least, smallest, from, minim*, lowest, more than, any, over, above, more, longer, greater, larger, older, fewest, upwards",
			"at most, up to, maximum, no more than, not more than, or less, or fewer, not exceed, must not exceed, not exceeding, no longer than, no later than",
			`most, largest, highest, maxim*, limit*, within, longest, until, cap, capped, ceiling, less, fewer, under, below, too, very, highly, mostly, latest, topmost, up, no more, no longer,
			extremely, quite, super*, utmost, greatest, biggest, tallest, oldest, top`,
		},
		"high": {
			"high, higher, highest, high-*",
			`tall*, top*, upper*, great*, strong*, expensive, up, upward*, above, peak*, elevat*, heav*, large*, big*, much, super*, height*, high*, loud*, most, max*, more, rise*, rose, increas*, rais*, steep*`,
			"low, lower, lowest, low-*",
			`bottom, under*, short*, small*, cheap*, weak*, poor*, little, less*, minor, slow*, reduc*, few*, down*, quiet*, low*, drop*, fall*, fell, decreas*, declin*, below, beneath, least, min*, shallow*`,
		},
		"better": {
			"better, best, improve, improves, improved, improving, improvement, improvements",
			"good, great*, superior, strong*, enhanc*, well, more, finer, nice*, favour*, favor*, prefer*, increas*, upgrad*, optim*, further, fix*, refin*",
			"worse, worst, worsen, worsens, worsened, worsening, deteriorate, deteriorates, deteriorated",
			"bad*, poor*, inferior, degrad*, weak*, less*, low*, declin*, aggravat*, exacerbat*, deteriorat*, impair*, harm*, sever*, declin*, reduc*, not, no",
		},
		"fast": {
			"fast, faster, fastest, quick, quicker, quickly, rapid, rapidly",
			"speed*, accelerat*, swift*, soon*, immediat*, prompt*, short*, express, instant*, high*, brief*, early, urgent*",
			"slow, slower, slowest, slowly",
			"delay*, gradual*, lag*, slug*, long*, late*, steady, slow*, low*, calm*, gentl*, careful*, sever*",
		},
		"often": {
			"often, frequently, usually",
			"common*, regular*, many, usual*, typical*, frequent*, much, widely, tend*, general*, normal*, most*, always, routinely, repeatedly",
			"rarely, seldom, infrequently",
			"rare*, uncommon*, unusual*, few, occasion*, sometimes, not, hardly, never, infrequent*, less, little, scarce*, limited, *n't, no",
		},
		"easy": {
			"easy, easier, easiest, easily",
			"simpl*, ease*, straightforward, smooth*, convenient*, light*, facilitat*, effortless*, ready, readily, user-friendly, comfortabl*, quick*, handy, gentle, slight*",
			"difficult, harder, hardest, difficulty, difficulties",
			"hard*, complex*, complicat*, struggl*, troubl*, challeng*, tough*, sever*, heav*, serious*, problem*, unable, impossible, grave, intricate",
		},
		"before": {
			"before, prior to",
			`prior, previous*, earl*, preced*, until, first, pre*, ago, already, advance, ahead, in front, beforehand, former*, past, till, up to, not`,
			"after, afterwards",
			`follow*, later, subsequent*, then, once, since, next, post*, when, behind, as, for, according*, look*, search*, based on, by, upon, end, finish*, complete*, thereafter,
			again, care, past, follow*, seek*, sort*, order*, accord*, like, aim*, strive*, demand*`,
		},
		"all": {
			"all, every, everyone, everything, everybody",
			"any*, each, both, whole*, entire*, full*, throughout, total*, complete*, always, altogether, anyone, fully, universal*, overall, wholly, every*",
			"some, certain, none",
			"nobody, nothing, several, part*, few, many, sometimes, some*, any, particular, specific, selected, other*, not, no, occasional*, limited, various, different",
		},
		"majority": {
			"most, majority, mostly",
			"major*, main*, largely, many, all, almost, nearly, predominant*, usual*, general*, more, common*, often, very",
			"minority, a few, handful, few",
			"few*, small*, some, hardly, limited, scarc*, little, minor*, rare*, couple",
		},
		"enable": {
			"enable, enables, enabled, enabling, activate, activates, activated, activating, turned on, switched on, turn on, switch on",
			"on, allow*, activ*, turn on, run*, start*, use*, using, permit*, check*, select*, support*, reactivat*, possible, make*, able",
			"disable, disables, disabled, disabling, deactivate, deactivates, deactivated, turned off, switched off, turn off, switch off",
			"off, inactiv*, not, clear*, uncheck*, remov*, stop*, block*, disabl*, prevent*, without, uncheck*, cannot, exclud*, reset*, impair*, handicap*, no",
		},
		"large": {
			"large, larger, largest, big, bigger, biggest, greater",
			"great*, huge, major, wide*, broad*, high*, more, extensive, substantial*, significant*, vast, considerabl*, long*, much, most, heavy, grand, main, enormous, growing, increas*",
			"small, smaller, smallest, tiny",
			"minor*, little, less*, few*, short*, low*, reduc*, limited, narrow*, slight*, least, minim*, young*, thin*, micro*, mini*, compact, light*, petit*, decreas*, modest*, small*",
		},
		"cheap": {
			"cheap, cheaper, cheapest, inexpensive",
			"afford*, low*, economical*, less, reasonabl*, budget, cost-effective, discount*, sav*, free",
			"expensive, costly, pricey",
			"high*, more, dear*, cost*, exclusive, premium, luxur*, valu*, precious",
		},
		"above": {
			"above",
			"preced*, earlier, previous*, up*, top*, over*, foregoing, already, beyond, more, high*, exceed*, before, prior",
			"below, beneath",
			"follow*, under*, later, next, down*, here*, bottom, low*, less, after, subsequent*",
		},
		"strong": {
			"strong, stronger, strongest, strengthen, strengthens, strengthened",
			"strong*, strength*, robust*, power*, solid*, firm*, heav*, high*, increas*, intens*, potent, enhanc*, consolidat*, reinforc*, boost*, great*",
			"weak, weaker, weakest, weaken, weakens, weakened",
			"weak*, poor*, low*, faint*, feebl*, vulnerab*, frail*, light*, slight*, soft*, fragil*, undermin*, little, less*, dim*",
		},
		"long": {
			"longer, longest, lengthen, lengthened",
			"long*, length*, extend*, prolong*, far*, last*, more, wide*, tall*, late*, further, lasting, chronic*, sustain*",
			"shorter, shortest, shorten, shortened",
			"short*, brief*, quick*, less*, abbreviat*, fast*, cut*, reduc*, small*, low*, soon*, concise*, few*, close*, near*",
		},
		"new": {
			"newer, newest, younger, youngest",
			"new*, later, recent*, modern*, up, young*, fresh*, latest, future, upward*, coming, next",
			"older, oldest",
			"old*, earlier, previous*, elder*, senior*, ancient, aged, former*, ago, past, age, ages, late*, long*, vintage, legacy",
		},
		"required": {
			"must",
			`have to, has to, had to, need*, requir*, shall, should, necessary, necessari*, mandatory, oblig*, ensure*, make sure, only, essential*, vital, sure, remember, let, forc*, compel*,
			if, once, before, cannot, not, no, never, *n't, unless, until, needs`,
			"may, can",
			"might, could, possibl*, able, allow*, permit*, free, option*, let*, wish*, want*, possibility, possibilities, enable*, right, rights, will, would",
		},
		"binding": {
			"must, mandatory",
			"have to, has to, had to, need*, requir*, shall, necessary, necessari*, oblig*, never, essential*, vital, compel*, forc*, expected, supposed, cannot",
			"should, recommended",
			"recommend*, advis*, suggest*, ought, better, best, would, prefer*, ideal*, encourag*, supposed, if",
		},
		"left": {
			"left", "leav*, remain*, over*, quit*, abandon*, leftmost",
			"right", "rightmost, correct*, just, directly, immediat*, appropriate*, proper*, rights, straight, fair*, law*, legal*, entitled, all, exact*, suit*, true, real*, ok*",
		},
		"north": {
			"north, northern, northward, northwards, northerly", "north*, arctic, up",
			"south, southern, southward, southwards, southerly", "south*, antarctic, down",
		},
		"east": {
			"east, eastern, eastward, eastwards", "east*, orient*, *east, *eastern",
			"west, western, westward, westwards", "west*, occident*, *west, *western",
		},
		"positive": {
			"positive, positively", "good, advantag*, favour*, favor*, benefi*, optimis*, well, better, great",
			"negative, negatively", "bad*, advers*, harm*, detriment*, pessimis*, minus, disadvantag*, not, no, unfavo*, unfort*, poor*, ill*",
		},
		"allow": {
			"allowed, permitted, allow, allows, permit, permits", "may, can, able, let*, enabl*, legal*, grant*, accept*, permission*, free*, make*, possible, authori*, lawful*, possib*, allow*",
			"forbidden, prohibited, banned, forbid, forbids, prohibit, prohibits, prohibiting", "ban, bans, not, no, never, illegal*, restrict*, prevent*, deny, denied, denies, block*, *n't, cannot, without, refus*, unable, exclud*, disallow*, prohib*",
		},
	})
}
